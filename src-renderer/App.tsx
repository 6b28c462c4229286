import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { PairingScreen } from './desk/PairingScreen.tsx'
import { SignInScreen } from './desk/SignInScreen.tsx'
import { StartFailure } from './desk/StartFailure.tsx'
import { useTools } from './tools.ts'

// Four fifths of the window: it is read while somebody types his password, not before he sees where.
const loadShell = () => import('./shell/Shell.tsx')
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }))

/** Which of the three doors stands open: pairing, sign-in, or the work itself. */
export function App() {
  const { deskStore } = useTools()
  const { t } = useTranslation('desk')
  const { desk, startError, relinking } = useStore(deskStore)
  useEffect(() => void loadShell(), [])
  if (startError) return <StartFailure error={startError} />
  if (!desk) return <p role="status">{t(($) => $.starting)}</p>
  if (desk.phase === 'open' && desk.operator)
    return (
      <Suspense fallback={<p role="status">{t(($) => $.starting)}</p>}>
        <Shell key={desk.operator.id} desk={desk} operator={desk.operator} />
      </Suspense>
    )
  return desk.phase === 'unpaired' || relinking ? <PairingScreen desk={desk} /> : <SignInScreen desk={desk} />
}

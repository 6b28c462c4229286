import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { PairingScreen } from './desk/PairingScreen.tsx'
import { SignInScreen } from './desk/SignInScreen.tsx'
import { StartFailure } from './desk/StartFailure.tsx'
import { Shell } from './shell/Shell.tsx'
import { useTools } from './tools.ts'

/** Which of the three doors stands open: pairing, sign-in, or the work itself. */
export function App() {
  const { deskStore } = useTools()
  const { t } = useTranslation('desk')
  const { desk, startError, relinking } = useStore(deskStore)
  if (startError) return <StartFailure error={startError} />
  if (!desk) return <p role="status">{t(($) => $.starting)}</p>
  if (desk.phase === 'open' && desk.operator)
    return <Shell key={desk.operator.id} desk={desk} operator={desk.operator} />
  return desk.phase === 'unpaired' || relinking ? <PairingScreen desk={desk} /> : <SignInScreen desk={desk} />
}

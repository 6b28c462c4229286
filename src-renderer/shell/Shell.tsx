import { IconLayoutSidebar } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { Operator } from '../../shared/operator.ts'
import { holdsOne } from '../../shared/rights.ts'
import { StatusBar } from '../sync/StatusBar.tsx'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { useDigits, useShortcut } from '../ui/useShortcut.ts'
import { Rail } from './Rail.tsx'
import { screens } from './screens.ts'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'
import './texts.ts'

/** The frame of the work: who and where on top, screens at the left, the state of the exchange below. */
export function Shell({ desk, operator }: { desk: DeskState; operator: Operator }) {
  const tools = useTools()
  const { sync, centre, going, preferences } = tools
  const { t } = useTranslation('shell')
  // Built once: a new desk state (another language, say) must never rebuild a screen and empty its form.
  const [built] = useState(() =>
    screens
      .filter((screen) => holdsOne(operator.roles, screen.roles))
      .map((screen) => ({ ...screen, ...screen.open(tools) })),
  )
  const wanted = useStore(going, (state) => state.screen)
  const current = built.find(({ id }) => id === wanted) ?? built[0]

  useEffect(() => sync.follow(), [sync])
  useEffect(() => centre.follow(), [centre])
  useEffect(() => going.offer(built), [going, built])
  useEffect(() => void preferences.read(), [preferences])
  useShortcut('F5', () => void sync.now())
  useShortcut('F1', () => void going.go({ screen: 'settings' }))
  useDigits((digit) => {
    const screen = built[digit - 1]?.id
    if (screen) void going.go({ screen })
  })

  return (
    <div className={styles.window}>
      <TopBar desk={desk} operator={operator} screens={built} />
      <Rail screens={built} current={current?.id} onChoose={(screen) => void going.go({ screen })} />
      <main className={styles.main}>
        {current ? (
          <current.Content />
        ) : (
          <EmptyState icon={IconLayoutSidebar} title={t(($) => $.noScreen)} help={t(($) => $.noScreenHelp)} />
        )}
      </main>
      <StatusBar
        desk={desk}
        onReview={
          built.some(({ id }) => id === 'exchange')
            ? () => void going.go({ screen: 'exchange', only: 'toReview' })
            : undefined
        }
      />
      <LeaveDialog leaving={tools.leaving} />
    </div>
  )
}

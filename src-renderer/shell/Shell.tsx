import { IconLayoutSidebar } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { Operator } from '../../shared/operator.ts'
import { holdsOne } from '../../shared/rights.ts'
import { StatusBar } from '../sync/StatusBar.tsx'
import { useTools } from '../tools.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LeaveDialog } from '../ui/LeaveDialog.tsx'
import { useShortcut } from '../ui/useShortcut.ts'
import { Rail } from './Rail.tsx'
import { screens } from './screens.ts'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'
import './texts.ts'

/** The frame of the work: who and where on top, screens at the left, the state of the exchange below. */
export function Shell({ desk, operator }: { desk: DeskState; operator: Operator }) {
  const tools = useTools()
  const { t } = useTranslation('shell')
  // Built once: a new desk state (another language, say) must never rebuild a screen and empty its form.
  const [built] = useState(() => screens.map((screen) => ({ ...screen, ...screen.open(tools) })))
  const open = built.filter((screen) => holdsOne(operator.roles, screen.roles))
  const [wanted, setWanted] = useState<string | null>(null)
  const current = open.find(({ id }) => id === wanted) ?? open[0]

  useEffect(() => tools.sync.follow(), [tools])
  useShortcut('F5', () => void tools.sync.now())

  const choose = async (id: string) => {
    if (id !== current?.id && (await tools.leaving.leave())) setWanted(id)
  }

  const reviewer = open.find(({ toReview }) => toReview)
  const review = async () => {
    if (reviewer?.id !== current?.id && !(await tools.leaving.leave())) return
    reviewer?.toReview?.()
    setWanted(reviewer?.id ?? null)
  }

  return (
    <div className={styles.window}>
      <TopBar desk={desk} operator={operator} />
      <Rail screens={open} current={current?.id} onChoose={(id) => void choose(id)} />
      <main className={styles.main}>
        {current ? (
          <current.Content />
        ) : (
          <EmptyState icon={IconLayoutSidebar} title={t(($) => $.noScreen)} help={t(($) => $.noScreenHelp)} />
        )}
      </main>
      <StatusBar desk={desk} onReview={reviewer && (() => void review())} />
      <LeaveDialog leaving={tools.leaving} />
    </div>
  )
}

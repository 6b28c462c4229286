import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Rail.module.css'
import type { Screen } from './screens.ts'

interface RailProps {
  readonly screens: readonly Screen[]
  readonly current: string | undefined
  readonly onChoose: (id: string) => void
}

/** The screens of this operator: icon and word, or icons alone when the place is needed. */
export function Rail({ screens, current, onChoose }: RailProps) {
  const { t } = useTranslation('shell')
  const [narrow, setNarrow] = useState(false)
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = narrow ? t(($) => $.expand) : t(($) => $.collapse)
  return (
    <nav className={styles.rail} data-narrow={narrow} aria-label={t(($) => $.screens)}>
      {screens.map((screen) => (
        <RailItem key={screen.id} screen={screen} current={screen.id === current} onChoose={onChoose} />
      ))}
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={!narrow}
        aria-label={toggleLabel}
        title={toggleLabel}
        onClick={() => setNarrow(!narrow)}
      >
        <Toggle size={18} stroke={1.6} aria-hidden />
        <span className={styles.word}>{toggleLabel}</span>
      </button>
    </nav>
  )
}

function RailItem({ screen, current, onChoose }: { screen: Screen; current: boolean; onChoose: (id: string) => void }) {
  const label = screen.useLabel()
  const Symbol = screen.icon
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={() => onChoose(screen.id)}
    >
      <Symbol size={18} stroke={1.75} aria-hidden />
      <span className={styles.word}>{label}</span>
    </button>
  )
}

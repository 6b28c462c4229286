import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { usePreference } from '../ui/preferences.ts'
import type { ScreenName } from './going.ts'
import styles from './Rail.module.css'
import type { Screen } from './screens.ts'

type BuiltScreen = Screen & Pick<ReturnType<Screen['open']>, 'useCount'>

interface RailProps {
  readonly screens: readonly BuiltScreen[]
  readonly current: ScreenName | undefined
  readonly onChoose: (id: ScreenName) => void
}

const sectionOf = (screen: BuiltScreen | undefined) => Math.floor((screen?.order ?? 0) / 100)

/** The screens of this operator: icon and word, or icons alone when the place is needed. */
export function Rail({ screens, current, onChoose }: RailProps) {
  const { t } = useTranslation('shell')
  const [narrow, setNarrow] = usePreference('rail.narrow', (kept) => kept === true)
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = narrow ? t(($) => $.expand) : t(($) => $.collapse)
  return (
    <nav className={styles.rail} data-narrow={narrow} aria-label={t(($) => $.screens)}>
      {screens.map((screen, index) => (
        <Fragment key={screen.id}>
          {index > 0 && sectionOf(screen) !== sectionOf(screens[index - 1]) && (
            <div className={styles.section} aria-hidden />
          )}
          <RailItem screen={screen} current={screen.id === current} onChoose={onChoose} />
        </Fragment>
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

const noCount = () => 0

interface RailItemProps {
  readonly screen: BuiltScreen
  readonly current: boolean
  readonly onChoose: (id: ScreenName) => void
}

function RailItem({ screen, current, onChoose }: RailItemProps) {
  const format = useFormat()
  const label = screen.useLabel()
  // The same hook for the whole life of the entry.
  const count = (screen.useCount ?? noCount)()
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
      {count > 0 && <span className={styles.count}>{format.number(count)}</span>}
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import styles from './Counters.module.css'
import { countOf, expected, filters, leftCount } from './rows.ts'
import { useCheckIn } from './store.ts'

/** How the room stands; a number lists who is meant. */
export function Counters({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation('checkIn')
  const { door, view } = useCheckIn()
  const list = useStore(door, (state) => state.list)
  const { filter: chosen, text } = useStore(view)
  const rows = expected(list?.rows ?? [])
  const left = leftCount(rows)
  return (
    <div className={styles.counters} role="group" aria-label={t(($) => $.counters.label)}>
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          className={styles.counter}
          data-filter={filter}
          aria-pressed={chosen === filter && text.trim() === ''}
          onClick={() => {
            view.filter(filter)
            onChosen()
          }}
        >
          <span className={styles.word}>{t(($) => $.counters[filter])}</span>
          <b className={styles.number}>{countOf(rows, filter)}</b>
          {filter === 'present' && left > 0 && (
            <span className={styles.left}>{t(($) => $.counters.left, { count: left })}</span>
          )}
        </button>
      ))}
    </div>
  )
}

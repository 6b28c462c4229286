import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import styles from './Filter.module.css'
import { useCandidates } from './store.ts'

/** Which of the records the list shows; the filter stays in sight while it is on. */
export function Filter() {
  const { t } = useTranslation('candidates')
  const { sync: store } = useTools()
  const { list } = useCandidates()
  const only = useStore(list, (state) => state.only)
  const count = useStore(store, ({ sync }) => sync?.refused ?? 0)
  return (
    <div className={styles.chips} role="group" aria-label={t(($) => $.filter.label)}>
      <button type="button" className={styles.chip} aria-pressed={only === 'all'} onClick={() => list.filter('all')}>
        {t(($) => $.filter.all)}
      </button>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={only === 'toReview'}
        disabled={count === 0 && only === 'all'}
        onClick={() => list.filter('toReview')}
      >
        {count === 0 ? t(($) => $.filter.toReview) : t(($) => $.filter.toReviewCount, { count })}
      </button>
    </div>
  )
}

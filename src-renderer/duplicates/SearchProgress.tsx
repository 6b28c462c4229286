import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import styles from './SearchProgress.module.css'
import type { PairList } from './store.ts'

/** How far the desk is with comparing its records; nothing when it has compared them all. */
export function SearchProgress({ pairs }: { pairs: PairList }) {
  const { t } = useTranslation('duplicates')
  const format = useFormat()
  const answer = useStore(pairs, (state) => state.answer)
  if (!answer || answer.compared >= answer.records) return null
  const { compared, records } = answer
  return (
    <div className={styles.strip}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t(($) => $.screen.progressLabel)}
        aria-valuenow={Math.round((compared / records) * 100)}
      >
        <div className={styles.done} style={{ width: `${(compared / records) * 100}%` }} />
      </div>
      <p>{t(($) => $.screen.progress, { count: records, compared: format.number(compared) })}</p>
    </div>
  )
}

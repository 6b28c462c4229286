import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import { useTools } from '../tools.ts'
import styles from './FirstLoad.module.css'

/** The first reception of a centre's records lasts minutes: how far it is, and that a search is not complete yet. */
export function FirstLoad() {
  const { t } = useTranslation('candidates')
  const { t: syncText } = useTranslation('sync')
  const format = useFormat()
  const { sync: store } = useTools()
  const sync = useStore(store, (state) => state.sync)
  if (!sync?.firstLoad) return null
  const { progress } = sync
  const share = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null
  return (
    <div className={styles.strip}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t(($) => $.empty.first)}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        data-running={share === null && sync.line === 'online'}
      >
        {share !== null && <div className={styles.done} style={{ width: `${share * 100}%` }} />}
      </div>
      <p>
        <b>
          {progress && share !== null
            ? syncText(($) => $.progress, { count: progress.total, done: format.number(progress.done) })
            : syncText(($) => $.first, { count: sync.records })}
        </b>{' '}
        {t(($) => $.empty.firstHelp)}
      </p>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useTools } from '../tools.ts'
import styles from './FirstLoad.module.css'

/** The first reception of a centre's records lasts minutes: how far it is, and that a search is not complete yet. */
export function FirstLoad() {
  const { t } = useTranslation('candidates')
  const { t: syncText } = useTranslation('sync')
  const { sync: store } = useTools()
  const sync = useStore(store, (state) => state.sync)
  if (!sync?.firstLoad) return null
  return (
    <div className={styles.strip}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t(($) => $.empty.first)}
        data-running={sync.line === 'online'}
      />
      <p>
        <b>{syncText(($) => $.first, { count: sync.records })}</b> {t(($) => $.empty.firstHelp)}
      </p>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Similar } from './similarStore.ts'
import styles from './SimilarLink.module.css'

/** The quiet way to everybody who looks like this person, the merely possible ones too. */
export function SimilarLink({ similar }: { similar: Similar }) {
  const { t } = useTranslation('duplicates')
  const count = useStore(similar, (state) => state.similar?.people.length ?? 0)
  return (
    <button type="button" className={styles.link} aria-haspopup="dialog" onClick={() => similar.compare(true)}>
      {count > 0 ? t(($) => $.linkCount, { count }) : t(($) => $.link)}
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import styles from './Brand.module.css'

/** `short`: the mark alone where the place is needed for who and where. */
export function Brand({ short = false }: { short?: boolean }) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.brand} data-short={short}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <rect className={styles.ground} width="18" height="18" rx="5" />
        <path className={styles.check} d="M5.2 9.2 7.9 11.8 12.8 6.6" />
      </svg>
      <span className={styles.word}>{t(($) => $.brand)}</span>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import type { Contact } from '../../shared/contact.ts'
import { useFormat } from '../i18n/format.ts'
import { Part } from '../ui/Detail.tsx'
import styles from './HelpScreen.module.css'

/** What he was helped with before, the newest first. */
export function ContactLog({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation('help')
  const format = useFormat()
  return (
    <Part title={t(($) => $.log.title)}>
      {contacts.length === 0 && <p className={styles.quiet}>{t(($) => $.log.none)}</p>}
      <ul className={styles.log}>
        {contacts.map(({ id, at, problem, outcome, note, actorName }) => (
          <li key={id}>
            <time>{t(($) => $.log.at, { date: format.date(at), time: format.time(at) })}</time>
            <span data-selectable>
              {t(($) => $.problem[problem])} → {t(($) => $.outcome[outcome])}
              {note && <> · {note}</>}
            </span>
            <span className={styles.quiet}>{actorName}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

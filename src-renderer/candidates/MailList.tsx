import { IconAlertTriangle, IconArchive, IconClock, IconMailCheck, IconMailOff, IconMailX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../shared/mail.ts'
import { useFormat } from '../i18n/format.ts'
import { Tag } from '../ui/Tag.tsx'
import styles from './RecordTabs.module.css'

const looks = {
  waiting: { tone: 'hold', icon: IconClock },
  sent: { tone: 'ok', icon: IconMailCheck },
  failed: { tone: 'bad', icon: IconMailX },
  bounced: { tone: 'bad', icon: IconMailX },
  withdrawn: { tone: 'neutral', icon: IconMailOff },
  kept: { tone: 'neutral', icon: IconArchive },
  inDoubt: { tone: 'warn', icon: IconAlertTriangle },
} as const

/** What became of a mail, in the word that says most. */
const lookOf = ({ status, fate }: Mail): keyof typeof looks =>
  fate === 'withdrawn' || fate === 'inDoubt' || fate === 'kept' ? fate : status

/** What Certassur mailed, to which address, and whether it went: never what it said. */
export function MailList({ mails }: { mails: readonly Mail[] }) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  return (
    <section>
      <h3 className={styles.part}>{t(($) => $.mails.title)}</h3>
      <ol className={styles.list}>
        {mails.map((mail) => {
          const { fate } = mail
          const look = lookOf(mail)
          const at = mail.endedAt ?? mail.createdAt
          return (
            <li key={mail.id} className={styles.item}>
              <span className={styles.what}>
                {t(($) => $.mails.kind[mail.kind])}
                <small>{t(($) => $.mails.to, { address: mail.shown })}</small>
                {fate !== null && <small>{t(($) => $.mails.fate[fate])}</small>}
              </span>
              <span className={styles.side}>
                <Tag tone={looks[look].tone} icon={looks[look].icon}>
                  {t(($) => $.mails.status[look])}
                </Tag>
                <time className={styles.none} dateTime={at}>
                  {t(($) => $.steps.before, { date: format.date(at), time: format.time(at) })}
                </time>
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateFields } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import { useFormat } from '../i18n/format.ts'
import styles from './ChangeSteps.module.css'
import { type Progress, progressOf } from './steps.ts'
import { useFieldNames } from './useFieldNames.ts'

const shownChanges = 3

/** A new record says nothing where it has nothing; an edit that empties a field says so. */
const fieldsIn = ({ edit }: Progress): readonly CandidateField[] =>
  edit === null
    ? []
    : candidateFields.filter(
        (field) => field in edit.patch && (edit.kind !== 'candidate.create' || edit.patch[field] !== null),
      )

/** Each act as dated steps: noted here, registered at Certassur, and the codes sent where they were asked for. */
export function ChangeSteps({ record }: { record: CandidateRecord }) {
  const { t } = useTranslation('candidates')
  const when = useWhen()
  const names = useFieldNames()
  const latest = progressOf(record).slice(0, shownChanges)
  if (latest.length === 0) return null
  return (
    <section className={styles.steps} aria-label={t(($) => $.steps.title)}>
      {latest.map((one) => {
        const { id, actedAt, registeredAt, codes } = one
        const noted = names.inSentence(fieldsIn(one), codes ? [t(($) => $.steps.codes)] : [])
        return (
          <ol key={id} className={styles.change}>
            <li data-done>
              <span>{t(($) => $.steps.noted, { fields: noted })}</span>
              <time dateTime={actedAt}>{when(actedAt)}</time>
            </li>
            <li data-done={registeredAt ? '' : undefined}>
              <span>{t(($) => $.steps.registered)}</span>
              {registeredAt ? (
                <time dateTime={registeredAt}>{when(registeredAt)}</time>
              ) : (
                <i>{t(($) => $.steps.notSent)}</i>
              )}
            </li>
            {codes && <CodesStep codes={codes} />}
          </ol>
        )
      })}
    </section>
  )
}

/** The third step: what became of the mail. */
function CodesStep({ codes: { taken, mail } }: { codes: NonNullable<Progress['codes']> }) {
  const { t } = useTranslation('candidates')
  const when = useWhen()
  if (mail === null || mail.endedAt === null) {
    return (
      <li>
        <span>{mail ? t(($) => $.steps.codesWaiting, { address: mail.shown }) : t(($) => $.steps.codesNext)}</span>
        <i>{t(($) => (taken ? $.steps.onTheWay : $.steps.notSent))}</i>
      </li>
    )
  }
  const { shown: address, fate, endedAt } = mail
  const ended = mail.status === 'sent' ? (fate === 'kept' ? 'codesKept' : 'codesSent') : 'codesFailed'
  return (
    <li data-done={ended === 'codesSent' ? '' : undefined} data-failed={ended === 'codesFailed' ? '' : undefined}>
      <span>
        {t(($) => $.steps[ended], { address })}
        {fate !== null && <small>{t(($) => $.mails.fate[fate])}</small>}
      </span>
      <time dateTime={endedAt}>{when(endedAt)}</time>
    </li>
  )
}

function useWhen(): (instant: string) => string {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  return (instant) => {
    const time = format.time(instant)
    return format.isToday(instant)
      ? t(($) => $.steps.today, { time })
      : t(($) => $.steps.before, { date: format.date(instant), time })
  }
}

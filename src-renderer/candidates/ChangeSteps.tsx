import { useTranslation } from 'react-i18next'
import { type CandidateField, candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { ChangeKind } from '../../shared/changes/change.ts'
import { useFormat } from '../i18n/format.ts'
import styles from './ChangeSteps.module.css'
import { useFieldNames } from './useFieldNames.ts'

const shownChanges = 3

/** Changes on their way or arrived, the newest first. */
export const onTheWay = (changes: readonly SentChange<CandidatePatch>[]): readonly SentChange<CandidatePatch>[] =>
  changes
    .filter(({ status }) => status === 'pending' || status === 'accepted')
    .toSorted((a, b) => b.actedAt.localeCompare(a.actedAt))

/** A new record says nothing where it has nothing; an edit that empties a field says so. */
const fieldsIn = (kind: ChangeKind, patch: CandidatePatch): readonly CandidateField[] =>
  candidateFields.filter((field) => field in patch && (kind !== 'candidate.create' || patch[field] !== null))

/** Each edit as dated steps: noted here, registered at Certassur. */
export function ChangeSteps({ changes }: { changes: readonly SentChange<CandidatePatch>[] }) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const names = useFieldNames()
  const latest = onTheWay(changes).slice(0, shownChanges)
  if (latest.length === 0) return null
  const when = (instant: string) => {
    const time = format.time(instant)
    return format.isToday(instant)
      ? t(($) => $.steps.today, { time })
      : t(($) => $.steps.before, { date: format.date(instant), time })
  }
  return (
    <section className={styles.steps} aria-label={t(($) => $.steps.title)}>
      {latest.map(({ id, kind, patch, actedAt, verdict }) => (
        <ol key={id} className={styles.change}>
          <li data-done>
            <span>{t(($) => $.steps.noted, { fields: names.inSentence(fieldsIn(kind, patch)) })}</span>
            <time dateTime={actedAt}>{when(actedAt)}</time>
          </li>
          <li data-done={verdict ? '' : undefined}>
            <span>{t(($) => $.steps.registered)}</span>
            {verdict ? <time dateTime={verdict.at}>{when(verdict.at)}</time> : <i>{t(($) => $.steps.notSent)}</i>}
          </li>
        </ol>
      ))}
    </section>
  )
}

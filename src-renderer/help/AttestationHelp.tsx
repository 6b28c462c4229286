import { useTranslation } from 'react-i18next'
import { LateLetter } from '../attestations/LateLetter.tsx'
import { useFormat } from '../i18n/format.ts'
import { useCentreNames } from '../sync/useCentre.ts'
import { useTools } from '../tools.ts'
import { type Cause, diagnose } from './diagnose.ts'
import styles from './HelpScreen.module.css'
import { Say, useHisWords } from './Say.tsx'
import type { Caller } from './store.ts'

/** So many exams are gone through; whoever calls speaks of a recent one. */
const MOST = 6

/** "I do not find my attestation": what this desk knows of each exam, and what to say about it. */
export function AttestationHelp({ caller }: { caller: Caller }) {
  const { t } = useTranslation('help')
  const { now } = useTools()
  const format = useFormat()
  const names = useCentreNames()
  const { candidate } = caller.record
  const his = useHisWords(candidate)
  const causes = diagnose(caller.documents, caller.sessions, now()).slice(0, MOST)
  const tell = (cause: Cause): string => {
    if (cause.kind === 'tooEarly') {
      const { expectedFrom } = cause.row.attestation
      return his.t(($) => $.tell.causes.tooEarly, { date: format.date(expectedFrom), time: format.time(expectedFrom) })
    }
    if (cause.kind === 'replaced')
      return his.t(($) => $.tell.causes.replaced, { number: cause.row.attestation.replacedBy ?? '' })
    return his.t(($) => $.tell.causes[cause.kind], { login: candidate.login ?? '' })
  }
  return (
    <>
      {causes.length === 0 && <p>{t(($) => $.do.noExam)}</p>}
      <ul className={styles.causes}>
        {causes.map((cause) => (
          <li key={`${cause.date} ${cause.exam} ${cause.kind} ${'row' in cause ? cause.row.attestation.id : ''}`}>
            <p className={styles.cause}>
              <b>{names.examTitle(cause.exam)}</b> · {format.day(cause.date)} · {t(($) => $.causes[cause.kind])}
            </p>
            <Say to={candidate}>{tell(cause)}</Say>
            {cause.kind === 'late' && <LateLetter row={cause.row} />}
          </li>
        ))}
      </ul>
      {caller.likely.length > 0 && (
        <>
          <p>{t(($) => $.do.perhapsSecond, { count: caller.likely.length })}</p>
          <Say to={candidate}>{his.t(($) => $.tell.causes.second)}</Say>
        </>
      )}
    </>
  )
}

import type { AttestationRow, CandidateDocuments } from '../../shared/calls/document.ts'
import type { CandidateSession } from '../../shared/calls/session.ts'
import { endOf } from '../../shared/session.ts'

/** Why somebody does not find the attestation of one exam, as far as this desk knows. */
export type Cause =
  /** Not half a day has passed. */
  | { readonly kind: 'tooEarly'; readonly exam: string; readonly date: string; readonly row: AttestationRow }
  /** Much later than usual: Certassur is told. */
  | { readonly kind: 'late'; readonly exam: string; readonly date: string; readonly row: AttestationRow }
  /** It is there: he looks in the wrong place, or under another login. */
  | { readonly kind: 'there'; readonly exam: string; readonly date: string; readonly row: AttestationRow }
  /** It was replaced after a correction; the new one is there. */
  | { readonly kind: 'replaced'; readonly exam: string; readonly date: string; readonly row: AttestationRow }
  | { readonly kind: 'notPassed' | 'absent' | 'cancelled' | 'noResult'; readonly exam: string; readonly date: string }

const kinds = { awaited: 'tooEarly', late: 'late', ready: 'there', printed: 'there', replaced: 'replaced' } as const

/**
 * What became of each exam that somebody sat or was to sit, the latest first.
 * @param now milliseconds since 1970
 */
export function diagnose(
  { attestations, results }: CandidateDocuments,
  sessions: readonly CandidateSession[],
  now: number,
): readonly Cause[] {
  const passed = attestations.map(
    (row): Cause => ({ kind: kinds[row.state], exam: row.attestation.exam, date: row.examDate, row }),
  )
  const failed = results
    .filter(({ outcome }) => outcome === 'notPassed')
    .map(({ exam, date }): Cause => ({ kind: 'notPassed', exam, date }))
  const answered = new Set(results.map(({ registrationId, exam }) => `${registrationId} ${exam}`))
  const sat = sessions
    .filter(({ session }) => new Date(endOf(session)).getTime() < now)
    .flatMap(({ registration, session, mark }) =>
      registration.exams
        .filter((exam) => !answered.has(`${registration.id} ${exam}`))
        .map(
          (exam): Cause => ({
            kind:
              registration.status === 'cancelled' || session.status === 'cancelled'
                ? 'cancelled'
                : mark === 'absent' || mark === 'notAdmitted'
                  ? 'absent'
                  : 'noResult',
            exam,
            date: session.date,
          }),
        ),
    )
  return [...passed, ...failed, ...sat].toSorted((a, b) => b.date.localeCompare(a.date) || a.exam.localeCompare(b.exam))
}

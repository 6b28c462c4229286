import { type CandidateField, candidateFields, wrongOn } from '../../shared/candidate.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { reissue } from '../jobs/release.ts'
import { emailChanged } from '../mail/occasions/person.ts'
import { editRow } from '../sync/editRow.ts'
import { type Judge, rejected } from '../sync/judge.ts'

/** What stands on an attestation. */
const printed: readonly CandidateField[] = ['lastName', 'firstName', 'birthDate']

/**
 * Applies an edit to a candidate of the desk's centre, field by field (docs/protocol.md, C2).
 *
 * A name corrected before an attestation was released, but sent after, makes it anew: nobody has to ask.
 */
export const judgeCandidateEdit: Judge<'candidate.edit'> = async ({ db, central, desk, change, at }) => {
  const current = await db
    .selectFrom('candidate')
    .innerJoin('scope', 'scope.candidateId', 'candidate.id')
    .select(['candidate.id', 'login', ...candidateFields, 'version', 'fieldVersions'])
    .where('candidate.id', '=', change.entityId)
    .where('scope.centreId', '=', desk.centreId)
    .where('scope.until', 'is', null)
    .forUpdate('candidate')
    .executeTakeFirst()
  if (!current) return rejected(at, 'candidate.unknown')
  const wrong = wrongOn(at.slice(0, 10), change.patch)
  if (wrong.length > 0) return { status: 'rejected', at, code: 'input.invalid', fields: [...wrong] }
  const verdict: Verdict = await editRow(db, 'candidate', current, change.patch, change.base, at)
  if ('email' in change.patch && !('email' in (verdict.status === 'conflict' ? verdict.conflicts : {}))) {
    const { email: to = null } = change.patch
    const changed = { candidateId: current.id, from: current.email, to, act: change.id }
    await emailChanged({ db, central, centreId: desk.centreId, at }, changed)
  }
  if (printed.some((field) => field in change.patch)) {
    const acted = new Date(change.actedAt).getTime() + (change.clockOffset ?? 0)
    await reissue(central, db, current.id, new Date(acted).toISOString())
  }
  return verdict
}

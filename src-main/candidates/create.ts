import type { NotThese } from '../../shared/calls/duplicate.ts'
import { type CandidateValues, wrongOn } from '../../shared/candidate.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { type Doing, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'

export interface NewCandidate {
  readonly changeId: string
  readonly id: string
  readonly values: CandidateValues
  /** Whom the operator compared him with; he said that it is somebody else. */
  readonly notThese: NotThese
}

/**
 * Notes a new record, after the decisions about those who resemble him: central reads them first, and does not ask again
 * (docs/protocol.md, C9).
 *
 * Called twice with the same ids it is written once.
 */
export function createCandidate(db: Cache, act: Act, { changeId, id, values, notThese }: NewCandidate): void {
  const wrong = wrongOn(act.actedAt.slice(0, 10), values)
  if (wrong.length > 0) {
    const fields = wrong.map(({ field, code }) => ({ field: field.replace('patch.', 'values.'), code }))
    throw new Refusal(fail('input.invalid', 'invalid on this day', { fields }).error)
  }
  const decisions: readonly Doing[] = notThese.map((person) => ({
    id: person.changeId,
    kind: 'candidate.notDuplicate',
    entityId: person.id,
    patch: { a: id, b: person.candidateId, reason: person.reason },
  }))
  perform(db, act, [...decisions, { id: changeId, kind: 'candidate.create', entityId: id, patch: values }])
}

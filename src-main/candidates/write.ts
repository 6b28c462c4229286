import { type CandidateField, type CandidatePatch, type CandidateValues, wrongOn } from '../../shared/candidate.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { isDone, perform } from '../sync/act.ts'
import { type Act, closeChange } from '../sync/outbox.ts'
import { becameOf } from '../sync/redirect.ts'
import { sendCodes } from './codes.ts'
import { findRow } from './queries.ts'
import { fromRow } from './rows.ts'

export interface CandidateEdit {
  readonly changeId: string
  readonly id: string
  readonly patch: CandidatePatch
  readonly base: Readonly<Record<string, number>>
  /** The refused or conflicting change that this edit settles. */
  readonly closes?: string | null
  /** The codes are to go after it: the id of that change. */
  readonly thenCodes?: string | null
}

/**
 * Notes an edit: record, outbox row and audit row in one transaction (docs/protocol.md, D1).
 *
 * Called twice with the same change id, it is written once. Fields that already have their new value are left out; an
 * edit of nothing leaves no trace. Where codes are to follow, both are noted or neither.
 */
export function editCandidate(db: Cache, act: Act, edit: CandidateEdit): void {
  db.transaction(() => {
    if (isDone(db, edit.changeId)) return
    const row = findRow(db, becameOf(db, 'candidate', edit.id))
    if (!row) throw new Refusal(fail('candidate.unknown', 'no such candidate on this desk').error)
    const wrong = wrongOn(act.actedAt.slice(0, 10), edit.patch)
    if (wrong.length > 0) throw new Refusal(fail('input.invalid', 'invalid on this day', { fields: wrong }).error)
    const patch = withoutEqual(fromRow(row).candidate, edit.patch)
    const fields = Object.keys(patch) as CandidateField[]
    if (edit.closes) closeChange(db, act, edit.closes)
    const base = Object.fromEntries(fields.map((field) => [field, edit.base[field] ?? 0]))
    if (fields.length > 0)
      perform(db, act, [{ id: edit.changeId, kind: 'candidate.edit', entityId: edit.id, patch, base }])
    if (edit.thenCodes) sendCodes(db, act, { changeId: edit.thenCodes, id: edit.id })
  })()
}

function withoutEqual(candidate: CandidateValues, patch: CandidatePatch): CandidatePatch {
  const changed = Object.entries(patch).filter(([field, value]) => candidate[field as CandidateField] !== value)
  return Object.fromEntries(changed)
}

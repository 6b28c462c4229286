import type { Change } from '../../shared/changes/change.ts'
import { type Candidate, candidateFields, wrongOn } from '../../shared/candidate.ts'
import { mergeEdit } from '../../shared/merge.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Desk } from '../desks/authenticate.ts'
import type { Transacting } from '../sync/push.ts'

/** Applies an edit to a candidate of the desk's centre, field by field (docs/protocol.md, C2). */
export async function editCandidate(
  db: Transacting,
  desk: Desk,
  change: Extract<Change, { kind: 'candidate.edit' }>,
  at: string,
): Promise<Verdict> {
  const current: Candidate | undefined = await db
    .selectFrom('candidate')
    .innerJoin('scope', 'scope.candidateId', 'candidate.id')
    .select(['candidate.id', 'login', ...candidateFields, 'version', 'fieldVersions'])
    .where('candidate.id', '=', change.entityId)
    .where('scope.centreId', '=', desk.centreId)
    .where('scope.until', 'is', null)
    .forUpdate('candidate')
    .executeTakeFirst()
  if (!current) return { status: 'rejected', at, code: 'candidate.unknown' }

  const wrong = wrongOn(at.slice(0, 10), change.patch)
  if (wrong.length > 0) return { status: 'rejected', at, code: 'input.invalid', fields: [...wrong] }

  const { apply, conflicts } = mergeEdit(current, change.patch, change.base)
  const fieldVersions = { ...current.fieldVersions }
  for (const field of Object.keys(apply)) fieldVersions[field] = (fieldVersions[field] ?? 0) + 1
  const version = current.version + (Object.keys(apply).length > 0 ? 1 : 0)
  if (version > current.version) {
    await db
      .updateTable('candidate')
      .set({ ...apply, version, fieldVersions: JSON.stringify(fieldVersions) })
      .where('id', '=', current.id)
      .execute()
  }
  return Object.keys(conflicts).length === 0
    ? { status: 'accepted', at, version, fieldVersions }
    : { status: 'conflict', at, version, fieldVersions, conflicts }
}

import type { AskedElsewhere } from '../../shared/calls/elsewhere.ts'
import { wrongOn } from '../../shared/candidate.ts'
import type { Change } from '../../shared/changes/change.ts'
import { neverSeen } from '../../shared/changes/shape.ts'
import type { IdentityProof } from '../../shared/identityProof.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { perform } from '../sync/act.ts'
import { type Act, sentChange } from '../sync/outbox.ts'
import { becameOf } from '../sync/redirect.ts'
import { findRow } from './queries.ts'

interface NewAddress {
  readonly changeId: string
  readonly id: string
  readonly email: string
  readonly proof: IdentityProof
}

/**
 * Notes another address for somebody whom Certassur alone knows. Nothing is shown of him: his record comes by the feed
 * when central accepts. Should it be here already, his address was not seen before it was replaced.
 */
export function replaceEmail(db: Cache, act: Act, { changeId, id, email, proof }: NewAddress): void {
  if (wrongOn(act.actedAt.slice(0, 10), { birthDate: proof.birthDate }).length > 0) {
    const fields = [{ field: 'proof.birthDate', code: 'date.notInPast' as const }]
    throw new Refusal(fail('input.invalid', 'invalid on this day', { fields }).error)
  }
  perform(db, act, [
    {
      id: changeId,
      kind: 'candidate.replaceEmail',
      entityId: id,
      patch: { email },
      base: { email: neverSeen },
      proof,
    },
  ])
}

/** How far acts about people are of whom there was no record on this desk, and whether it has come. */
export function readAsked(db: Cache, changeIds: readonly string[]): readonly AskedElsewhere[] {
  return changeIds.flatMap((id) => {
    const row = prepare(db, 'SELECT * FROM change WHERE id = ?').get(id) as Parameters<typeof sentChange>[0] | undefined
    const person = row && personOf(db, JSON.parse(row.body) as Change)
    if (!row || person === undefined) return []
    const candidateId = becameOf(db, 'candidate', person)
    return [{ ...sentChange(row), candidateId, here: findRow(db, candidateId) !== undefined }]
  })
}

function personOf(db: Cache, change: Change): string | undefined {
  if (change.kind === 'candidate.replaceEmail') return change.entityId
  if (change.kind !== 'registration.create') return undefined
  // Central may have taken it for the one whom he has become.
  return readRecord(db, 'registration', change.entityId)?.candidateId ?? change.patch.candidateId
}

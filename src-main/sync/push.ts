import { push, pushLimit } from '../../shared/api.ts'
import type { CandidateField, CandidatePatch } from '../../shared/candidate.ts'
import type { Change } from '../../shared/changes/change.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { writeMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { first, query, run } from '../cache/run.ts'
import { settleCandidate } from '../candidates/write.ts'
import type { Http } from './http.ts'
import { nextBatch, rebaseWaiting } from './outbox.ts'

/**
 * Sends what waits, until nothing more can go (docs/protocol.md, D3 to D5). Answers how many changes were settled.
 *
 * A change stays pending until an answer that names it is committed; a batch that brings no such answer ends the push.
 */
export async function pushAll(db: Cache, http: Http, token: string, now: () => Date): Promise<Result<number>> {
  let settled = 0
  for (;;) {
    const batch = nextBatch(db, pushLimit.changes, pushLimit.bytes)
    if (batch.length === 0) return ok(settled)
    const sentAt = now().toISOString()
    run(
      db,
      query
        .updateTable('change')
        .set({ sentAt })
        .where(
          'id',
          'in',
          batch.map((change) => change.id),
        ),
    )
    const reply = await http.post(push, { sentAt, changes: [...batch] }, token)
    if (!reply.ok) return reply
    const sent = new Map(batch.map((change) => [change.id, change]))
    const before = settled
    db.transaction(() => {
      writeMeta(db, 'clockOffset', String(new Date(reply.value.receivedAt).getTime() - now().getTime()))
      for (const { id, verdict } of reply.value.answers) {
        const change = sent.get(id)
        // Named twice, or never sent: not an answer to anything.
        if (!change || !sent.delete(id)) continue
        settle(db, change, verdict)
        settled += 1
      }
    })()
    if (settled === before) return ok(settled)
  }
}

function settle(db: Cache, change: Change, verdict: Verdict): void {
  const row = first(db, query.selectFrom('change').select('status').where('id', '=', change.id))
  if (row?.status !== 'pending') return
  run(
    db,
    query
      .updateTable('change')
      .set({ status: verdict.status, verdict: JSON.stringify(verdict) })
      .where('id', '=', change.id),
  )
  rebaseWaiting(db, change, verdict)
  settleCandidate(db, change.entityId, appliedBy(change, verdict), verdict.status === 'rejected' ? null : verdict)
}

/** What of the change is now central's value: all of it, or with a conflict central's own values instead. */
function appliedBy(change: Change, verdict: Verdict): CandidatePatch {
  if (verdict.status === 'rejected') return {}
  if (verdict.status === 'accepted') return change.patch
  const kept = Object.entries(verdict.conflicts).map(([field, { value }]) => [field as CandidateField, value])
  return { ...change.patch, ...Object.fromEntries(kept) }
}

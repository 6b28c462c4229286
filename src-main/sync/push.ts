import { push, pushLimit } from '../../shared/api.ts'
import type { Change } from '../../shared/changes/change.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { writeMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { first, query, run } from '../cache/run.ts'
import type { Http } from './http.ts'
import { nextBatch, rebaseWaiting, refuseDependants } from './outbox.ts'
import { settle } from './overlay.ts'

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
    const sent = new Set(batch.map((change) => change.id))
    const before = settled
    db.transaction(() => {
      writeMeta(db, 'clockOffset', String(new Date(reply.value.receivedAt).getTime() - now().getTime()))
      for (const { id, verdict } of reply.value.answers) {
        // Named twice, or never sent: not an answer to anything.
        if (!sent.delete(id)) continue
        take(db, id, verdict)
        settled += 1
      }
    })()
    if (settled === before) return ok(settled)
  }
}

function take(db: Cache, id: string, verdict: Verdict): void {
  const row = first(db, query.selectFrom('change').select(['status', 'body']).where('id', '=', id))
  if (row?.status !== 'pending') return
  // As it stands now: an answer before it may have changed what it is based on, or what it is about.
  const change: Change = JSON.parse(row.body)
  run(
    db,
    query
      .updateTable('change')
      .set({ status: verdict.status, verdict: JSON.stringify(verdict) })
      .where('id', '=', change.id),
  )
  if (verdict.status === 'rejected') {
    for (const refused of refuseDependants(db, change.id, verdict.at)) settle(db, refused, verdict)
  }
  rebaseWaiting(db, change, verdict)
  settle(db, change, verdict)
}

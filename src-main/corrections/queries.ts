import type { CorrectionRow } from '../../shared/calls/correction.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { refuse } from '../../shared/parse.ts'
import { findRow } from '../candidates/queries.ts'
import { fromRow } from '../candidates/rows.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord, recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { isDone, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'
import { becameOf } from '../sync/redirect.ts'

const MOST = 500

/** What candidates asked for: what waits, the oldest first, then what was decided, the newest first. */
export function listCorrections(db: Cache): readonly CorrectionRow[] {
  const rows = prepare(
    db,
    `SELECT body, base IS NOT NULL AS waiting FROM correction
     ORDER BY status <> 'asked', CASE status WHEN 'asked' THEN askedAt END, askedAt DESC LIMIT ${MOST}`,
  ).all() as { body: string; waiting: number }[]
  return rows.map(({ body, waiting }) => {
    const correction = recordOf<'correction'>(body)
    const row = findRow(db, becameOf(db, 'candidate', correction.candidateId))
    return { correction, candidate: row ? fromRow(row).candidate : null, waiting: waiting === 1 }
  })
}

export const countAsked = (db: Cache): number =>
  prepare(db, `SELECT count(*) FROM correction WHERE status = 'asked'`).pluck().get() as number

/** Notes what the centre says; said once. */
export function decideCorrection(
  db: Cache,
  act: Act,
  { changeId, id, decision, proof }: HandlerArgs<'correction:decide'>,
): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const correction = readRecord(db, 'correction', id) ?? refuse('correction.unknown', 'no such correction')
    if (correction.status !== 'asked') refuse('correction.decided', 'it was decided meanwhile')
    perform(db, act, [{ id: changeId, kind: 'correction.decide', entityId: id, patch: decision, proof }])
  })()
}

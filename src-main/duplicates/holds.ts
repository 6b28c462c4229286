import type { ComparedCandidate, HoldCase, MergeRequestRow } from '../../shared/calls/duplicate.ts'
import type { HoldDecision } from '../../shared/duplicate.ts'
import { refuse } from '../../shared/parse.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord, recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { isDone, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'
import { becameOf } from '../sync/redirect.ts'
import { readCompared } from './compared.ts'

/** The new records whose owner nobody has named yet, and those that were named here and wait for central. */
export function listHolds(db: Cache): readonly HoldCase[] {
  const ids = prepare(db, 'SELECT id FROM hold WHERE decision IS NULL OR base IS NOT NULL ORDER BY id').pluck().all()
  return (ids as string[]).flatMap((id) => readHold(db, id) ?? [])
}

export function readHold(db: Cache, id: string): HoldCase | undefined {
  const row = prepare(db, 'SELECT body, base IS NOT NULL AS waiting FROM hold WHERE id = ?').get(id) as
    | { body: string; waiting: number }
    | undefined
  if (!row) return undefined
  const hold = recordOf<'hold'>(row.body)
  const ids = hold.matches.map((match) => becameOf(db, 'candidate', match.id))
  const here = new Map(readCompared(db, [id, ...ids]).map((candidate) => [candidate.id, candidate]))
  return {
    hold,
    candidate: here.get(id) ?? null,
    matches: hold.matches.map((match, at) => ({ match, here: here.get(ids[at] ?? '') ?? null })),
    sessionsTwice: sessionsTwice(db, id, ids),
    waiting: row.waiting === 1,
  }
}

const sessionsTwice = (db: Cache, id: string, others: readonly string[]): number =>
  prepare(
    db,
    `SELECT count(DISTINCT his.sessionId) FROM registration his JOIN registration other ON other.sessionId = his.sessionId
     WHERE his.candidateId = ? AND his.status <> 'cancelled' AND other.status <> 'cancelled'
       AND other.candidateId IN (SELECT value FROM json_each(?))`,
  )
    .pluck()
    .get(id, JSON.stringify(others)) as number

/** Says whom a new record is of. */
export function resolveHold(
  db: Cache,
  act: Act,
  { changeId, id, decision }: { changeId: string; id: string; decision: HoldDecision },
): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const hold = readRecord(db, 'hold', id) ?? refuse('hold.unknown', 'nothing to decide about this record')
    if (hold.decision !== null) refuse('hold.decided', 'decided already')
    const known = decision.with === null || hold.matches.some((match) => match.id === decision.with)
    if (!known) refuse('merge.impossible', 'not one of those who resemble him')
    perform(db, act, [{ id: changeId, kind: 'hold.resolve', entityId: id, patch: decision }])
  })()
}

interface Pair {
  readonly changeId: string
  readonly id: string
  readonly a: string
  readonly b: string
  readonly reason: string
}

/** Notes that two records are of two people: asked again only when one of them changes. */
export const declareDistinct = (db: Cache, act: Act, { changeId, id, a, b, reason }: Pair): void => {
  if (a === b) refuse('merge.impossible', 'one record')
  perform(db, act, [{ id: changeId, kind: 'candidate.notDuplicate', entityId: id, patch: { a, b, reason } }])
}

const OPEN = `status IN ('asked', 'inTreatment')`

/** Asks Certassur to make one record of two; asked once for a pair. */
export function requestMerge(db: Cache, act: Act, { changeId, id, a, b, reason }: Pair): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    if (a === b) refuse('merge.impossible', 'one record')
    if (openRequest(db, a, b)) return
    perform(db, act, [
      { id: changeId, kind: 'merge.request', entityId: id, patch: { a, b, reason }, shown: { askedAt: act.actedAt } },
    ])
  })()
}

const openRequest = (db: Cache, a: string, b: string): boolean =>
  prepare(db, `SELECT 1 FROM mergeRequest WHERE ${OPEN} AND (a = @a AND b = @b OR a = @b AND b = @a)`).get({ a, b }) !==
  undefined

export function withdrawMerge(db: Cache, act: Act, { changeId, id }: { changeId: string; id: string }): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const request = readRecord(db, 'mergeRequest', id) ?? refuse('merge.unknown', 'no such request')
    if (request.status !== 'asked') refuse('merge.tooLate', 'Certassur has begun')
    perform(db, act, [{ id: changeId, kind: 'merge.withdraw', entityId: id, patch: { status: 'withdrawn' } }])
  })()
}

const MOST_REQUESTS = 500

/** What this centre asked Certassur to merge, the newest first. */
export function listRequests(db: Cache): readonly MergeRequestRow[] {
  const rows = prepare(
    db,
    `SELECT body, base IS NOT NULL AS waiting FROM mergeRequest ORDER BY id DESC LIMIT ${MOST_REQUESTS}`,
  ).all() as { body: string; waiting: number }[]
  return rows.map(({ body, waiting }) => {
    const request = recordOf<'mergeRequest'>(body)
    const find = (id: string): ComparedCandidate | null => readCompared(db, [becameOf(db, 'candidate', id)])[0] ?? null
    return { request, a: find(request.a), b: find(request.b), waiting: waiting === 1 }
  })
}

import type { Selectable } from 'kysely'
import { apiSchema } from '../../shared/api.ts'
import type { CandidatePatch } from '../../shared/candidate.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import type { Change } from '../../shared/changes/change.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { readMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { all, first, query, run } from '../cache/run.ts'
import type { CacheTables } from '../cache/tables.ts'

/** Who acts, on which desk, with which permission, when. */
export interface Act {
  readonly deskId: string
  readonly actor: string
  readonly grant: string
  readonly actedAt: string
}
/** What was done; the envelope is added here. */
type Done<C = Change> = C extends Change ? Pick<C, 'id' | 'kind' | 'entityId' | 'patch' | 'base'> : never

/** Puts a change in the outbox and a line in the audit. Runs inside the transaction that writes the record. */
export function enqueue(db: Cache, act: Act, done: Done): void {
  const last =
    first(
      db,
      query.selectFrom('change').select((e) => e.fn.max('deskSeq').as('seq')),
    )?.seq ?? 0
  const offset = readMeta(db, 'clockOffset')
  const change: Change = {
    ...done,
    ...act,
    deskSeq: last + 1,
    clockOffset: offset === null ? null : Number(offset),
    schema: apiSchema,
  }
  run(
    db,
    query.insertInto('change').values({
      id: change.id,
      deskSeq: change.deskSeq,
      kind: change.kind,
      entityId: change.entityId,
      body: JSON.stringify(change),
      status: 'pending',
      verdict: null,
      actedAt: change.actedAt,
      sentAt: null,
      closedAt: null,
    }),
  )
  audit(db, act, done.kind, done.entityId, done.id, Object.keys(done.patch))
}

function audit(
  db: Cache,
  act: Act,
  kind: string,
  entityId: string,
  changeId: string | null,
  fields: readonly string[],
): void {
  run(
    db,
    query
      .insertInto('audit')
      .values({ at: act.actedAt, operatorId: act.actor, kind, entityId, changeId, fields: JSON.stringify(fields) }),
  )
}

/**
 * The next changes to send, in the order of the desk (docs/protocol.md, D3 and D4).
 *
 * One record's edits go one at a time: the second is written on top of the first, so it waits for what the first leads to.
 */
export function nextBatch(db: Cache, limit: number, bytes: number): readonly Change[] {
  const waiting = all(
    db,
    query
      .selectFrom('change')
      .select(['entityId', 'body'])
      .where('status', '=', 'pending')
      .orderBy('deskSeq')
      .limit(limit * 4),
  )
  const batch: Change[] = []
  const records = new Set<string>()
  let size = 0
  for (const { entityId, body } of waiting) {
    if (records.has(entityId)) continue
    size += Buffer.byteLength(body)
    if (batch.length === limit || (size > bytes && batch.length > 0)) break
    records.add(entityId)
    batch.push(JSON.parse(body))
  }
  return batch
}

/** What this desk changed on a record and central has not answered, oldest first. */
export const pendingPatches = (db: Cache, entityId: string): readonly CandidatePatch[] =>
  changesOf(db, entityId, ['pending']).map((row) => (JSON.parse(row.body) as Change).patch)

/**
 * The changes of a record that its operators still have to know about, the newest first: all that are not closed, and
 * of the accepted ones those acted after `since`, whose author may still be watching them arrive.
 */
export function openChanges(db: Cache, entityId: string, since: string): readonly SentChange[] {
  const rows = all(
    db,
    query
      .selectFrom('change')
      .selectAll()
      .where('entityId', '=', entityId)
      .where('closedAt', 'is', null)
      .where((where) => where.or([where('status', '!=', 'accepted'), where('actedAt', '>', since)]))
      .orderBy('deskSeq', 'desc')
      .limit(20),
  )
  return rows.map(sentChange)
}

function sentChange(row: Selectable<CacheTables['change']>): SentChange {
  const change: Change = JSON.parse(row.body)
  return {
    id: row.id,
    kind: change.kind,
    patch: change.patch,
    actedAt: row.actedAt,
    status: row.status,
    verdict: row.verdict === null ? null : (JSON.parse(row.verdict) as Verdict),
  }
}

/**
 * Moves the base of an edit over what this desk itself changed and central applied: a form opened before one of those
 * edits came back must not conflict with it. Somebody else's change in between is never passed over.
 */
export function ownRebase(db: Cache, entityId: string, base: Readonly<Record<string, number>>): Record<string, number> {
  const moved = { ...base }
  for (const row of changesOf(db, entityId, ['accepted', 'conflict'])) {
    const change: Change = JSON.parse(row.body)
    const led = ledTo(change, row.verdict === null ? null : (JSON.parse(row.verdict) as Verdict))
    for (const [field, version] of Object.entries(led)) {
      if (field in moved && moved[field] === (change.base[field] ?? 0)) moved[field] = version
    }
  }
  return moved
}

/** After a verdict: the edits waiting behind it were written on top of it, and are now based on what it led to. */
export function rebaseWaiting(db: Cache, settled: Change, verdict: Verdict): void {
  const led = ledTo(settled, verdict)
  for (const row of changesOf(db, settled.entityId, ['pending'])) {
    const change: Change = JSON.parse(row.body)
    const base = { ...change.base }
    for (const [field, version] of Object.entries(led)) if (field in change.patch) base[field] = version
    run(
      db,
      query
        .updateTable('change')
        .set({ body: JSON.stringify({ ...change, base }) })
        .where('id', '=', row.id),
    )
  }
}

/** The versions that central gave to the fields which a change really changed there. */
function ledTo(change: Change, verdict: Verdict | null): Readonly<Record<string, number>> {
  if (verdict === null || verdict.status === 'rejected') return {}
  const applied = Object.keys(change.patch).filter(
    (field) => verdict.status === 'accepted' || !(field in verdict.conflicts),
  )
  return Object.fromEntries(applied.map((field) => [field, verdict.fieldVersions[field] ?? 0]))
}

const changesOf = (db: Cache, entityId: string, statuses: readonly ('pending' | 'accepted' | 'conflict')[]) =>
  all(
    db,
    query
      .selectFrom('change')
      .select(['id', 'body', 'verdict'])
      .where('entityId', '=', entityId)
      .where('status', 'in', statuses)
      .orderBy('deskSeq'),
  )

/** How many changes wait for central, and how many came back refused or in conflict and are not closed. */
export function countOutbox(db: Cache): { readonly waiting: number; readonly refused: number } {
  const counted = all(
    db,
    query
      .selectFrom('change')
      .select(['status', (e) => e.fn.countAll<number>().as('n')])
      .where('status', 'in', ['pending', 'conflict', 'rejected'])
      .where('closedAt', 'is', null)
      .groupBy('status'),
  )
  const of = (status: string) => counted.find((row) => row.status === status)?.n ?? 0
  return { waiting: of('pending'), refused: of('conflict') + of('rejected') }
}

/** The operator is done with a refusal or a conflict. The change is kept; it only leaves his screen. */
export function closeChange(db: Cache, act: Act, id: string): boolean {
  return db.transaction(() => {
    const row = first(
      db,
      query
        .selectFrom('change')
        .select(['kind', 'entityId'])
        .where('id', '=', id)
        .where('status', 'in', ['conflict', 'rejected']),
    )
    if (!row) return false
    run(db, query.updateTable('change').set({ closedAt: act.actedAt }).where('id', '=', id))
    audit(db, act, 'change.close', row.entityId, id, [])
    return true
  })()
}

import type { Selectable } from 'kysely'
import { apiSchema } from '../../shared/api.ts'
import type { SentChange } from '../../shared/calls/sync.ts'
import { type Change, changeKinds, kinds } from '../../shared/changes/change.ts'
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
type Done = Pick<Change, 'id' | 'kind' | 'entityId' | 'patch' | 'base' | 'dependsOn'> & { readonly proof?: unknown }

/** Puts a change in the outbox and a line in the audit. Runs inside the transaction that writes the record. */
export function enqueue(db: Cache, act: Act, done: Done): void {
  const last =
    first(
      db,
      query.selectFrom('change').select((e) => e.fn.max('deskSeq').as('seq')),
    )?.seq ?? 0
  const offset = readMeta(db, 'clockOffset')
  const change = {
    ...done,
    ...act,
    deskSeq: last + 1,
    clockOffset: offset === null ? null : Number(offset),
    schema: apiSchema,
  } as Change
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
 * One record's claims go one at a time: the second is written on top of the first, so it waits for what the first leads
 * to. A claim waits for the creations that it depends on; a fact waits for nobody.
 */
export function nextBatch(db: Cache, limit: number, bytes: number): readonly Change[] {
  const waiting = all(
    db,
    query
      .selectFrom('change')
      .select(['id', 'kind', 'entityId', 'body'])
      .where('status', '=', 'pending')
      .orderBy('deskSeq')
      .limit(limit * 4),
  )
  const batch: Change[] = []
  const behind = new Set<string>()
  const unanswered = new Set<string>()
  let size = 0
  for (const { id, kind, entityId, body } of waiting) {
    const change: Change = JSON.parse(body)
    const claim = kinds[kind as Change['kind']].nature === 'claim'
    const waits = claim && (behind.has(entityId) || (change.dependsOn ?? []).some((parent) => unanswered.has(parent)))
    unanswered.add(id)
    if (claim) behind.add(entityId)
    if (waits) continue
    size += Buffer.byteLength(body)
    if (batch.length === limit || (size > bytes && batch.length > 0)) break
    batch.push(change)
  }
  return batch
}

const creations = changeKinds.filter((kind) => kinds[kind].creates)

/** The unanswered change that made this row, if there is one. */
export const pendingCreation = (db: Cache, entityId: string): string | undefined =>
  first(
    db,
    query
      .selectFrom('change')
      .select('id')
      .where('entityId', '=', entityId)
      .where('status', '=', 'pending')
      .where('kind', 'in', creations),
  )?.id

/** Whether central refused to make this row and nobody has dealt with that yet: what is about it would go nowhere. */
export const isRefused = (db: Cache, entityId: string): boolean =>
  first(
    db,
    query
      .selectFrom('change')
      .select('id')
      .where('entityId', '=', entityId)
      .where('status', '=', 'rejected')
      .where('closedAt', 'is', null)
      .where('kind', 'in', creations),
  ) !== undefined

/** What this desk changed on a row and central has not answered, oldest first. */
export const pendingPatches = (db: Cache, entityId: string): readonly Change['patch'][] =>
  changesOf(db, entityId, ['pending']).map((row) => (JSON.parse(row.body) as Change).patch)

/** As many as an envelope holds beside a creation; what went before those must be answered before them (D4). */
const MOST_NAMED = 8

/** The unanswered changes of this desk on some fields of a row. */
export const pendingOn = (db: Cache, entityId: string, fields: readonly string[]): readonly string[] =>
  changesOf(db, entityId, ['pending'])
    .filter(({ body }) => fields.some((field) => field in (JSON.parse(body) as Change).patch))
    .map(({ id }) => id)
    .slice(-MOST_NAMED)

/** The claims that waited for a creation which central refused: refused with it, each with its reason. Answers them. */
export function refuseDependants(db: Cache, parent: string, at: string): readonly Change[] {
  const refused: Change[] = []
  const verdict: Verdict = { status: 'rejected', at, code: 'change.parentRefused' }
  const rows = all(
    db,
    query
      .selectFrom('change')
      .select(['id', 'kind', 'body'])
      .where('status', '=', 'pending')
      .where('body', 'like', `%${parent}%`),
  )
  for (const row of rows) {
    const change: Change = JSON.parse(row.body)
    if (kinds[change.kind].nature === 'fact' || !(change.dependsOn ?? []).includes(parent)) continue
    run(
      db,
      query
        .updateTable('change')
        .set({ status: 'rejected', verdict: JSON.stringify(verdict) })
        .where('id', '=', row.id),
    )
    refused.push(change, ...refuseDependants(db, row.id, at))
  }
  return refused
}

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

/** Whether some of these fields are open on this desk: central refused a value, or has another one, and nobody has settled it. */
export const isOpenOn = (db: Cache, entityId: string, fields: readonly string[]): boolean =>
  openChanges(db, entityId, NEVER).some(({ patch, status, verdict }) =>
    fields.some(
      (field) =>
        field in patch && (status === 'rejected' || (verdict?.status === 'conflict' && field in verdict.conflicts)),
    ),
  )
/** Nothing was acted after it. */
const NEVER = '9999'

export function sentChange(row: Selectable<CacheTables['change']>): SentChange {
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

import { type Change, type ChangeKind, kinds } from '../../shared/changes/change.ts'
import { naming, neverSeen, type Redirected } from '../../shared/changes/shape.ts'
import { rebaseOnto } from '../../shared/merge.ts'
import { findStored, type RecordTable, writeStored } from '../cache/records.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { type Row, stores } from './entities.ts'
import { lay } from './overlay.ts'

/** The row that this id means today: itself, or what it became. */
export const becameOf = (db: Cache, entity: Redirected, id: string): string =>
  (prepare(db, 'SELECT target FROM redirect WHERE entity = ? AND id = ?').pluck().get(entity, id) as
    | string
    | undefined) ?? id

/**
 * One row turned out to be another one (docs/protocol.md, D9): everything here that names it names the other from now on,
 * also what waits to be sent. Part of the transaction that hears of it.
 */
export function redirect(db: Cache, entity: Redirected, id: string, into: string): void {
  if (id === into) return
  const gone = fromCentral(stores[entity].find(db, id))
  remember(db, entity, id, into)
  prepare(db, 'DELETE FROM leaving WHERE entity = ? AND id = ?').run(entity, id)
  renameRecords(db, entity, id, into)
  renameNamed(db, entity, id, into)
  renameActs(db, entity, id, into, gone)
  stores[entity].remove(db, id)
  const stays = fromCentral(stores[entity].find(db, into))
  if (stays) lay(db, entity, stays)
}

/** What pointed to the row that ends now points to what it became: no act ever follows more than one step. */
export function remember(db: Cache, entity: Redirected, id: string, into: string): void {
  prepare(db, 'UPDATE redirect SET target = ? WHERE entity = ? AND target = ?').run(into, entity, id)
  prepare(db, 'INSERT OR REPLACE INTO redirect (entity, id, target) VALUES (?, ?, ?)').run(entity, id, into)
}

const fromCentral = (stored: ReturnType<(typeof stores)[Redirected]['find']>): Row | undefined =>
  stored && (stored.base === undefined ? stored.current : (stored.base ?? undefined))

const tables: Readonly<Record<Redirected, readonly RecordTable[]>> = {
  candidate: ['registration', 'result', 'attestation', 'attendance', 'print', 'history', 'mail'],
  registration: ['checkIn', 'result', 'attendance'],
}
const fieldOf = { candidate: 'candidateId', registration: 'registrationId' } as const

function renameRecords(db: Cache, entity: Redirected, id: string, into: string): void {
  // A mark is found through its registration, which is not renamed yet.
  const marks =
    entity === 'candidate'
      ? prepare(
          db,
          'SELECT checkIn.id FROM registration JOIN checkIn ON checkIn.registrationId = registration.id WHERE candidateId = ?',
        )
          .pluck()
          .all(id)
      : []
  for (const mark of marks as string[]) renameIn(db, 'checkIn', mark, fieldOf[entity], into)
  for (const table of tables[entity]) {
    const rows = prepare(db, `SELECT id FROM "${table}" WHERE "${fieldOf[entity]}" = ?`).pluck().all(id) as string[]
    for (const row of rows) renameIn(db, table, row, fieldOf[entity], into)
  }
}

function renameIn(db: Cache, table: RecordTable, id: string, field: string, into: string): void {
  const stored = findStored(db, table, id)
  if (!stored) return
  const { current, base } = stored
  writeStored(db, table, { ...current, [field]: into }, base && { ...base, [field]: into })
}

/** What waits in the outbox names rows in its patch. */
function renameNamed(db: Cache, entity: Redirected, id: string, into: string): void {
  for (const [field, noun] of Object.entries(naming)) {
    if (noun !== entity) continue
    prepare(
      db,
      `UPDATE change SET body = json_set(body, '$.patch.${field}', @into)
       WHERE status = 'pending' AND body ->> '$.patch.${field}' = @id`,
    ).run({ id, into })
  }
}

/** Acts on the row itself: whoever cancelled one of two registrations of one person did not mean the one that stays. */
function renameActs(db: Cache, entity: Redirected, id: string, into: string, gone: Row | undefined): void {
  const stays = fromCentral(stores[entity].find(db, into))
  const acts = prepare(db, 'SELECT id, kind, status, body FROM change WHERE entityId = ?').all(id) as {
    id: string
    kind: ChangeKind
    status: string
    body: string
  }[]
  for (const act of acts) {
    const { entity: noun, creates } = kinds[act.kind]
    if (noun !== entity || creates || act.kind === 'registration.cancel') continue
    const change: Change = JSON.parse(act.body)
    const base = act.status === 'pending' ? baseOn(change, gone, stays) : change.base
    prepare(db, 'UPDATE change SET entityId = ?, body = ? WHERE id = ?').run(
      into,
      JSON.stringify({ ...change, entityId: into, base }),
      act.id,
    )
  }
}

/** @param stays absent while the page that brings it has not come: then nothing was seen of it */
function baseOn({ patch, base }: Change, gone: Row | undefined, stays: Row | undefined): Record<string, number> {
  if (!gone?.fieldVersions || !stays?.fieldVersions) {
    return Object.fromEntries(Object.keys(patch).map((field) => [field, neverSeen]))
  }
  return rebaseOnto(
    patch,
    base,
    { ...gone, fieldVersions: gone.fieldVersions },
    { ...stays, fieldVersions: stays.fieldVersions },
  )
}

import Database from 'better-sqlite3'
import type { Cache } from '../cache/open.ts'
import { migrations } from '../cache/migrate.ts'
import { prepare } from '../cache/run.ts'

type Row = Readonly<Record<string, unknown>>

/** The nouns that an import writes, beside outbox and audit. */
const WRITTEN = ['candidate', 'registration', 'distinction'] as const
type Written = (typeof WRITTEN)[number] | 'change' | 'audit'

/** Rows as their values, in the order of the columns: what is written in one transaction must be ready to be. */
export interface RehearsedRows {
  readonly table: Written
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/**
 * A small copy of the cache, in memory, in which acts are done by the very functions that do them at any time.
 *
 * Hundreds of acts take longer than anybody may hold up the main process, and half of them may never be seen. Here they
 * are done in slices, with every rule; what they wrote is then carried into the cache in one short transaction.
 */
export interface Rehearsal {
  readonly db: Cache
  /** What was written since it was asked the last time, row by row so that the work may pause. */
  written(): Generator<void, readonly RehearsedRows[]>
  close(): void
}

/** What the acts of an import look at. */
export interface Around {
  readonly sessionId: string | null
  readonly candidateIds: readonly string[]
}

export function* rehearse(live: Cache, around: Around): Generator<void, Rehearsal> {
  const db = new Database(':memory:')
  for (const statements of migrations) {
    db.exec(statements)
    yield
  }
  // What was copied, and what was answered before.
  const known = { candidate: new Set(), registration: new Set(), distinction: new Set(), change: new Set<unknown>() }
  let audited = 0
  const copy = function* (table: string, rows: readonly Row[]): Generator<void> {
    for (const row of rows) {
      insert(db, table, row)
      yield
    }
  }
  yield* copy('meta', live.prepare(`SELECT * FROM meta WHERE key = 'clockOffset'`).all() as Row[])
  const registrations = rowsOf(live, 'SELECT * FROM registration WHERE sessionId = ?', around.sessionId ?? '')
  yield* copy('session', rowsOf(live, 'SELECT * FROM session WHERE id = ?', around.sessionId ?? ''))
  yield* copy('registration', registrations)
  for (const { id } of registrations) known.registration.add(id)
  const ids = [around.sessionId, ...registrations.map(({ id }) => id), ...around.candidateIds]
  const changes = [
    ...rowsOf(live, 'SELECT * FROM change WHERE entityId IN (SELECT value FROM json_each(?))', JSON.stringify(ids)),
    // The order of this desk goes on where it stands.
    ...rowsOf(live, 'SELECT * FROM change ORDER BY deskSeq DESC LIMIT 1'),
  ]
  for (const row of changes) {
    if (known.change.has(row['id'])) continue
    known.change.add(row['id'])
    insert(db, 'change', row)
    yield
  }

  return {
    db,
    *written() {
      const all: RehearsedRows[] = []
      for (const table of [...WRITTEN, 'change', 'audit'] as const) {
        const order = table === 'change' ? 'deskSeq' : table === 'audit' ? 'seq' : 'id'
        const before = table === 'audit' ? undefined : known[table]
        const columns = columnsOf(db, table)
        const rows: unknown[][] = []
        const found = db
          .prepare(`SELECT ${listed(columns)} FROM "${table}" ORDER BY ${order} LIMIT -1 OFFSET ?`)
          .raw()
          .iterate(before ? 0 : audited)
        for (const row of found as Iterable<unknown[]>) {
          if (!before?.has(row[0])) rows.push(row)
          before?.add(row[0])
          yield
        }
        if (!before) audited += rows.length
        all.push({ table, columns, rows })
      }
      return all
    },
    close: () => db.close(),
  }
}

const rowsOf = (db: Cache, sql: string, ...parameters: readonly string[]): readonly Row[] =>
  prepare(db, sql).all(...parameters) as Row[]

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ')

/** The id first, where there is one; the audit numbers its own rows. */
const columnsOf = (db: Cache, table: string): readonly string[] =>
  (db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]).filter((name) => name !== 'seq')

const insertion = (db: Cache, table: string, columns: readonly string[]) =>
  prepare(db, `INSERT INTO "${table}" (${listed(columns)}) VALUES (${columns.map(() => '?').join(', ')})`)

function insert(db: Cache, table: string, row: Row): void {
  insertion(db, table, Object.keys(row)).run(...Object.values(row))
}

/** What was rehearsed into the tables of their names; an existing row is never overwritten. */
export function writeRehearsed(live: Cache, all: readonly RehearsedRows[]): void {
  for (const { table, columns, rows } of all) {
    const statement = insertion(live, table, columns)
    for (const row of rows) statement.run(...row)
  }
}

/**
 * How everything stands that a rehearsal looked at. When this is another text afterwards, somebody acted meanwhile, and it
 * is rehearsed anew.
 */
export function standing(live: Cache, { sessionId, candidateIds }: Around): string {
  const ids = JSON.stringify([sessionId, ...candidateIds])
  const session = prepare(live, 'SELECT body FROM session WHERE id = ?').get(sessionId ?? '')
  const places = prepare(
    live,
    `SELECT r.id, r.status, r.base IS 'null' AS fresh, (SELECT group_concat(status || coalesce(closedAt, '')) FROM change
       WHERE entityId = r.id) AS acts FROM registration r WHERE r.sessionId = ? ORDER BY r.id`,
  ).all(sessionId ?? '')
  const people = prepare(live, 'SELECT count(*) FROM candidate WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .get(ids)
  const acts = prepare(
    live,
    'SELECT id, status FROM change WHERE entityId IN (SELECT value FROM json_each(?)) ORDER BY deskSeq',
  ).all(ids)
  const last = prepare(live, 'SELECT max(deskSeq) FROM change').pluck().get()
  const offset = prepare(live, `SELECT value FROM meta WHERE key = 'clockOffset'`).pluck().get()
  return JSON.stringify([session, places, people, acts, last, offset])
}

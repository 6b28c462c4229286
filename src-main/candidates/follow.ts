import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'

interface Followed {
  readonly id: string
  readonly sortName: string
}

interface Follower<Row extends Followed> {
  /** Of the tables and triggers that note what changes; another one for each follower. */
  readonly name: 'search' | 'similar'
  readonly columns: readonly (keyof Row & string)[]
  put(row: Row): void
  remove(id: string): void
}

/** Everybody of an open cache, row by row, so that the work may pause after any of them. */
export interface Following {
  /** From here on the database notes who was written. */
  begin(): void
  readAll(): Generator<void, void>
  /** Takes over what was written since `begin` or the last time. */
  catchUp(): Generator<void, void>
}

const ROWS_AT_ONCE = 100

/**
 * Hands every candidate to who keeps something of them in memory, and later those that changed.
 *
 * What changes is noted by the database itself, in the transaction that changes it: no writer can forget it, and what is
 * rolled back is not noted. Table and triggers live in memory and go with the handle.
 */
export function followCandidates<Row extends Followed>(
  db: Cache,
  { name, columns, put, remove }: Follower<Row>,
): Following {
  const noted = `${name}Touched`
  const wanted = columns.join(', ')

  function noteOn(act: 'INSERT' | 'UPDATE' | 'DELETE'): string {
    const row = act === 'DELETE' ? 'OLD' : 'NEW'
    return `CREATE TEMP TRIGGER ${name}Candidate${act} AFTER ${act} ON main.candidate BEGIN
      INSERT INTO ${noted} SELECT ${row}.id WHERE ${row}.id NOT IN (SELECT id FROM ${noted}); END;`
  }

  return {
    begin() {
      db.exec(`CREATE TEMP TABLE ${noted} (id TEXT PRIMARY KEY) WITHOUT ROWID;
        ${noteOn('INSERT')} ${noteOn('UPDATE')} ${noteOn('DELETE')}`)
    },
    *readAll() {
      const page = prepare(
        db,
        `SELECT ${wanted} FROM candidate WHERE (sortName, id) > (?, ?) ORDER BY sortName, id LIMIT ${ROWS_AT_ONCE}`,
      )
      for (let rows = page.all('', '') as Row[]; rows.length > 0; ) {
        for (const row of rows) {
          put(row)
          yield
        }
        const end = rows.at(-1)
        rows = page.all(end?.sortName, end?.id) as Row[]
      }
    },
    *catchUp() {
      const some = prepare(db, `SELECT id FROM ${noted} LIMIT ${ROWS_AT_ONCE}`).pluck()
      for (let ids = some.all() as string[]; ids.length > 0; ids = some.all() as string[]) {
        for (const id of ids) {
          const row = prepare(db, `SELECT ${wanted} FROM candidate WHERE id = ?`).get(id) as Row | undefined
          if (row) put(row)
          else remove(id)
          prepare(db, `DELETE FROM ${noted} WHERE id = ?`).run(id)
          yield
        }
      }
    },
  }
}

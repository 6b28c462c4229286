import type Database from 'better-sqlite3'
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { CacheTables } from './tables.ts'

/**
 * Builds typed SQL and runs nothing. Kysely's own SQLite driver is asynchronous, and an `await` inside a transaction
 * would let another write slip into it; the statements below run synchronously on the handle they are given.
 */
export const query = new Kysely<CacheTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export function all<Row>(db: Database.Database, built: Compilable<Row>): Row[] {
  const { sql, parameters } = built.compile()
  return db.prepare(sql).all(...parameters) as Row[]
}

export function first<Row>(db: Database.Database, built: Compilable<Row>): Row | undefined {
  const { sql, parameters } = built.compile()
  return db.prepare(sql).get(...parameters) as Row | undefined
}

export function run(db: Database.Database, built: Compilable): Database.RunResult {
  const { sql, parameters } = built.compile()
  return db.prepare(sql).run(...parameters)
}

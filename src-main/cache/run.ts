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

// Preparing a statement costs more than running it. Kept with the handle it belongs to, and gone with it.
const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()

/** The statement of this text on this handle, prepared once. */
export function prepare(db: Database.Database, sql: string): Database.Statement {
  const statements = prepared.get(db) ?? new Map<string, Database.Statement>()
  prepared.set(db, statements)
  const statement = statements.get(sql) ?? db.prepare(sql)
  statements.set(sql, statement)
  return statement
}

export function all<Row>(db: Database.Database, built: Compilable<Row>): Row[] {
  const { sql, parameters } = built.compile()
  return prepare(db, sql).all(...parameters) as Row[]
}

export function first<Row>(db: Database.Database, built: Compilable<Row>): Row | undefined {
  const { sql, parameters } = built.compile()
  return prepare(db, sql).get(...parameters) as Row | undefined
}

export function run(db: Database.Database, built: Compilable): Database.RunResult {
  const { sql, parameters } = built.compile()
  return prepare(db, sql).run(...parameters)
}

import { type Kysely, sql, type Transaction } from 'kysely'
import type { CentralTables } from './tables.ts'

const CHUNK = 4_000

/**
 * Inserts many rows of one table, a few thousand a statement.
 *
 * PostgreSQL reads them from one JSON text by the names and types of the table's own columns: the number of parameters of
 * a statement is no limit, and a `jsonb` column takes its value as it is. Every row has the keys of the first one.
 */
export async function insertMany(
  db: Kysely<CentralTables> | Transaction<CentralTables>,
  table: keyof CentralTables,
  rows: readonly object[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  for (let at = 0; at < rows.length; at += CHUNK) {
    const json = JSON.stringify(rows.slice(at, at + CHUNK))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(db)
  }
}

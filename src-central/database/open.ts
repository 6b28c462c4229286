import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { registry } from './migrations/001-registry.ts'
import type { CentralTables } from './tables.ts'

export type CentralDb = Kysely<CentralTables>

/**
 * Opens central's database and brings it to the newest schema.
 *
 * The embedded PostgreSQL blocks its thread and takes one process at a time: in the application it lives in central's
 * own process, never in Electron's.
 * @param folder where it keeps its files; without one it lives in memory
 */
export async function openDatabase(folder?: string): Promise<CentralDb> {
  const db = new Kysely<CentralTables>({ dialect: new PGliteDialect({ pglite: () => PGlite.create(folder) }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '001-registry': registry }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  return db
}

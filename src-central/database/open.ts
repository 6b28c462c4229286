import { PGlite } from '@electric-sql/pglite'
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { holdFolder } from './holdFolder.ts'
import { registry } from './migrations/001-registry.ts'
import { sessions } from './migrations/002-sessions.ts'
import { matching } from './migrations/003-matching.ts'
import { duplicates } from './migrations/004-duplicates.ts'
import { backOffice } from './migrations/005-back-office.ts'
import { identityProof } from './migrations/006-identity-proof.ts'
import { mail } from './migrations/007-mail.ts'
import { myCertassur } from './migrations/008-my-certassur.ts'
import { correction } from './migrations/010-correction.ts'
import { checkInToken } from './migrations/011-check-in-token.ts'
import { contact } from './migrations/012-contact.ts'
import { attestationCode } from './migrations/013-attestation-code.ts'
import { advice } from './migrations/014-advice.ts'
import type { CentralTables } from './tables.ts'

export type CentralDb = Kysely<CentralTables>

/** Where central keeps its data: a PostgreSQL server, or the embedded one on a folder; without either, in memory. */
export interface Place {
  readonly folder?: string | undefined
  /** A connection string: `postgresql://…`. */
  readonly server?: string | undefined
  /** An embedded database made elsewhere, instead of a new one. */
  readonly embedded?: (() => Promise<PGlite>) | undefined
}

/**
 * Opens central's database and brings it to the newest schema.
 *
 * The embedded PostgreSQL blocks its thread and takes one process at a time: in the application it lives in central's
 * own process, never in Electron's.
 */
export async function openDatabase(place: Place = {}): Promise<CentralDb> {
  if (place.server === undefined && place.folder !== undefined) await holdFolder(place.folder)
  const db = new Kysely<CentralTables>({ dialect: dialectOf(place) })
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '001-registry': registry,
        '002-sessions': sessions,
        '003-matching': matching,
        '004-duplicates': duplicates,
        '005-back-office': backOffice,
        '006-identity-proof': identityProof,
        '007-mail': mail,
        '008-my-certassur': myCertassur,
        '010-correction': correction,
        '011-check-in-token': checkInToken,
        '012-contact': contact,
        '013-attestation-code': attestationCode,
        '014-advice': advice,
      }),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  return db
}

function dialectOf({ folder, server, embedded = () => PGlite.create(folder) }: Place): Dialect {
  if (server === undefined) return new PGliteDialect({ pglite: embedded })
  const pool = new pg.Pool({ connectionString: server })
  // A connection that the server closed while nobody used it: the pool opens another one when it is needed.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}

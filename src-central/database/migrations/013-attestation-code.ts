import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // What the printed code of an attestation says (shared/attestationCode.ts). Made by the database itself, so that no
  // program can release one that cannot be looked up; a signature is plain letters, which `escape` leaves as they are.
  `alter table attestation add digest text
     generated always as (left(encode(sha256(decode(jws, 'escape')), 'hex'), 25)) stored`,
  `create index "attestationDigest" on attestation (digest)`,
]

/** The code by which a success attestation is looked up, also of those that were released before it was printed. */
export const attestationCode: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

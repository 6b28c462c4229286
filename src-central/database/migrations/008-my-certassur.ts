import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // Candidates guess as well as others do: one table for every door, by the hash of the door and the name.
  `alter table "backOfficeAttempt" rename to "signInAttempt"`,
  // The password that somebody chose himself. The temporary ones end with it.
  `create table "candidatePassword" (
     "candidateId" uuid primary key references candidate, hash text not null, "setAt" timestamptz not null)`,
  `create table "candidateSession" (
     "tokenHash" text primary key, "candidateId" uuid not null references candidate,
     language text not null check (language in ('fr', 'nl')),
     -- He came in with a temporary password: he sees nothing before he has chosen his own.
     "mustReplace" boolean not null, "startedAt" timestamptz not null, "expiresAt" timestamptz not null)`,
  `create index "candidateSessionCandidate" on "candidateSession" ("candidateId")`,
]

/** The door of MyCertassur: the passwords that candidates choose, and who is signed in. */
export const myCertassur: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

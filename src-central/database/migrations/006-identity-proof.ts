import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `alter table notice drop constraint notice_kind_check`,
  `alter table notice add constraint notice_kind_check check (kind in ('merged', 'emailReplaced'))`,
  // Proofs of identity that were wrong: who tried, about whom, never what he typed.
  `create table "identityTry" (
     id uuid primary key, "centreId" uuid not null references centre, "candidateId" uuid not null references candidate,
     "deskId" uuid not null references desk, actor uuid not null references operator, at timestamptz not null)`,
  `create index "identityTryAbout" on "identityTry" ("centreId", "candidateId", at)`,
]

/** Another address for somebody whom a centre does not know: what is proven, how often it may be tried, who is told. */
export const identityProof: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

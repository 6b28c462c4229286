import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // No foreign key to the candidate: a line may be about somebody whose creation comes right after it.
  `create table contact (
     id uuid primary key, "centreId" uuid not null references centre, "candidateId" uuid not null,
     problem text not null, outcome text not null, note text, at timestamptz not null,
     "actorName" text not null, "deskName" text not null, version int not null default 1)`,
  `create index "contactCandidate" on contact ("candidateId")`,
  `create trigger moved after insert or update on contact for each row execute function "movedRow"()`,
]

/** The contact log of the centres: whom they helped, with what. */
export const contact: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table advice (
     id uuid primary key, "centreId" uuid not null references centre, "sessionId" uuid not null references session,
     way text not null check (way in ('mail', 'paper', 'spoken')), at timestamptz not null,
     "actorName" text not null, "deskName" text not null, version int not null default 1)`,
  `create trigger moved after insert or update on advice for each row execute function "movedRow"()`,
]

/** Before which sessions the candidates were reminded, how and by whom. */
export const advice: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

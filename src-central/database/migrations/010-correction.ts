import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // What a candidate asked of his centre. "patch" is what he says is right, "before" what the record said then.
  `create table correction (
     id uuid primary key, "centreId" uuid not null references centre, "candidateId" uuid not null references candidate,
     kind text not null check (kind in ('data', 'twoAccounts')), patch jsonb not null default '{}',
     before jsonb not null default '{}', reason text not null,
     status text not null default 'asked' check (status in ('asked', 'accepted', 'refused')),
     answer text, "actorName" text, "askedAt" timestamptz not null, "decidedAt" timestamptz,
     version int not null default 1)`,
  `create index "correctionCandidate" on correction ("candidateId")`,
  `create trigger moved after insert or update on correction for each row execute function "movedRow"()`,
  // An address that somebody says is his: it counts once he has typed the code that was mailed to it.
  `create table "emailConfirmation" (
     "candidateId" uuid primary key references candidate, "mailId" uuid not null unique, email text not null,
     hash text, tries int not null default 0, "askedAt" timestamptz not null)`,
  // When he first came in, and when he last said that what is kept of him is right.
  `alter table candidate add "openedAt" timestamptz, add "confirmedAt" timestamptz`,
]

/** What candidates ask for in MyCertassur, and what they have seen there. */
export const correction: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table "backOfficeUser" (
     id uuid primary key, username text not null unique, name text not null,
     language text not null check (language in ('fr', 'nl')), "passwordHash" text not null, "revokedAt" timestamptz)`,
  `create table "backOfficeSession" (
     "tokenHash" text primary key, "userId" uuid not null references "backOfficeUser",
     "startedAt" timestamptz not null, "expiresAt" timestamptz not null)`,
  // By the hash of what was typed, known or not: a name that does not exist is locked like any other, and a password
  // that was typed in its place is not kept.
  `create table "backOfficeAttempt" (
     "accountHash" text primary key, failed int not null, "lastAt" timestamptz not null)`,
  `alter table "mergeRequest"
     add "treatedBy" uuid references "backOfficeUser", add "mergeId" uuid references merge`,
  `create index "mergeRequestState" on "mergeRequest" (status, "askedAt")`,
  // Who did what with a request; never changed afterwards.
  `create table "backOfficeAct" (
     id uuid primary key, "userId" uuid not null references "backOfficeUser",
     "requestId" uuid not null references "mergeRequest",
     act text not null check (act in ('taken', 'merged', 'closed', 'refused')), at timestamptz not null)`,
  `create index "backOfficeActRequest" on "backOfficeAct" ("requestId")`,
  `create function "neverChanged"() returns trigger language plpgsql as $$
     begin raise exception '% is only added to', tg_table_name; end $$`,
  `create trigger "neverChanged" before update or delete on "backOfficeAct"
     for each row execute function "neverChanged"()`,
  // Who is to be told what; whoever sends the mails takes them from here.
  `create table notice (
     id uuid primary key, "candidateId" uuid not null references candidate,
     kind text not null check (kind in ('merged')), "to" text not null, login text,
     at timestamptz not null, "sentAt" timestamptz)`,
  `create index "noticeWaiting" on notice (at) where "sentAt" is null`,
  `create index "noticeCandidate" on notice ("candidateId")`,
]

/** Certassur's own people, what they do with the requests of the centres, and who is to be told of it. */
export const backOffice: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

// Birth dates and instants that only travel are text and timestamptz; ids are uuid, which sort as the desk sorts its text.
const statements = [
  `create table meta (key text primary key, value jsonb not null)`,
  `create table centre (id uuid primary key, code text not null unique, name text not null)`,
  `create table operator (
     id uuid primary key, username text not null unique, name text not null,
     language text not null check (language in ('fr', 'nl')),
     "passwordHash" text not null, "revokedAt" timestamptz)`,
  `create table "operatorRole" (
     "operatorId" uuid not null references operator, "centreId" uuid not null references centre,
     role text not null check (role in ('administrator', 'controller', 'centreManager')),
     primary key ("operatorId", "centreId", role))`,
  `create table "pairingCode" (
     "codeHash" text primary key, "centreId" uuid not null references centre, "madeBy" uuid not null references operator,
     "expiresAt" timestamptz not null, "usedAt" timestamptz)`,
  `create table desk (
     id uuid primary key, "centreId" uuid not null references centre, name text not null, platform text not null,
     "tokenHash" text not null unique, "unlockSecret" text not null,
     "pairedAt" timestamptz not null, "revokedAt" timestamptz, unique ("centreId", name))`,
  `create table "grant" (
     id uuid primary key, "deskId" uuid not null references desk, "operatorId" uuid not null references operator,
     roles jsonb not null, "issuedAt" timestamptz not null, "expiresAt" timestamptz not null)`,
  `create table candidate (
     id uuid primary key, login text unique,
     "lastName" text not null, "firstName" text not null,
     language text not null check (language in ('fr', 'nl', 'de')),
     email text, "birthDate" text, phone text,
     version int not null default 0, "fieldVersions" jsonb not null default '{}', extra jsonb not null default '{}',
     xid xid8 not null)`,
  `create table scope (
     "centreId" uuid not null references centre, "candidateId" uuid not null references candidate,
     since timestamptz not null, until timestamptz, xid xid8 not null,
     primary key ("centreId", "candidateId"))`,
  `create table change (
     id uuid primary key, "deskId" uuid not null references desk, body jsonb,
     "actedAt" timestamptz, "sentAt" timestamptz not null, "receivedAt" timestamptz not null, verdict jsonb)`,
  // The stamp is the writing transaction's own id, so that a feed can stop below the oldest one still running.
  `create function stamp() returns trigger language plpgsql as
     $$ begin new.xid := pg_current_xact_id(); return new; end $$`,
  `create trigger stamp before insert or update on candidate for each row execute function stamp()`,
  `create trigger stamp before insert or update on scope for each row execute function stamp()`,
  `create index "candidateXid" on candidate (xid, id)`,
  `create index "scopeXid" on scope ("centreId", xid)`,
]

export const registry: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

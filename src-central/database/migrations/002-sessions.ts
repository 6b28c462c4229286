import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

// What a desk is told about is named in one table, `feed`: which row of which noun moved last, for which centre, in which
// transaction. Triggers write it, so that no program can change a row and forget to tell the desks.
const nouns = ['session', 'registration', 'checkIn', 'result', 'attestation', 'attendance', 'print', 'history'] as const

const statements = [
  `alter table centre add settings jsonb not null default '{}'`,
  `create table location (
     id uuid primary key, "centreId" uuid not null references centre, name text not null, address text not null,
     pcs int not null check (pcs > 0))`,
  `create table exam (
     code text primary key, domain text not null check (domain in ('insurance', 'credit')), short jsonb not null,
     title jsonb not null, requires jsonb not null default '[]', rank int not null default 0)`,
  `alter table operator add "candidateId" uuid references candidate`,
  `create sequence "sessionNumber"`,
  `create sequence "attestationNumber" start 10001`,
  `create table session (
     id uuid primary key, "centreId" uuid not null references centre, code text unique,
     date text not null, "startTime" text not null, "endTime" text not null,
     "locationId" uuid not null references location, room text, mode text not null check (mode in ('room', 'remote')),
     exams jsonb not null, seats int not null check (seats > 0), controllers jsonb not null default '[]', note text,
     status text not null default 'planned' check (status in ('planned', 'cancelled')), "cancelReason" text,
     "closedAt" timestamptz, "closedBy" text,
     version int not null default 1, "fieldVersions" jsonb not null default '{}')`,
  `create index "sessionDay" on session ("centreId", date)`,
  `create table registration (
     id uuid primary key, "centreId" uuid not null references centre, "sessionId" uuid not null references session,
     "candidateId" uuid not null references candidate,
     exams jsonb not null, language text not null check (language in ('fr', 'nl')), pc int,
     status text not null check (status in ('registered', 'requested', 'cancelled')),
     seat text not null default 'taken' check (seat in ('taken', 'toConfirm')),
     "overrideReason" text, "cancelReason" text,
     version int not null default 1, "fieldVersions" jsonb not null default '{}')`,
  // One place a person: two desks that register him at once cannot both succeed.
  `create unique index "registrationOnce" on registration ("sessionId", "candidateId") where status <> 'cancelled'`,
  `create index "registrationCandidate" on registration ("candidateId")`,
  // No foreign key to the registration: a mark is a fact, also about a registration that central does not know yet.
  `create table "checkIn" (
     id uuid primary key, "centreId" uuid not null references centre, "registrationId" uuid not null,
     "sessionId" uuid not null, "candidateId" uuid not null,
     mark text not null check (mark in ('present', 'late', 'absent', 'notAdmitted', 'leftEarly')),
     at timestamptz not null, identity text not null, refusal text, remark text,
     actor uuid not null, "actorName" text, "deskName" text, "actedAt" timestamptz not null, "receivedAt" timestamptz not null,
     "clockOdd" boolean not null default false, stands boolean not null,
     "undoneAt" timestamptz, "undoneBy" text, "undoReason" text, version int not null default 1)`,
  `create index "checkInRegistration" on "checkIn" ("registrationId")`,
  // Of the marks of one arrival, or of one departure, one stands.
  `create unique index "checkInStands" on "checkIn" ("centreId", "registrationId", "sessionId", (mark = 'leftEarly'))
     where stands and "undoneAt" is null`,
  `create table result (
     id uuid primary key, "centreId" uuid not null references centre, "registrationId" uuid not null references registration,
     "sessionId" uuid not null references session, "candidateId" uuid not null references candidate,
     exam text not null references exam, outcome text not null check (outcome in ('passed', 'notPassed')),
     at timestamptz not null, version int not null default 1, unique ("registrationId", exam))`,
  `create index "resultCandidate" on result ("candidateId")`,
  `create table attestation (
     id uuid primary key, "centreId" uuid not null references centre, "candidateId" uuid not null references candidate,
     "registrationId" uuid not null references registration, "sessionId" uuid not null references session,
     exam text not null references exam, number text unique,
     status text not null check (status in ('awaited', 'released', 'replaced')),
     "expectedFrom" timestamptz not null, "lateAfter" timestamptz not null, "releasedAt" timestamptz,
     jws text, "replacedBy" text, version int not null default 1)`,
  `create index "attestationAwaited" on attestation ("expectedFrom") where status = 'awaited'`,
  `create index "attestationCandidate" on attestation ("candidateId")`,
  `create table attendance (
     id uuid primary key, "centreId" uuid not null references centre, "registrationId" uuid not null,
     "sessionId" uuid not null, "candidateId" uuid not null, number text not null, data jsonb not null,
     "issuedAt" timestamptz not null, version int not null default 1, unique ("centreId", number))`,
  `create table print (
     id uuid primary key, "centreId" uuid not null references centre, "documentKind" text not null,
     "documentId" uuid not null, "candidateId" uuid, copy int not null, way text not null, printer text,
     at timestamptz not null, actor uuid not null, "actorName" text, "deskName" text, version int not null default 1)`,
  `create table history (
     id uuid primary key, "centreId" uuid not null references centre, kind text not null, "subjectId" uuid not null,
     "candidateId" uuid, "sessionId" uuid, fields jsonb not null, "actorName" text not null, "deskName" text not null,
     "actedAt" timestamptz not null, "receivedAt" timestamptz not null, status text not null,
     version int not null default 1)`,

  `drop trigger stamp on candidate`,
  `drop trigger stamp on scope`,
  `drop function stamp()`,
  `drop index "candidateXid"`,
  `drop index "scopeXid"`,
  `alter table candidate drop xid`,
  `alter table scope drop xid`,
  `create table feed (
     "centreId" uuid not null references centre, entity text not null, "entityId" uuid not null,
     xid xid8 not null, gone boolean not null default false,
     primary key ("centreId", entity, "entityId"))`,
  `create index "feedOrder" on feed ("centreId", xid, entity, "entityId")`,
  `create function moved(centre uuid, noun text, moved_id uuid, left_scope boolean) returns void language sql as $$
     insert into feed values (centre, noun, moved_id, pg_current_xact_id(), left_scope)
     on conflict ("centreId", entity, "entityId") do update set xid = excluded.xid, gone = excluded.gone $$`,
  `create function "movedRow"() returns trigger language plpgsql as $$
     begin perform moved(new."centreId", tg_table_name, new.id, false); return null; end $$`,
  ...nouns.map(
    (noun) => `create trigger moved after insert or update on "${noun}" for each row execute function "movedRow"()`,
  ),
  `create function "movedCandidate"() returns trigger language plpgsql as $$
     begin
       perform moved(scope."centreId", 'candidate', new.id, false) from scope
         where scope."candidateId" = new.id and scope.until is null;
       return null;
     end $$`,
  `create trigger moved after update on candidate for each row execute function "movedCandidate"()`,
  // The lock makes an edit of the same person wait: otherwise it could commit later, blind to the new scope, and be lost.
  `create function "movedScope"() returns trigger language plpgsql as $$
     begin
       perform 1 from candidate where id = new."candidateId" for update;
       perform moved(new."centreId", 'candidate', new."candidateId", new.until is not null);
       if tg_op = 'UPDATE' and old."centreId" <> new."centreId" then
         perform moved(old."centreId", 'candidate', new."candidateId", true);
       end if;
       return null;
     end $$`,
  `create trigger moved after insert or update on scope for each row execute function "movedScope"()`,
  `create function "movedCentre"() returns trigger language plpgsql as $$
     begin perform moved(new."centreId", 'centre', new."centreId", false); return null; end $$`,
  `create trigger moved after insert or update on location for each row execute function "movedCentre"()`,
  `create trigger moved after insert or update on "operatorRole" for each row execute function "movedCentre"()`,
  `create function "leftCentre"() returns trigger language plpgsql as $$
     begin perform moved(old."centreId", 'centre', old."centreId", false); return null; end $$`,
  `create trigger gone after delete on "operatorRole" for each row execute function "leftCentre"()`,
  `create function "movedStaff"() returns trigger language plpgsql as $$
     begin
       perform moved(held."centreId", 'centre', held."centreId", false)
         from (select distinct "centreId" from "operatorRole" where "operatorId" = new.id) held;
       return null;
     end $$`,
  `create trigger moved after update of name, "revokedAt" on operator for each row execute function "movedStaff"()`,
  // The exams are the same everywhere.
  `create function "movedExam"() returns trigger language plpgsql as $$
     begin perform moved(id, 'centre', id, false) from centre; return null; end $$`,
  `create trigger moved after insert or update or delete on exam for each statement execute function "movedExam"()`,
  `create function "movedSelf"() returns trigger language plpgsql as $$
     begin perform moved(new.id, 'centre', new.id, false); return null; end $$`,
  `create trigger moved after insert or update on centre for each row execute function "movedSelf"()`,
  // People and centres from before this table existed.
  `insert into feed select "centreId", 'candidate', "candidateId", pg_current_xact_id(), until is not null from scope`,
  `insert into feed select id, 'centre', id, pg_current_xact_id(), false from centre`,
]

export const sessions: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

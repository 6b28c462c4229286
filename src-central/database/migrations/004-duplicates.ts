import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const nouns = ['distinction', 'hold', 'mergeRequest'] as const

const statements = [
  // A record that was merged stays, whole: its login answers "merged", and acts on its id find the other one.
  `alter table candidate add "mergedInto" uuid references candidate`,
  `create index "candidateMerged" on candidate ("mergedInto") where "mergedInto" is not null`,
  `alter table registration add "mergedInto" uuid references registration`,
  `create table hold (
     id uuid primary key references candidate, "centreId" uuid not null references centre, matches jsonb not null,
     decision text check (decision in ('same', 'different')), "with" uuid references candidate,
     "takeEmail" boolean not null default false, reason text, "actorName" text, "heldAt" timestamptz not null,
     "decidedAt" timestamptz, version int not null default 1)`,
  // No foreign keys: a distinction may speak of a record whose creation comes right after it.
  `create table distinction (
     id uuid primary key, "centreId" uuid not null references centre, a uuid not null, b uuid not null,
     reason text not null, "actorName" text, stands boolean not null default true, version int not null default 1)`,
  `create index "distinctionA" on distinction (a) where stands`,
  `create index "distinctionB" on distinction (b) where stands`,
  `create table "mergeRequest" (
     id uuid primary key, "centreId" uuid not null references centre,
     a uuid not null references candidate, b uuid not null references candidate,
     reason text not null, status text not null check (status in ('asked', 'inTreatment', 'done', 'refused', 'withdrawn')),
     answer text, survivor uuid references candidate, "actorName" text, "askedAt" timestamptz not null,
     version int not null default 1)`,
  // What a merge moved and what stood there before: enough to tell, and to take back, every step of it.
  `create table merge (
     id uuid primary key, "from" uuid not null references candidate, "into" uuid not null references candidate,
     at timestamptz not null, why text not null, "actorName" text, moved jsonb not null, prior jsonb not null)`,
  ...nouns.map(
    (noun) => `create trigger moved after insert or update on "${noun}" for each row execute function "movedRow"()`,
  ),
  // A record that was merged is told of in its place in the feed, as a redirect.
  `create or replace function "movedCandidate"() returns trigger language plpgsql as $$
     begin
       perform moved(scope."centreId", 'candidate', new.id, false) from scope
         where scope."candidateId" = new.id and scope.until is null;
       if new."mergedInto" is null then
         update distinction set stands = false, version = version + 1
           where stands and (a = new.id or b = new.id)
             and (old."lastName", old."firstName", old."birthDate", old.email, old.phone)
               is distinct from (new."lastName", new."firstName", new."birthDate", new.email, new.phone);
       end if;
       return null;
     end $$`,
]

/** One person, one record: creations that wait for a word, decisions that are remembered, merges. */
export const duplicates: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

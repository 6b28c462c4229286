import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

// Who is found by what: hashes of shared/matching/keys.ts, all of it derived from `candidate`.
const statements = [
  `create table matching (
     "candidateId" uuid primary key references candidate on delete cascade,
     number int generated always as identity unique, "keysVersion" int not null,
     keys int[] not null, trigrams int[] not null, counted int[] not null, listed boolean not null)`,
  // Without its list of what is still to be entered, which every search would read.
  `create index "matchingKeys" on matching using gin (keys) with (fastupdate = off)`,
  // Thousands have a trigram: who had it last night stands in one row, and only later ones are looked up one by one.
  `create table "matchingList" (hash int primary key, n int not null, people int[] not null)`,
  `create index "matchingTrigrams" on matching using gin (trigrams) with (fastupdate = off) where not listed`,
  `create table "matchingCount" (
     kind text not null check (kind in ('people', 'key', 'value')), hash int not null, n int not null,
     primary key (kind, hash))`,
  // Functions for the sake of their settings: how rare a hash is, the planner cannot know, and where it thinks that many
  // have it, it would read the table from its beginning until it has met enough of them.
  `create function "peopleByKey"(wanted int, most int)
     returns setof int language plpgsql stable rows 100 set enable_seqscan = off set jit = off as $$
     begin return query select number from matching where keys @> array[wanted] limit most; end $$`,
  `create function "peopleByTrigram"(wanted int, most int)
     returns setof int language plpgsql stable rows 100 set enable_seqscan = off set jit = off as $$
     begin return query select number from matching where trigrams @> array[wanted] and not listed limit most; end $$`,
  // Who is new or changed, and not entered yet: written here, so that no writer has to remember. A second change locks
  // the entry of the first: whoever works it off waits, and reads the person as he is then.
  `create table "matchingDue" ("candidateId" uuid primary key)`,
  `create function "dueAsNew"() returns trigger language plpgsql as $$
     begin
       insert into "matchingDue" select id from made on conflict do nothing;
       return null;
     end $$`,
  `create trigger "dueAsNew" after insert on candidate referencing new table as made
     for each statement execute function "dueAsNew"()`,
  `create function "dueAsChanged"() returns trigger language plpgsql as $$
     begin
       insert into "matchingDue" values (new.id)
         on conflict ("candidateId") do update set "candidateId" = excluded."candidateId";
       return null;
     end $$`,
  `create trigger "dueAsChanged" after update of "lastName", "firstName", "birthDate", email, phone on candidate
     for each row execute function "dueAsChanged"()`,
  `insert into "matchingDue" select id from candidate`,
  // A desk's question whether Certassur knows somebody: who asked and whom he was shown, never what he typed.
  `create table lookup (
     id uuid primary key, "deskId" uuid not null references desk, actor uuid not null references operator,
     at timestamptz not null, found jsonb not null)`,
  `create index "lookupByDesk" on lookup ("deskId", at)`,
]

/** Who may be whom, among all people of central, and who asked for it. */
export const matching: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

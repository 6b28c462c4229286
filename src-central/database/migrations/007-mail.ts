import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // Where the answers of candidates go.
  `alter table centre add email text`,
  // What the code in an invitation says: opaque, made when central takes the registration.
  `alter table registration add "checkInToken" text unique`,
  // Written in the transaction of the act that causes the mail: no act without its mail, no mail without its act.
  // "to" is the address in full; "shown" is what a centre sees of it. "data" never holds a password.
  `create table mail (
     id uuid primary key, kind text not null, "candidateId" uuid not null references candidate,
     "centreId" uuid references centre, "registrationId" uuid references registration,
     "to" text not null, shown text not null, language text not null check (language in ('fr', 'nl')),
     data jsonb not null default '{}', "dedupeKey" text not null unique,
     status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'failed', 'bounced')),
     fate text, "serverCode" text, attempts int not null default 0,
     "createdAt" timestamptz not null, "nextAt" timestamptz not null, "startedAt" timestamptz, "handedAt" timestamptz,
     "sentAt" timestamptz, "endedAt" timestamptz, version int not null default 1)`,
  `create index "mailDue" on mail (status, "nextAt") where status in ('waiting', 'sending')`,
  `create index "mailCandidate" on mail ("candidateId")`,
  `create index "mailRegistration" on mail ("registrationId")`,
  // Whether a mail is in central's hands this very moment is no news for a desk.
  `create trigger moved after insert or update on mail for each row
     when (new."centreId" is not null and new.status <> 'sending') execute function "movedRow"()`,
  // A page of central shows these, where no mail server is configured.
  `create table "keptMail" ("mailId" uuid primary key references mail, message jsonb not null, at timestamptz not null)`,
  // One for each mail with a password: which of them are good follows from what became of their mails.
  `create table "temporaryPassword" (
     "mailId" uuid primary key references mail, "candidateId" uuid not null references candidate,
     hash text not null, "madeAt" timestamptz not null)`,
  `create index "temporaryPasswordCandidate" on "temporaryPassword" ("candidateId")`,
  // Whose codes are asked for, by the address alone.
  `create index "candidateEmail" on candidate (lower(email)) where email is not null`,
  // Who was to be told of a merge or of another address and has not been yet.
  `insert into mail (id, kind, "candidateId", "centreId", "to", shown, language, data, "dedupeKey", "createdAt", "nextAt")
     select n.id, case n.kind when 'merged' then 'merged' else 'emailOld' end, n."candidateId",
       (select r."centreId" from "mergeRequest" r where r.survivor = n."candidateId" order by r.id desc limit 1),
       n."to", left(n."to", 1) || '•••@' || left(split_part(n."to", '@', 2), 1) || '•••',
       case when c.language = 'nl' then 'nl' else 'fr' end, jsonb_build_object('login', n.login), 'notice:' || n.id, n.at, n.at
     from notice n join candidate c on c.id = n."candidateId" where n."sentAt" is null`,
  `drop table notice`,
]

/** The mails to candidates: what waits, what became of it, and where the answers go. */
export const mail: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

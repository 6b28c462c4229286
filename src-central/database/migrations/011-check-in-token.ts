import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  // 20 of 31 characters, without 0/O and 1/I/L: nobody guesses another one. From the random bytes of two UUIDs; those that
  // say the version of a UUID are left out.
  `create function "newCheckInToken"() returns text language sql volatile as $$
     select string_agg(substr('ABCDEFGHJKMNPQRSTUVWXYZ23456789', get_byte(bytes, n) % 31 + 1, 1), '')
     from (select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as bytes) random,
       unnest(array[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 16, 17, 18, 19, 20, 21, 25, 26, 27, 28]) as n $$`,
  // Every registration has one from the start: a desk prints it and reads it without a line.
  `alter table registration alter column "checkInToken" set default "newCheckInToken"()`,
  `update registration set "checkInToken" = default where "checkInToken" is null`,
  `alter table registration alter column "checkInToken" set not null`,
  // What the invitations say of registrations that have become this one; null for nearly all.
  `alter table registration add "formerTokens" jsonb`,
  `update registration stays set "formerTokens" = gone.tokens
     from (select "mergedInto", jsonb_agg("checkInToken") as tokens from registration
       where "mergedInto" is not null group by "mergedInto") gone
     where stays.id = gone."mergedInto"`,
]

/** What a check-in code says, for every registration, and of those that became another one. */
export const checkInToken: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

import { verify } from '@node-rs/argon2'
import type { Selectable } from 'kysely'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import { sha256 } from '../desks/pairing.ts'
import { accountName, hashPassword } from '../operators/signIn.ts'

/** Somebody of Certassur. */
export type User = Pick<Selectable<CentralTables['backOfficeUser']>, 'id' | 'name' | 'language'>

export type SignIn =
  | { readonly kind: 'in'; readonly user: User }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly until: Date }

const FREE_ATTEMPTS = 5
const MINUTE = 60_000
const LONGEST_MINUTES = 60
/** So long after the last attempt everything is forgotten. */
const DAY = 86_400_000

// An unknown name costs as much time as a wrong password, so that names cannot be guessed by the clock.
const nobody = hashPassword('nobody')

/** Lets a user in. Whoever guesses waits 1, 2, 4 … 60 minutes after five failures, whether the name exists or not. */
export async function signInUser(central: Central, username: string, password: string): Promise<SignIn> {
  const account = accountName(username)
  const until = await countAttempt(central, sha256(account))
  if (until) return { kind: 'locked', until }
  const user = await central.db
    .selectFrom('backOfficeUser')
    .selectAll()
    .where('username', '=', account)
    .executeTakeFirst()
  const right = await verify(user?.passwordHash ?? (await nobody), password.normalize('NFC'))
  if (!user || !right || user.revokedAt) return { kind: 'refused' }
  await central.db.deleteFrom('backOfficeAttempt').where('accountHash', '=', sha256(account)).execute()
  const { id, name, language } = user
  return { kind: 'in', user: { id, name, language } }
}

/** Counts an attempt as failed before the password is tried: many at once are not tried for nothing. */
async function countAttempt(central: Central, accountHash: string): Promise<Date | undefined> {
  const now = central.now()
  await central.db
    .deleteFrom('backOfficeAttempt')
    .where('lastAt', '<', new Date(now.getTime() - DAY))
    .execute()
  return central.db.transaction().execute(async (db) => {
    const { failed, lastAt } = await db
      .insertInto('backOfficeAttempt')
      .values({ accountHash, failed: 0, lastAt: now.toISOString() })
      // Changes nothing and locks the row: attempts on one name take turns.
      .onConflict((conflict) =>
        conflict.column('accountHash').doUpdateSet((e) => ({ accountHash: e.ref('excluded.accountHash') })),
      )
      .returning(['failed', 'lastAt'])
      .executeTakeFirstOrThrow()
    const minutes = failed < FREE_ATTEMPTS ? 0 : Math.min(2 ** (failed - FREE_ATTEMPTS), LONGEST_MINUTES)
    const until = new Date(lastAt.getTime() + minutes * MINUTE)
    if (until > now) return until
    await db
      .updateTable('backOfficeAttempt')
      .set({ failed: failed + 1, lastAt: now.toISOString() })
      .where('accountHash', '=', accountHash)
      .execute()
    return undefined
  })
}

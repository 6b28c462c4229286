import type { Central } from '../central.ts'
import { sha256 } from '../desks/pairing.ts'

const FREE_ATTEMPTS = 5
const MINUTE = 60_000
const LONGEST_MINUTES = 60
/** So long after the last attempt everything is forgotten. */
const DAY = 86_400_000

/** A door with a password: a name that is locked at one is not at another. */
export type Door = 'backOffice' | 'myCertassur'

// By its hash, known or not: a name that does not exist is locked like any other, and a password typed in its place is
// not kept.
const keyOf = (door: Door, account: string): string => sha256(`${door}:${account}`)

/**
 * Counts an attempt as failed before the password is tried: many at once are not tried for nothing. Whoever guesses waits
 * 1, 2, 4 … 60 minutes after five failures.
 * @returns until when nothing is tried for this account; undefined when this attempt may be
 */
export async function countAttempt(central: Central, door: Door, account: string): Promise<Date | undefined> {
  const now = central.now()
  const accountHash = keyOf(door, account)
  await central.db
    .deleteFrom('signInAttempt')
    .where('lastAt', '<', new Date(now.getTime() - DAY))
    .execute()
  return central.db.transaction().execute(async (db) => {
    const { failed, lastAt } = await db
      .insertInto('signInAttempt')
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
      .updateTable('signInAttempt')
      .set({ failed: failed + 1, lastAt: now.toISOString() })
      .where('accountHash', '=', accountHash)
      .execute()
    return undefined
  })
}

/** The password was right: nothing is held against the account any more. */
export async function forgetAttempts(central: Central, door: Door, account: string): Promise<void> {
  await central.db.deleteFrom('signInAttempt').where('accountHash', '=', keyOf(door, account)).execute()
}

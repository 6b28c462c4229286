import type { Central } from '../central.ts'
import { settingsOf } from '../settings.ts'

const DAY = 86_400_000

/** Forgets who looked whom up, and whose proof was wrong, once nothing depends on it and its time is over. */
export async function forgetLookups(central: Central): Promise<void> {
  const { db } = central
  const now = central.now().getTime()
  for (const { id } of await db.selectFrom('centre').select('id').execute()) {
    const { lookupLogDays, foundForDays, identityTryDays } = await settingsOf(db, id)
    const before = (days: number) => new Date(now - days * DAY)
    await db
      .deleteFrom('lookup')
      .where('at', '<', before(Math.max(lookupLogDays, foundForDays)))
      .where('deskId', 'in', db.selectFrom('desk').select('id').where('centreId', '=', id))
      .execute()
    await db
      .deleteFrom('identityTry')
      .where('at', '<', before(Math.max(lookupLogDays, identityTryDays)))
      .where('centreId', '=', id)
      .execute()
  }
}

import { type RawBuilder, sql } from 'kysely'
import { addDays, inBelgium } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { defaultSettings } from '../settings.ts'

const DAY = 86_400_000

/**
 * Moves the window of every centre: people and sessions that have grown too old leave its sight.
 *
 * A date that passes changes no row by itself, so this is done once a night. Nothing is deleted here: the desks are told
 * that the rows are gone for them. Whoever works in a centre stays in the scope of his own record for good.
 */
export async function moveScope(central: Central): Promise<void> {
  const now = central.now()
  const { date } = inBelgium(now)
  await central.db.transaction().execute(async (db) => {
    const centres = await db.selectFrom('centre').select(['id', 'settings']).execute()
    for (const { id, settings } of centres) {
      const days = settings.windowDays ?? defaultSettings.windowDays
      const oldest = addDays(date, -days)
      const newest = addDays(date, days)
      const since = new Date(now.getTime() - days * DAY)
      await sql`
        update scope set until = ${now}
        where "centreId" = ${id} and until is null and since < ${since}
          and not exists (
            select from registration r join session s on s.id = r."sessionId"
            where r."centreId" = ${id} and r."candidateId" = scope."candidateId"
              and s.date between ${oldest} and ${newest})
          and not exists (select from operator where operator."candidateId" = scope."candidateId")`.execute(db)
      for (const noun of nouns) {
        await sql`
          update feed set gone = true, xid = pg_current_xact_id()
          from ${sql.table(noun)} as noun
          where feed."centreId" = ${id} and feed.entity = ${noun} and not feed.gone
            and noun.id = feed."entityId" and ${isOld(noun, oldest, since)}`.execute(db)
      }
    }
  })
}

const ofSessions = ['registration', 'checkIn', 'result', 'attestation', 'attendance', 'history'] as const
const nouns = ['session', ...ofSessions, 'print', 'mail'] as const

/** What belongs to a session leaves with it; a sheet that was printed, a mail, and an act about no session, by its own date. */
function isOld(noun: (typeof nouns)[number], oldest: string, since: Date): RawBuilder<boolean> {
  switch (noun) {
    case 'session':
      return sql`noun.date < ${oldest}`
    case 'print':
      return sql`noun.at < ${since}`
    case 'mail':
      return sql`noun."createdAt" < ${since}`
    case 'history':
      return sql`case when noun."sessionId" is null then noun."receivedAt" < ${since} else ${ofOldSession(oldest)} end`
    default:
      return ofOldSession(oldest)
  }
}

const ofOldSession = (oldest: string): RawBuilder<boolean> =>
  sql`exists (select from session s where s.id = noun."sessionId" and s.date < ${oldest})`

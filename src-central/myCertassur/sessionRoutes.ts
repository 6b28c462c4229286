import type { FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { calendarFile } from '../mail/calendar.ts'
import { drawCheckInCode } from '../mail/checkInCode.ts'
import { calendarKinds } from '../mail/kinds.ts'
import { readPlace } from '../mail/place.ts'
import { wordsOf } from '../mail/texts.ts'
import { eventOf, type Sender } from '../mail/write.ts'
import { Problem } from '../problem.ts'
import { idOf, send } from '../web/form.ts'
import { sessionsPage } from './pages/sessions.ts'
import { readOwn } from './record.ts'
import { type OwnSession, readSessions } from './sessions.ts'
import { forCandidate, type On } from './visit.ts'

const hidden = { schema: { hide: true } }

/** The sessions of a candidate: where he is expected, and what came of those before. */
export function sessionRoutes(app: FastifyInstance, central: Central, sender: Sender): void {
  app.get(
    '/sessions',
    hidden,
    forCandidate(central, async (on) => {
      const { centre } = await readOwn(central, on.known.id)
      return send(on.reply, sessionsPage(on.visit, await readHis(on), centre))
    }),
  )

  app.get(
    '/sessions/:id/code.png',
    hidden,
    forCandidate(central, async (on) => {
      const { token } = await comingOf(on)
      if (token === null) throw nothing()
      return on.reply.type('image/png').send(await drawCheckInCode(token))
    }),
  )

  app.get(
    '/sessions/:id/examen.ics',
    hidden,
    forCandidate(central, async (on) => {
      const { id } = await comingOf(on)
      return on.reply.type('text/calendar; charset=utf-8').send(await calendarOf(on, id, sender))
    }),
  )
}

const nothing = () => new Problem(404, 'page.unknown', 'no such session')

const readHis = ({ central, known: { id, language } }: On) =>
  readSessions(central.db, { candidateId: id, language, now: central.now() })

/** His own, and only while somebody expects him there. */
async function comingOf(on: On): Promise<OwnSession> {
  const id = idOf(on.request)
  const { coming } = await readHis(on)
  const session = coming.find((one) => one.id === id && one.standing !== 'cancelled' && one.standing !== 'requested')
  if (!session) throw nothing()
  return session
}

/** The file that the last mail about it had, as it is today. */
async function calendarOf({ central, known }: On, registrationId: string, sender: Sender): Promise<string> {
  const { db } = central
  const place = await db.transaction().execute((db) => readPlace(db, registrationId, known.language))
  const centre = await db
    .selectFrom('registration')
    .innerJoin('centre', 'centre.id', 'registration.centreId')
    .select(['centre.name', 'centre.email'])
    .where('registration.id', '=', registrationId)
    .executeTakeFirst()
  if (!place) throw nothing()
  const mails = await db
    .selectFrom('mail')
    .select('data')
    .where('registrationId', '=', registrationId)
    .where('kind', 'in', calendarKinds)
    .execute()
  return calendarFile(
    eventOf(place, {
      words: wordsOf(known.language),
      registrationId,
      sequence: Math.max(0, ...mails.map(({ data }) => data.sequence ?? 0)),
      cancelled: false,
      organizer: centre?.email ? { name: centre.name, address: centre.email } : sender,
      sender,
      now: central.now(),
    }),
  )
}

import { documentLanguageOf } from '../../shared/centre.ts'
import { queueMail } from '../mail/queue.ts'
import { accepted, type Judge, rejected } from '../sync/judge.ts'

/**
 * Rule 11: the candidates of a session were reminded. By mail, everybody who is registered for it now and has an address and
 * a login is written to, once for each act.
 */
export const judgeAdviceGive: Judge<'advice.give'> = async ({ db, central, desk, change, actorName, at }) => {
  const { patch, entityId: id } = change
  const { centreId } = desk
  const session = await db
    .selectFrom('session')
    .select('id')
    .where('id', '=', patch.sessionId)
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  if (!session) return rejected(at, 'session.unknown')
  await db
    .insertInto('advice')
    .values({ ...patch, id, centreId, actorName, deskName: desk.name })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  if (patch.way === 'mail') {
    const people = await db
      .selectFrom('registration')
      .innerJoin('candidate', 'candidate.id', 'registration.candidateId')
      .select(['candidate.id as candidateId', 'registration.id as registrationId', 'candidate.language', 'email'])
      .where('sessionId', '=', session.id)
      .where('registration.status', '<>', 'cancelled')
      .where('login', 'is not', null)
      .execute()
    for (const { candidateId, registrationId, language, email } of people) {
      if (email === null) continue
      await queueMail(
        { db, central, centreId, at },
        {
          kind: 'advice',
          candidateId,
          registrationId,
          to: email,
          language: documentLanguageOf(language),
          dedupeKey: `advice:${id}:${candidateId}`,
        },
      )
    }
  }
  return accepted(at, { version: 1 })
}

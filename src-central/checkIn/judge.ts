import type { Selectable } from 'kysely'
import { slotOf } from '../../shared/checkIn.ts'
import type { Flag } from '../../shared/verdict.ts'
import type { CentralTables } from '../database/tables.ts'
import { notAssigned } from '../sessions/judge.ts'
import { accepted, type Case, type Judge, type Transacting } from '../sync/judge.ts'
import type { ChangeOf } from '../../shared/changes/change.ts'

/** A clock this far off is worth a word beside the mark. */
const ODD_CLOCK = 10 * 60_000

/**
 * Stores a mark, whatever it is about (docs/protocol.md, C3): a fact is never refused.
 *
 * Of two marks for one arrival the first that reaches central stands; the other is kept beside it. A registration that
 * central does not know, knows under another id, or that was cancelled meanwhile, is found by session and person where it
 * can be. Another centre's is none of this one.
 */
export const judgeCheckIn: Judge<'checkIn.record'> = async (on) => {
  const { db, desk, change, actorName, at } = on
  const { patch } = change
  const registration = await findRegistration(db, desk.centreId, patch)
  const registrationId = registration?.id ?? patch.registrationId
  const standing = await findStanding(db, { ...patch, registrationId, centreId: desk.centreId })
  const clockOdd = Math.abs(change.clockOffset ?? 0) > ODD_CLOCK
  await db
    .insertInto('checkIn')
    .values({
      ...patch,
      registrationId,
      id: change.entityId,
      centreId: desk.centreId,
      actor: change.actor,
      actorName,
      deskName: desk.name,
      actedAt: change.actedAt,
      receivedAt: at,
      clockOdd,
      stands: standing === undefined,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return accepted(at, { version: 1 }, [
    ...(registration ? [] : (['unknownRegistration'] as const)),
    ...(standing ? (['secondMark'] as const) : []),
    ...(clockOdd ? (['clockOdd'] as const) : []),
    ...(await assignment(on)),
  ])
}

/** The mark stays, undone; another one that was kept beside it now stands. */
export const judgeCheckInUndo: Judge<'checkIn.undo'> = async ({ db, desk, change, at }) => {
  const mark = await db
    .selectFrom('checkIn')
    .selectAll()
    .where('id', '=', change.entityId)
    .where('centreId', '=', desk.centreId)
    .forUpdate()
    .executeTakeFirst()
  if (!mark) return accepted(at, { version: 0 }, ['unknownRegistration'])
  if (mark.undoneAt) return accepted(at, mark)
  await lockArrivals(db, mark.registrationId)
  const version = mark.version + 1
  await db
    .updateTable('checkIn')
    .set({ ...change.patch, version })
    .where('id', '=', mark.id)
    .execute()
  if (mark.stands) await promote(db, mark)
  return accepted(at, { version })
}

async function findRegistration(db: Transacting, centreId: string, mark: ChangeOf<'checkIn.record'>['patch']) {
  const named = await db
    .selectFrom('registration')
    .select(['id', 'status'])
    .where('id', '=', mark.registrationId)
    .where('centreId', '=', centreId)
    .forUpdate()
    .executeTakeFirst()
  if (named && named.status !== 'cancelled') return named
  const other = await db
    .selectFrom('registration')
    .select('id')
    .where('centreId', '=', centreId)
    .where('sessionId', '=', mark.sessionId)
    .where('candidateId', '=', mark.candidateId)
    .where('status', '<>', 'cancelled')
    .forUpdate()
    .executeTakeFirst()
  return other ?? named
}

/** The marks that one may stand among: of one registration, at one session, noted by one centre. */
type Place = Pick<Selectable<CentralTables['checkIn']>, 'centreId' | 'registrationId' | 'sessionId' | 'mark'>

/** Two desks that mark one person at once take turns here. */
const lockArrivals = (db: Transacting, registrationId: string) =>
  db.selectFrom('registration').select('id').where('id', '=', registrationId).forUpdate().execute()

const marksOf = (db: Transacting, { centreId, registrationId, sessionId }: Place) =>
  db
    .selectFrom('checkIn')
    .select(['id', 'mark', 'stands'])
    .where('registrationId', '=', registrationId)
    .where('sessionId', '=', sessionId)
    .where('centreId', '=', centreId)
    .where('undoneAt', 'is', null)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()

async function findStanding(db: Transacting, place: Place) {
  const marks = await marksOf(db, place)
  return marks.find((one) => one.stands && slotOf(one.mark) === slotOf(place.mark))
}

async function promote(db: Transacting, undone: Place): Promise<void> {
  const next = (await marksOf(db, undone)).find((one) => slotOf(one.mark) === slotOf(undone.mark))
  if (!next) return
  await db
    .updateTable('checkIn')
    .set((e) => ({ stands: true, version: e('version', '+', 1) }))
    .where('id', '=', next.id)
    .execute()
}

async function assignment({ db, change, roles }: Case<ChangeOf<'checkIn.record'>>): Promise<readonly Flag[]> {
  const session = await db
    .selectFrom('session')
    .select('controllers')
    .where('id', '=', change.patch.sessionId)
    .executeTakeFirst()
  return session ? notAssigned(session, change.actor, roles) : []
}

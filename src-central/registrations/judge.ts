import type { Selectable } from 'kysely'
import type { Registration } from '../../shared/registration.ts'
import { overlap } from '../../shared/session.ts'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import type { Flag } from '../../shared/verdict.ts'
import type { CentralTables } from '../database/tables.ts'
import { bringIn, inScope, mayBringIn } from '../candidates/scope.ts'
import { invite, registrationCancelled, registrationEdited, registrationMoved } from '../mail/occasions/session.ts'
import { lockSession, notAssigned } from '../sessions/judge.ts'
import { editRow } from '../sync/editRow.ts'
import { accepted, type Case, type Judge, rejected, type Transacting } from '../sync/judge.ts'
import type { ChangeOf } from '../../shared/changes/change.ts'

type Session = Selectable<CentralTables['session']>

/**
 * Whether the one who comes now still has a seat; asked under the lock of the session.
 *
 * Nobody is refused for want of one (docs/protocol.md, C5): without a manager's reason his seat is to be confirmed.
 */
async function seatIn(db: Transacting, session: Session, overridden: boolean): Promise<Registration['seat']> {
  if (overridden) return 'taken'
  const { n } = await db
    .selectFrom('registration')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('sessionId', '=', session.id)
    .where('status', '<>', 'cancelled')
    .executeTakeFirstOrThrow()
  return Number(n) < session.seats ? 'taken' : 'toConfirm'
}

/** The other sessions of a person on that day at that hour, at any centre. */
async function sameHour(db: Transacting, session: Session, candidateId: string): Promise<readonly Flag[]> {
  const others = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .select(['session.date', 'session.startTime', 'session.endTime'])
    .where('registration.candidateId', '=', candidateId)
    .where('registration.status', '<>', 'cancelled')
    .where('session.status', '=', 'planned')
    .where('session.date', '=', session.date)
    .where('session.id', '<>', session.id)
    .execute()
  return others.some((other) => overlap(session, other)) ? ['sameHour'] : []
}

const findIn = (db: Transacting, sessionId: string, candidateId: string) =>
  db
    .selectFrom('registration')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('candidateId', '=', candidateId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()

export const judgeRegistrationCreate: Judge<'registration.create'> = async (on) => {
  const { db, desk, change, roles, at } = on
  const { patch } = change
  const session = await lockSession(db, desk.centreId, patch.sessionId)
  if (!session) return rejected(at, 'session.unknown')
  if (session.status === 'cancelled') return rejected(at, 'session.cancelled')
  const known = await inScope(db, desk.centreId, patch.candidateId)
  if (!known && !(await mayBringIn(db, desk, patch.candidateId, at))) return rejected(at, 'candidate.unknown')
  if (await findIn(db, session.id, patch.candidateId)) return rejected(at, 'registration.twice')
  const overridden = patch.overrideReason !== null && holdsOne(roles, mayOverbook)
  const seat = await seatIn(db, session, overridden)
  const flags = await sameHour(db, session, patch.candidateId)
  await insert(db, desk.centreId, change, 'registered', seat)
  if (!known) await bringIn(db, desk.centreId, patch.candidateId, at)
  await invite(causeOf(on), [change.entityId])
  return accepted(at, { version: 1 }, seat === 'toConfirm' ? ['seatToConfirm', ...flags] : flags)
}

/**
 * Somebody stood at the door: this is never refused. Was he on the list after all, by another desk, the list stands and
 * his mark finds it by session and person.
 */
export const judgeWalkIn: Judge<'walkIn.record'> = async ({ db, desk, change, roles, at }) => {
  const { patch } = change
  const session = await lockSession(db, desk.centreId, patch.sessionId)
  const known = await db.selectFrom('candidate').select('id').where('id', '=', patch.candidateId).executeTakeFirst()
  if (!session || !known) return accepted(at, { version: 0 }, ['unknownRegistration'])
  const flags = [...notAssigned(session, change.actor, roles), ...(await sameHour(db, session, patch.candidateId))]
  const there = await findIn(db, session.id, patch.candidateId)
  if (there) return { ...accepted(at, there, flags), as: there.id }
  await insert(db, desk.centreId, change, 'requested', 'taken')
  return accepted(at, { version: 1 }, flags)
}

async function insert(
  db: Transacting,
  centreId: string,
  { entityId, patch }: ChangeOf<'registration.create'> | ChangeOf<'walkIn.record'>,
  status: 'registered' | 'requested',
  seat: Registration['seat'],
): Promise<void> {
  await db
    .insertInto('registration')
    .values({
      ...patch,
      id: entityId,
      centreId,
      exams: JSON.stringify(patch.exams),
      status,
      seat,
    })
    .execute()
  // Whoever had left the centre's scope is back in it.
  await db
    .updateTable('scope')
    .set({ until: null })
    .where('centreId', '=', centreId)
    .where('candidateId', '=', patch.candidateId)
    .where('until', 'is not', null)
    .execute()
}

const causeOf = ({ db, central, desk, at }: Pick<Case, 'db' | 'central' | 'desk' | 'at'>) => ({
  db,
  central,
  centreId: desk.centreId,
  at,
})

const lockRegistration = ({ db, desk, change }: Pick<Case, 'db' | 'desk' | 'change'>) =>
  db
    .selectFrom('registration')
    .selectAll()
    .where('id', '=', change.entityId)
    .where('centreId', '=', desk.centreId)
    .forUpdate()
    .executeTakeFirst()

export const judgeRegistrationEdit: Judge<'registration.edit'> = async (on) => {
  const { db, change, at } = on
  const current = await lockRegistration(on)
  if (!current) return rejected(at, 'registration.unknown')
  if (current.status === 'cancelled') return rejected(at, 'registration.cancelled')
  const verdict = await editRow(db, 'registration', current, change.patch, change.base, at)
  // Which PC he sits at is told to nobody before the day.
  const { exams } = await readExams(db, current.id)
  if (JSON.stringify(exams) !== JSON.stringify(current.exams)) {
    await registrationEdited(causeOf(on), current.id, change.id)
  }
  return verdict
}

const readExams = (db: Transacting, id: string) =>
  db.selectFrom('registration').select('exams').where('id', '=', id).executeTakeFirstOrThrow()

export const judgeRegistrationMove: Judge<'registration.move'> = async (on) => {
  const { db, desk, change, roles, at } = on
  const { sessionId, pc, overrideReason } = change.patch
  const session = await lockSession(db, desk.centreId, sessionId)
  if (!session) return rejected(at, 'session.unknown')
  if (session.status === 'cancelled') return rejected(at, 'session.cancelled')
  const current = await lockRegistration(on)
  if (!current) return rejected(at, 'registration.unknown')
  if (current.status === 'cancelled') return rejected(at, 'registration.cancelled')
  if (current.sessionId === sessionId) return accepted(at, current)
  if (await findIn(db, sessionId, current.candidateId)) return rejected(at, 'registration.twice')
  const seat = await seatIn(db, session, overrideReason !== null && holdsOne(roles, mayOverbook))
  const flags = await sameHour(db, session, current.candidateId)
  const seen = (field: string) => current.fieldVersions[field] ?? 0
  const verdict = await editRow(db, 'registration', current, { sessionId }, change.base, at)
  if (verdict.status === 'conflict') {
    // Nothing of it applies: the PC of a place that he did not get means nothing.
    const kept = {
      pc: { value: current.pc, version: seen('pc') },
      overrideReason: { value: current.overrideReason, version: seen('overrideReason') },
    }
    return { ...verdict, conflicts: { ...verdict.conflicts, ...kept } }
  }
  if (verdict.status === 'rejected') return verdict
  // Only a move that stands takes the place with it. What was noted of the place before it is not about this one: an
  // edit of the PC that comes later from somebody who did not know of the move goes to a person.
  const fieldVersions = {
    ...verdict.fieldVersions,
    pc: seen('pc') + 1,
    overrideReason: seen('overrideReason') + 1,
  }
  await db
    .updateTable('registration')
    .set({ pc, overrideReason, seat, fieldVersions: JSON.stringify(fieldVersions) })
    .where('id', '=', current.id)
    .execute()
  const left = await db.selectFrom('session').selectAll().where('id', '=', current.sessionId).executeTakeFirstOrThrow()
  await registrationMoved(causeOf(on), current.id, left, change.id)
  return { ...verdict, fieldVersions, flags: seat === 'toConfirm' ? ['seatToConfirm', ...flags] : flags }
}

export const judgeRegistrationCancel: Judge<'registration.cancel'> = async (on) => {
  const { db, change, at } = on
  const current = await lockRegistration(on)
  if (!current) return rejected(at, 'registration.unknown')
  if (current.status === 'cancelled') return accepted(at, current)
  const verdict = await editRow(db, 'registration', current, change.patch, current.fieldVersions, at)
  await registrationCancelled(causeOf(on), current.id, false)
  return verdict
}

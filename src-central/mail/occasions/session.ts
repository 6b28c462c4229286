import type { Selectable } from 'kysely'
import { languageTo } from '../../../shared/centre.ts'
import type { MailKind } from '../../../shared/mail.ts'
import { instantOf } from '../../../shared/time.ts'
import type { CentralTables } from '../../database/tables.ts'
import type { Transacting } from '../../sync/judge.ts'
import { type Appointment, calendarKinds, type MailData } from '../kinds.ts'
import { type Cause, queueMail } from '../queue.ts'

type Session = Selectable<CentralTables['session']>

/** What a candidate must know to come; a note or the number of seats is none of it. */
const appointment = ['date', 'startTime', 'endTime', 'locationId', 'room', 'mode'] as const

const appointmentOf = ({ date, startTime, endTime, locationId, room }: Session): Appointment => ({
  date,
  startTime,
  endTime,
  locationId,
  room,
})

/** A registration of somebody who can be written to, for a session that has not begun; otherwise nobody is told. */
async function coming({ db, at }: Cause, registrationId: string) {
  const row = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .innerJoin('candidate', 'candidate.id', 'registration.candidateId')
    .select([
      'registration.id',
      'registration.status',
      'registration.language',
      'candidateId',
      'candidate.language as spoken',
      'email',
      'session.date',
      'session.startTime',
    ])
    .where('registration.id', '=', registrationId)
    .where('registration.mergedInto', 'is', null)
    .where('login', 'is not', null)
    .where('candidate.mergedInto', 'is', null)
    .executeTakeFirst()
  if (!row || instantOf(row.date, row.startTime) <= at) return undefined
  return row
}

/** Earlier mails about this registration, locked: none of them leaves while this transaction says something newer. */
const earlierMails = (db: Transacting, registrationId: string) =>
  db
    .selectFrom('mail')
    .select(['id', 'status', 'fate'])
    .where('registrationId', '=', registrationId)
    .where('kind', 'in', calendarKinds)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Rule 2: the only invitation, once for each registration. */
export async function invite(cause: Cause, registrationIds: readonly string[]): Promise<void> {
  for (const id of registrationIds) await tell(cause, 'invitation', id, {}, `invitation:${id}`)
}

/** The coming registrations of a person about whom nothing was ever written. */
export async function uninvited(db: Transacting, candidateId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .select('registration.id')
    .where('candidateId', '=', candidateId)
    .where('registration.status', '=', 'registered')
    .where('session.status', '=', 'planned')
    .where((e) =>
      e.not(e.exists(e.selectFrom('mail').select('mail.id').whereRef('registrationId', '=', 'registration.id'))),
    )
    .orderBy('registration.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Another hour or place: whoever is registered is told what it was and what it is. */
export async function sessionEdited(cause: Cause, before: Session, act: string): Promise<void> {
  const after = await cause.db.selectFrom('session').selectAll().where('id', '=', before.id).executeTakeFirstOrThrow()
  if (appointment.every((field) => before[field] === after[field])) return
  for (const id of await registeredIn(cause.db, before.id)) {
    await tell(cause, 'changed', id, { before: appointmentOf(before) }, `changed:${id}:${act}`)
  }
}

/** Whoever was registered for a session that is off is told so. To be called before the registrations are cancelled. */
export const registeredIn = async (db: Transacting, sessionId: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('registration')
      .select('id')
      .where('sessionId', '=', sessionId)
      .where('status', '=', 'registered')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

export const registrationEdited = (cause: Cause, id: string, act: string): Promise<void> =>
  tell(cause, 'changed', id, {}, `changed:${id}:${act}`)

/** Which exams each of a person's registrations is for. */
export async function examsOf(db: Transacting, candidateId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('registration')
    .select(['id', 'exams'])
    .where('candidateId', '=', candidateId)
    .where('status', '=', 'registered')
    .execute()
  return new Map(rows.map(({ id, exams }) => [id, exams.toSorted().join(' ')]))
}

/** After two records became one: where two registrations for one session did as well, other exams may have come together. */
export async function examsJoined(
  cause: Cause,
  candidateId: string,
  before: ReadonlyMap<string, string>,
  act: string,
): Promise<void> {
  const after = await examsOf(cause.db, candidateId)
  for (const [id, exams] of after) {
    if (before.has(id) && before.get(id) !== exams) await registrationEdited(cause, id, act)
  }
}

/** @param from the session that he leaves */
export const registrationMoved = (cause: Cause, id: string, from: Session, act: string): Promise<void> =>
  tell(cause, 'moved', id, { before: appointmentOf(from) }, `moved:${id}:${act}`)

/** @param session the whole session is off, not only this registration */
export async function registrationCancelled(cause: Cause, id: string, session: boolean): Promise<void> {
  const { db, at } = cause
  const earlier = await earlierMails(db, id)
  await db
    .updateTable('mail')
    .set((e) => ({ status: 'failed', fate: 'withdrawn', endedAt: at, version: e('version', '+', 1) }))
    .where('registrationId', '=', id)
    .where('status', '=', 'waiting')
    .execute()
  // Whom nothing has reached has nothing to forget. Somebody without any mail here was invited on another way.
  const reached = earlier.some(({ status, fate }) => status === 'sent' || status === 'sending' || fate === 'inDoubt')
  if (earlier.length > 0 && !reached) return
  await tell(cause, 'cancelled', id, { session }, `cancelled:${id}`)
}

async function tell(cause: Cause, kind: MailKind, id: string, data: MailData, dedupeKey: string): Promise<void> {
  const row = await coming(cause, id)
  if (!row?.email) return
  if (kind === 'cancelled' ? row.status !== 'cancelled' : row.status !== 'registered') return
  const earlier = await earlierMails(cause.db, id)
  // What has not left yet is written when it leaves, and says what holds then.
  if (kind !== 'cancelled' && earlier.some(({ status }) => status === 'waiting')) return
  await queueMail(cause, {
    kind,
    candidateId: row.candidateId,
    registrationId: id,
    to: row.email,
    language: languageTo(row.spoken, row.language),
    data: { ...data, sequence: earlier.length },
    dedupeKey,
  })
}

import { sql } from 'kysely'
import { type SessionPatch, sessionFields, type SessionValues, wrongSession } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { registeredIn, registrationCancelled, sessionEdited } from '../mail/occasions/session.ts'
import { editRow } from '../sync/editRow.ts'
import { accepted, type Judge, rejected, type Transacting } from '../sync/judge.ts'

/** A session of this centre, locked until the transaction ends: seats are counted under this lock. */
export const lockSession = (db: Transacting, centreId: string, id: string) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('id', '=', id)
    .where('centreId', '=', centreId)
    .forUpdate()
    .executeTakeFirst()

/**
 * A day in the past is judged as of the act, by the desk's own clock put right: a session made offline the evening
 * before is not refused because the line came back the next morning.
 */
async function wrong(
  db: Transacting,
  centreId: string,
  actedOn: string,
  values: SessionValues,
  changed: readonly string[],
): Promise<Extract<Verdict, { status: 'rejected' }>['fields']> {
  const place = await db
    .selectFrom('location')
    .select('id')
    .where('id', '=', values.locationId)
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  const exams = await db
    .selectFrom('exam')
    .select('code')
    .where('code', 'in', [...values.exams])
    .execute()
  return [
    ...wrongSession(actedOn, values, changed),
    ...(place ? [] : [{ field: 'patch.locationId', code: 'field.invalid' as const }]),
    ...(exams.length === new Set(values.exams).size ? [] : [{ field: 'patch.exams', code: 'field.invalid' as const }]),
  ]
}

const actedOn = (change: { readonly actedAt: string; readonly clockOffset: number | null }): string =>
  inBelgium(new Date(change.actedAt).getTime() + (change.clockOffset ?? 0)).date

export const judgeSessionCreate: Judge<'session.create'> = async ({ db, desk, change, at }) => {
  const { patch } = change
  const fields = await wrong(db, desk.centreId, actedOn(change), patch, sessionFields)
  if (fields && fields.length > 0) return { status: 'rejected', at, code: 'input.invalid', fields }
  const { number } = await db
    .selectNoFrom(sql<string>`nextval('"sessionNumber"')::text`.as('number'))
    .executeTakeFirstOrThrow()
  const written = await db
    .insertInto('session')
    .values({
      ...patch,
      id: change.entityId,
      centreId: desk.centreId,
      code: `S-${patch.date.slice(0, 4)}-${number.padStart(5, '0')}`,
      exams: JSON.stringify(patch.exams),
      controllers: JSON.stringify(patch.controllers),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ? accepted(at, { version: 1 }) : rejected(at, 'call.invalid')
}

export const judgeSessionEdit: Judge<'session.edit'> = async ({ db, central, desk, change, at }) => {
  const current = await lockSession(db, desk.centreId, change.entityId)
  if (!current) return rejected(at, 'session.unknown')
  if (current.status === 'cancelled') return rejected(at, 'session.cancelled')
  const patch: SessionPatch = change.patch
  const values: SessionValues = { ...current, ...patch }
  const fields = await wrong(db, desk.centreId, actedOn(change), values, Object.keys(patch))
  if (fields && fields.length > 0) return { status: 'rejected', at, code: 'input.invalid', fields }
  const verdict = await editRow(db, 'session', current, patch, change.base, at)
  await sessionEdited({ db, central, centreId: desk.centreId, at }, current, change.id)
  return verdict
}

/** Whoever is registered is cancelled with it; marks already noted stay. */
export const judgeSessionCancel: Judge<'session.cancel'> = async ({ db, central, desk, change, at }) => {
  const current = await lockSession(db, desk.centreId, change.entityId)
  if (!current) return rejected(at, 'session.unknown')
  if (current.status === 'cancelled') return accepted(at, current)
  if (current.closedAt) return rejected(at, 'session.closed')
  const registered = await registeredIn(db, current.id)
  await db
    .updateTable('registration')
    .set((e) => ({
      status: 'cancelled',
      cancelReason: change.patch.cancelReason,
      version: e('version', '+', 1),
    }))
    .where('sessionId', '=', current.id)
    .where('status', '<>', 'cancelled')
    .execute()
  for (const id of registered) await registrationCancelled({ db, central, centreId: desk.centreId, at }, id, true)
  // A session is cancelled whatever else was corrected on it in between.
  return editRow(db, 'session', current, change.patch, current.fieldVersions, at)
}

/** The first closing stands; a second one, from another desk, changes nothing. */
export const judgeSessionClose: Judge<'session.close'> = async ({ db, desk, change, roles, at }) => {
  const current = await lockSession(db, desk.centreId, change.entityId)
  if (!current) return accepted(at, { version: 0 }, ['unknownRegistration'])
  const flags = notAssigned(current, change.actor, roles)
  if (current.closedAt) return accepted(at, current, flags)
  const version = current.version + 1
  await db
    .updateTable('session')
    .set({ ...change.patch, version })
    .where('id', '=', current.id)
    .execute()
  return accepted(at, { version, fieldVersions: current.fieldVersions }, flags)
}

/** A controller acts at the sessions assigned to him; an act at another one is kept and flagged. */
export const notAssigned = (
  session: { readonly controllers: readonly string[] },
  actor: string,
  roles: readonly string[],
): readonly 'notAssigned'[] =>
  roles.some((role) => role !== 'controller') || session.controllers.includes(actor) ? [] : ['notAssigned']

import { proveBirthDate } from '../candidates/proof.ts'
import { replaceAddress } from '../candidates/replaceEmail.ts'
import { inScope } from '../candidates/scope.ts'
import { newLogin } from '../login.ts'
import { emailChanged, welcome } from '../mail/occasions/person.ts'
import { examsJoined, examsOf, invite, uninvited } from '../mail/occasions/session.ts'
import { accepted, type Case, type Judge, rejected, type Transacting } from '../sync/judge.ts'
import type { ChangeOf } from '../../shared/changes/change.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { lockBoth, mergeRecords, survivorOf } from './merge.ts'

export const judgeNotDuplicate: Judge<'candidate.notDuplicate'> = async ({ db, desk, change, actorName, at }) => {
  const { a, b, reason } = change.patch
  if (a === b) return rejected(at, 'merge.impossible')
  await db
    .insertInto('distinction')
    .values({ id: change.entityId, centreId: desk.centreId, a, b, reason, actorName })
    .execute()
  return accepted(at, { version: 1 })
}

/** The records that somebody declared to be other people than this one, and that have not changed since. */
export async function distinctFrom(db: Transacting, id: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('distinction')
    .select(['a', 'b'])
    .where('stands', '=', true)
    .where((where) => where.or([where('a', '=', id), where('b', '=', id)]))
    .execute()
  return new Set(rows.map(({ a, b }) => (a === id ? b : a)))
}

/** Whom a new record is of: of somebody whom Certassur knew, or of somebody new, who then gets his login. */
export const judgeHoldResolve: Judge<'hold.resolve'> = async (on) => {
  const { db, desk, change, actorName, at } = on
  const hold = await db
    .selectFrom('hold')
    .selectAll()
    .where('id', '=', change.entityId)
    .where('centreId', '=', desk.centreId)
    .forUpdate()
    .executeTakeFirst()
  if (!hold) return rejected(at, 'hold.unknown')
  const { decision, with: other } = change.patch
  if (hold.decision !== null) {
    const agreed = hold.decision === decision && hold.with === other
    return agreed ? accepted(at, hold) : rejected(at, 'hold.decided')
  }
  const refused = decision === 'same' ? await sameAs(on, hold) : await somebodyNew(on, hold)
  if (refused) return rejected(at, refused)
  const version = hold.version + 1
  await db
    .updateTable('hold')
    .set({ ...change.patch, actorName, decidedAt: at, version })
    .where('id', '=', hold.id)
    .execute()
  return accepted(at, { version })
}

type Resolving = Case<ChangeOf<'hold.resolve'>>
interface Held {
  readonly id: string
  readonly matches: readonly { readonly id: string }[]
}

async function sameAs(on: Resolving, { id, matches }: Held): Promise<ErrorCode | undefined> {
  const { db, central, desk, change, actorName, at } = on
  const into = change.patch.with === null ? undefined : await survivorOf(db, change.patch.with)
  // Nobody is told of a person by naming him: he was found, or the centre knows him.
  const shown = await Promise.all(matches.map((match) => survivorOf(db, match.id)))
  const known = into !== undefined && (await inScope(db, desk.centreId, into))
  if (into === undefined || !(known || shown.includes(into))) return 'merge.impossible'
  const refused = change.patch.takeEmail ? await takeEmail(on, id, into, known) : undefined
  if (refused) return refused
  const [unwritten, exams] = [await uninvited(db, id), await examsOf(db, into)]
  const merged = await mergeRecords(db, { id: central.newId(), from: id, into, why: 'hold', actorName, at })
  if (!merged) return 'merge.impossible'
  await invite(causeOf(on), unwritten)
  await examsJoined(causeOf(on), into, exams, change.id)
  return undefined
}

/**
 * The address that he gave here becomes the registered one. His codes go there: of somebody whom this centre did not
 * know, only when the whole birth date was known to it.
 */
async function takeEmail(on: Resolving, from: string, into: string, known: boolean): Promise<ErrorCode | undefined> {
  const { db, change } = on
  const [given, registered] = await lockBoth(db, from, into)
  if (!given?.email || !registered) return 'candidate.emailGuarded'
  if (!known) {
    const refused = await proveBirthDate(on, registered, given.birthDate)
    if (refused) return refused === 'candidate.notProven' ? 'candidate.emailGuarded' : refused
    await replaceAddress(on, registered, given.email)
    return undefined
  }
  if (given.email === registered.email) return undefined
  const fieldVersions = { ...registered.fieldVersions, email: (registered.fieldVersions['email'] ?? 0) + 1 }
  await db
    .updateTable('candidate')
    .set({ email: given.email, version: registered.version + 1, fieldVersions: JSON.stringify(fieldVersions) })
    .where('id', '=', into)
    .execute()
  await emailChanged(causeOf(on), { candidateId: into, from: registered.email, to: given.email, act: change.id })
  return undefined
}

const causeOf = ({ db, central, desk, at }: Resolving) => ({ db, central, centreId: desk.centreId, at })

async function somebodyNew(on: Resolving, { id, matches }: Held) {
  const { db, central, desk, change, actorName } = on
  const person = await db.selectFrom('candidate').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  await db
    .updateTable('candidate')
    .set({ login: await newLogin(db, person), version: person.version + 1 })
    .where('id', '=', id)
    .execute()
  for (const match of matches) {
    await db
      .insertInto('distinction')
      .values({
        id: central.newId(),
        centreId: desk.centreId,
        a: id,
        b: match.id,
        reason: change.patch.reason ?? '',
        actorName,
      })
      .execute()
  }
  // What had to wait until it was said whose record this is.
  await welcome(causeOf(on), id)
  await invite(causeOf(on), await uninvited(db, id))
  return undefined
}

export const judgeMergeRequest: Judge<'merge.request'> = async ({ db, desk, change, actorName, at }) => {
  const { a, b, reason } = change.patch
  if (a === b || !(await inScope(db, desk.centreId, a)) || !(await inScope(db, desk.centreId, b)))
    return rejected(at, 'merge.impossible')
  // Two desks that ask at one moment: the second waits here, and finds the first one's request.
  await lockBoth(db, a, b)
  const open = await db
    .selectFrom('mergeRequest')
    .selectAll()
    .where('centreId', '=', desk.centreId)
    .where('a', 'in', [a, b])
    .where('b', 'in', [a, b])
    .where('status', 'in', ['asked', 'inTreatment'])
    .executeTakeFirst()
  if (open) return { ...accepted(at, open), as: open.id }
  await db
    .insertInto('mergeRequest')
    .values({
      id: change.entityId,
      centreId: desk.centreId,
      a,
      b,
      reason,
      status: 'asked',
      actorName,
      askedAt: change.actedAt,
    })
    .execute()
  return accepted(at, { version: 1 })
}

export const judgeMergeWithdraw: Judge<'merge.withdraw'> = async ({ db, desk, change, at }) => {
  const request = await db
    .selectFrom('mergeRequest')
    .selectAll()
    .where('id', '=', change.entityId)
    .where('centreId', '=', desk.centreId)
    .forUpdate()
    .executeTakeFirst()
  if (!request) return rejected(at, 'merge.unknown')
  if (request.status === 'withdrawn') return accepted(at, request)
  if (request.status !== 'asked') return rejected(at, 'merge.tooLate')
  const version = request.version + 1
  await db.updateTable('mergeRequest').set({ status: 'withdrawn', version }).where('id', '=', request.id).execute()
  return accepted(at, { version })
}

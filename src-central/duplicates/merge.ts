import { type Selectable, sql } from 'kysely'
import { slotOf } from '../../shared/checkIn.ts'
import type { CentralTables } from '../database/tables.ts'
import { followMerge } from '../mail/follow.ts'
import type { Transacting } from '../sync/judge.ts'
import { rowsBefore } from './prior.ts'

type Candidate = Selectable<CentralTables['candidate']>
type Registration = Selectable<CentralTables['registration']>

export interface Merge {
  readonly id: string
  /** The record that ends, and the one whose login remains. */
  readonly from: string
  readonly into: string
  /** Which of the ways led here, for the log: a hold that was resolved, a request of a centre. */
  readonly why: 'hold' | 'request'
  readonly actorName: string
  readonly at: string
}

/** The record that this id means today: itself, or the one that it became. */
export const survivorOf = async (db: Transacting, id: string): Promise<string | undefined> => {
  const row = await db.selectFrom('candidate').select(['id', 'mergedInto']).where('id', '=', id).executeTakeFirst()
  return row && (row.mergedInto ?? row.id)
}

/**
 * Makes one record of two (docs/protocol.md, C10): everything of the one is from now on the other's.
 *
 * Two registrations for one session become one, with the exams and the marks of both. Nothing is deleted: the record that
 * ends points to the other, and the log keeps every id that moved and every value that stood there before.
 * @returns false when one of them was merged already, or both are the same
 */
export async function mergeRecords(db: Transacting, merge: Merge): Promise<boolean> {
  const { from, into } = merge
  const [gone, stays] = await lockBoth(db, from, into)
  if (!gone || !stays || gone.mergedInto || stays.mergedInto || from === into) return false
  const rows = await rowsBefore(db, from, into)
  const collapsed = await moveRegistrations(db, from, into)
  const moved: Record<string, readonly string[]> = {}
  for (const noun of ofPeople) moved[noun] = await move(db, noun, from, into)
  moved['mail'] = await followMerge(db, from, into, merge.at)
  await db.updateTable('operator').set({ candidateId: into }).where('candidateId', '=', from).execute()
  await moveDistinctions(db, from, into)
  await sql`
    insert into scope ("centreId", "candidateId", since) select "centreId", ${into}, since from scope
      where "candidateId" = ${from} and until is null
    on conflict ("centreId", "candidateId") do update set until = null`.execute(db)
  // Whoever became the one that ends now has become the other: no act ever follows more than one step.
  await db
    .updateTable('candidate')
    .set((e) => ({ mergedInto: into, version: e('version', '+', 1) }))
    .where((where) => where.or([where('id', '=', from), where('mergedInto', '=', from)]))
    .execute()
  await db
    .insertInto('merge')
    .values({ ...merge, moved: JSON.stringify({ ...moved, collapsed }), prior: JSON.stringify({ gone, stays, rows }) })
    .execute()
  return true
}

/** In the order of their ids: two merges that cross wait for each other and never block each other for ever. */
export async function lockBoth(
  db: Transacting,
  from: string,
  into: string,
): Promise<readonly (Candidate | undefined)[]> {
  const rows = await db
    .selectFrom('candidate')
    .selectAll()
    .where('id', 'in', [from, into])
    .orderBy('id')
    .forUpdate()
    .execute()
  return [from, into].map((id) => rows.find((row) => row.id === id))
}

/** What names a person and simply goes with him. */
const ofPeople = [
  'registration',
  'checkIn',
  'result',
  'attestation',
  'attendance',
  'print',
  'history',
  'correction',
  'contact',
] as const

async function move(db: Transacting, noun: (typeof ofPeople)[number], from: string, into: string) {
  const rows = await db
    .updateTable(noun)
    .set((e) => ({ candidateId: into, version: e('version', '+', 1) }))
    .where('candidateId', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** One person sits once in a session: where both are registered, the survivor's registration takes the other's in. */
async function moveRegistrations(db: Transacting, from: string, into: string): Promise<readonly object[]> {
  const collapsed: object[] = []
  for (const twice of await registeredTwice(db, from, into)) {
    await collapse(db, twice.gone, twice.stays)
    collapsed.push({ from: twice.gone.id, into: twice.stays.id })
  }
  return collapsed
}

async function registeredTwice(db: Transacting, from: string, into: string) {
  const rows = await db
    .selectFrom('registration')
    .selectAll()
    .where('candidateId', 'in', [from, into])
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows
    .filter(({ candidateId }) => candidateId === from)
    .flatMap((gone) => {
      const stays = rows.find((row) => row.candidateId === into && row.sessionId === gone.sessionId)
      return stays ? [{ gone, stays }] : []
    })
}

async function collapse(db: Transacting, gone: Registration, stays: Registration): Promise<void> {
  await moveMarks(db, gone.id, stays.id)
  for (const noun of ['result', 'attestation'] as const) {
    await sql`
      update ${sql.table(noun)} moving set "registrationId" = ${stays.id}
      where moving."registrationId" = ${gone.id}
        and not exists (select from ${sql.table(noun)} there
          where there."registrationId" = ${stays.id} and there.exam = moving.exam)`.execute(db)
  }
  await db.updateTable('attendance').set({ registrationId: stays.id }).where('registrationId', '=', gone.id).execute()
  await db
    .updateTable('registration')
    .set((e) => ({ status: 'cancelled', mergedInto: stays.id, version: e('version', '+', 1) }))
    .where('id', '=', gone.id)
    .execute()
  const exams = [...new Set([...stays.exams, ...gone.exams])]
  // Whoever was invited twice may bring either of the two invitations.
  const formerTokens = [...(stays.formerTokens ?? []), gone.checkInToken, ...(gone.formerTokens ?? [])]
  const requested = stays.status === 'requested' && gone.status === 'requested'
  await db
    .updateTable('registration')
    .set((e) => ({
      exams: JSON.stringify(exams),
      formerTokens: JSON.stringify(formerTokens),
      status: requested ? 'requested' : 'registered',
      version: e('version', '+', 1),
      fieldVersions: JSON.stringify({ ...stays.fieldVersions, exams: (stays.fieldVersions['exams'] ?? 0) + 1 }),
    }))
    .where('id', '=', stays.id)
    .execute()
}

/** All marks are kept on the registration that stays; of two for one arrival the first that reached central stands. */
async function moveMarks(db: Transacting, from: string, into: string): Promise<void> {
  const marks = await db
    .selectFrom('checkIn')
    .select(['id', 'mark', 'stands', 'undoneAt'])
    .where('registrationId', 'in', [from, into])
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
  const standing = marks.filter(({ stands, undoneAt }) => stands && undoneAt === null)
  const second = standing.filter((mark, at) => standing.findIndex((one) => slotOf(one.mark) === slotOf(mark.mark)) < at)
  if (second.length > 0) {
    await db
      .updateTable('checkIn')
      .set((e) => ({ stands: false, version: e('version', '+', 1) }))
      .where(
        'id',
        'in',
        second.map(({ id }) => id),
      )
      .execute()
  }
  await db
    .updateTable('checkIn')
    .set((e) => ({ registrationId: into, version: e('version', '+', 1) }))
    .where('registrationId', '=', from)
    .execute()
}

/** Decisions about the one hold for the other; that the two are different people was a mistake. */
async function moveDistinctions(db: Transacting, from: string, into: string): Promise<void> {
  await db
    .updateTable('distinction')
    .set((e) => ({ stands: false, version: e('version', '+', 1) }))
    .where('a', 'in', [from, into])
    .where('b', 'in', [from, into])
    .execute()
  for (const side of ['a', 'b'] as const) {
    await db
      .updateTable('distinction')
      .set((e) => ({ [side]: into, version: e('version', '+', 1) }))
      .where(side, '=', from)
      .where('stands', '=', true)
      .execute()
  }
}

import { sql } from 'kysely'
import { prepare } from '../../shared/matching/person.ts'
import { compare, type Match, weigh } from '../../shared/matching/score.ts'
import type { CentralDb } from '../database/open.ts'
import { countPeople, loadFrequencies } from '../matching/counts.ts'
import { ensureIndexed } from '../matching/indexing.ts'

/** So many sessions of a record are named; of the others their number. */
const NAMED_SESSIONS = 40

/** The record that this id means today. */
export async function nameToday(db: CentralDb, id: string): Promise<string> {
  const row = await db.selectFrom('candidate').select('mergedInto').where('id', '=', id).executeTakeFirst()
  return row?.mergedInto ?? id
}

/** One of two records that are compared: what it says, and what hangs on it. */
export type Side = Awaited<ReturnType<typeof readSide>>
export type SideSession = Side['sessions'][number]

export async function readSide(db: CentralDb, id: string) {
  const candidate = await db.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const centres = await db
    .selectFrom('scope')
    .innerJoin('centre', 'centre.id', 'scope.centreId')
    .select('name')
    .where('candidateId', '=', id)
    .where('until', 'is', null)
    .orderBy('name')
    .execute()
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int from registration where "candidateId" = ${id} and status <> 'cancelled') as sessions,
      (select count(*)::int from result where "candidateId" = ${id} and outcome = 'passed') as passed,
      (select count(*)::int from result where "candidateId" = ${id} and outcome = 'notPassed') as failed,
      (select count(*)::int from attestation where "candidateId" = ${id} and status = 'released') as released,
      (select count(*)::int from attestation where "candidateId" = ${id} and status = 'awaited') as awaited,
      (select count(*)::int from attendance where "candidateId" = ${id}) as attendances`.execute(db)
  const counts = rows[0] ?? none
  return { candidate, centres: centres.map(({ name }) => name), counts, sessions: await sessionsOf(db, id) }
}

interface Counts {
  readonly sessions: number
  readonly passed: number
  readonly failed: number
  readonly released: number
  readonly awaited: number
  readonly attendances: number
}
const none: Counts = { sessions: 0, passed: 0, failed: 0, released: 0, awaited: 0, attendances: 0 }

async function sessionsOf(db: CentralDb, id: string) {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .innerJoin('centre', 'centre.id', 'registration.centreId')
    .leftJoin('checkIn', (join) =>
      join
        .onRef('checkIn.registrationId', '=', 'registration.id')
        .on('stands', '=', true)
        .on('undoneAt', 'is', null)
        .on('mark', '<>', 'leftEarly'),
    )
    .select(['registration.id', 'registration.sessionId', 'registration.exams', 'registration.status'])
    .select(['date', 'startTime', 'centre.name as centre', 'mark'])
    .where('registration.candidateId', '=', id)
    .where('registration.mergedInto', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('startTime', 'desc')
    .limit(NAMED_SESSIONS)
    .execute()
  const results = await db
    .selectFrom('result')
    .select(['registrationId', 'exam', 'outcome'])
    .where('candidateId', '=', id)
    .orderBy('exam')
    .execute()
  return rows.map((row) => ({ ...row, results: results.filter(({ registrationId }) => registrationId === row.id) }))
}

/** The sessions in which both sit, as the first record has them: there two registrations become one. */
export async function sessionsOfBoth(db: CentralDb, a: string, b: string) {
  return db
    .selectFrom('registration as his')
    .innerJoin('registration as other', 'other.sessionId', 'his.sessionId')
    .innerJoin('session', 'session.id', 'his.sessionId')
    .innerJoin('centre', 'centre.id', 'his.centreId')
    .select(['his.sessionId', 'date', 'startTime', 'centre.name as centre'])
    .select(['his.exams as exams', 'other.exams as otherExams'])
    .where('his.candidateId', '=', a)
    .where('other.candidateId', '=', b)
    .where('his.status', '<>', 'cancelled')
    .where('other.status', '<>', 'cancelled')
    .orderBy('date', 'desc')
    .orderBy('startTime', 'desc')
    .execute()
}
export type SharedSession = Awaited<ReturnType<typeof sessionsOfBoth>>[number]

/** What the matcher says of the two, as it would of anybody. */
export async function matchOf(db: CentralDb, a: Side['candidate'], b: Side['candidate']): Promise<Match> {
  await ensureIndexed(db)
  const [one, other] = [prepare(a), prepare(b)]
  const frequencies = await loadFrequencies(db, await countPeople(db), (frequencies) => {
    weigh(one, other, frequencies)
  })
  return compare(one, other, frequencies)
}

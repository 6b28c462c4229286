import { compactVerify, importJWK } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { successDataSchema } from '../../shared/attestation.ts'
import { candidateSchema } from '../../shared/candidate.ts'
import { endOf } from '../../shared/session.ts'
import { fold } from '../../shared/text.ts'
import { addDays } from '../../shared/time.ts'
import type { Central } from '../../src-central/central.ts'
import { fillDemoWorld } from '../../src-central/demo/world.ts'
import { emptyCentral, stopCentrals } from '../helpers/central.ts'

// A winter morning in Belgium: the early session of today is over, the evening one is not.
const now = new Date('2026-11-23T09:30:00.000Z')
const today = '2026-11-23'

let central: Central
let centreId: string
beforeAll(async () => {
  central = await emptyCentral(() => now)
  await fillDemoWorld(central, { persons: 400 })
  centreId = (await central.db.selectFrom('centre').select('id').where('code', '=', 'NAM').executeTakeFirstOrThrow()).id
})
afterAll(stopCentrals)

const sessions = () => central.db.selectFrom('session').selectAll().where('centreId', '=', centreId).execute()
const seatsOf = (sessionId: string) =>
  central.db
    .selectFrom('registration')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('status', '<>', 'cancelled')
    .execute()

describe('the demo world', () => {
  test('has the people asked for in the scope of the demo centre, and those whom everybody looks for', async () => {
    const people = await central.db
      .selectFrom('candidate')
      .innerJoin('scope', 'scope.candidateId', 'candidate.id')
      .selectAll('candidate')
      .where('scope.centreId', '=', centreId)
      .execute()
    expect(people).toHaveLength(400)
    for (const person of people) expect(candidateSchema.safeParse(person).success).toBe(true)
    const names = people.map((person) => fold(person.lastName))
    for (const name of ['wisniewski', 'kowalska', 'popescu', 'yilmaz', 'demir', 'nguyen', 'benali']) {
      expect(names.filter((one) => one === name).length, name).toBeGreaterThanOrEqual(3)
    }
    expect(people.every((person) => person.email === null || /[@.](exemple|voorbeeld)\.be$/.test(person.email))).toBe(
      true,
    )
    expect(people.some((person) => person.email === null)).toBe(true)
    expect(people.some((person) => person.birthDate === null)).toBe(true)
    const mails = people.flatMap((person) => person.email ?? [])
    expect(new Set(mails).size).toBeLessThan(mails.length)
    expect(new Set(people.map((person) => person.language))).toEqual(new Set(['fr', 'nl', 'de']))
  })

  test('no session has more people than seats, nor two on one PC', async () => {
    const all = await sessions()
    expect(all.length).toBeGreaterThan(40)
    for (const session of all) {
      const seats = await seatsOf(session.id)
      expect(seats.length).toBeLessThanOrEqual(session.seats)
      const pcs = seats.flatMap((seat) => seat.pc ?? [])
      expect(new Set(pcs).size).toBe(seats.length)
      for (const seat of seats) expect(session.exams).toEqual(expect.arrayContaining([...seat.exams]))
    }
  })

  test('holds today what the check-in needs: one at nine with its controller, untouched, others at the same hour', async () => {
    const all = (await sessions()).filter((session) => session.date === today)
    const koen = await central.db
      .selectFrom('operator')
      .select('id')
      .where('username', '=', 'koen.desmet')
      .executeTakeFirstOrThrow()
    const atNine = all.filter((session) => session.startTime === '09:00')
    expect(new Set(atNine.map((session) => session.locationId)).size).toBe(2)
    const main = atNine.find((session) => session.seats === 18)
    expect(main?.controllers).toEqual([koen.id])
    const seats = await seatsOf(main?.id ?? '')
    expect(seats.length).toBeGreaterThanOrEqual(14)
    expect(await marksOf(main?.id ?? '')).toBe(0)
    expect(all.some((session) => session.startTime > '12:00')).toBe(true)
    expect(all.find((session) => session.startTime === '08:00')?.closedAt?.getTime()).toBeLessThan(now.getTime())
  })

  test('past sessions are closed with a mark for everybody; coming ones have none, and one is full', async () => {
    const all = await sessions()
    const past = all.filter((session) => session.date < today && session.status === 'planned')
    expect(past.every((session) => session.closedAt !== null)).toBe(true)
    for (const session of past)
      expect(await marksOf(session.id)).toBeGreaterThanOrEqual((await seatsOf(session.id)).length)
    expect(past.some((session) => session.date < addDays(today, -300))).toBe(true)
    const coming = all.filter((session) => session.date > today)
    for (const session of coming) expect(await marksOf(session.id)).toBe(0)
    const free = await Promise.all(coming.map(async (session) => session.seats - (await seatsOf(session.id)).length))
    expect(free).toEqual(expect.arrayContaining([0, 1]))
    expect(all.some((session) => session.status === 'cancelled')).toBe(true)
  })

  test('every passed exam has its attestation: released and signed, awaited for half a day, or late', async () => {
    const key = await importJWK(central.publicKey, 'EdDSA')
    const all = await central.db
      .selectFrom('attestation')
      .innerJoin('session', 'session.id', 'attestation.sessionId')
      .innerJoin('candidate', 'candidate.id', 'attestation.candidateId')
      .selectAll('attestation')
      .select(['session.date', 'session.endTime', 'candidate.lastName'])
      .execute()
    for (const row of all) {
      expect(row.expectedFrom.getTime()).toBe(new Date(endOf(row)).getTime() + 12 * 3_600_000)
      if (row.status === 'awaited') continue
      const { payload } = await compactVerify(row.jws ?? '', key)
      const data = successDataSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
      expect(data).toMatchObject({ number: row.number, date: row.date, exam: { code: row.exam } })
      expect(data.lastName === row.lastName).toBe(row.status === 'released')
    }
    const awaited = all.filter((row) => row.status === 'awaited')
    expect(awaited.some((row) => row.expectedFrom > now)).toBe(true)
    expect(awaited.filter((row) => row.lateAfter < now)).toHaveLength(2)
    const { n } = await central.db
      .selectFrom('result')
      .select((e) => e.fn.countAll<string>().as('n'))
      .where('outcome', '=', 'passed')
      .executeTakeFirstOrThrow()
    expect(all.filter((row) => row.status !== 'replaced')).toHaveLength(Number(n))
  })

  test('the desks are told of every row', async () => {
    for (const noun of ['session', 'registration', 'checkIn', 'result', 'attestation', 'print'] as const) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(noun)} as noun
        where not exists (select from feed
          where entity = ${noun} and "entityId" = noun.id and feed."centreId" = noun."centreId")`.execute(central.db)
      expect(rows[0]?.n, noun).toBe(0)
    }
    const { rows } = await sql<{ scope: number; feed: number }>`
      select (select count(*)::int from scope) as scope,
        (select count(*)::int from feed where entity = 'candidate') as feed`.execute(central.db)
    expect(rows[0]?.feed).toBe(rows[0]?.scope)
  })

  test('two of the staff sit exams themselves, at another centre', async () => {
    const staff = await central.db
      .selectFrom('operator')
      .innerJoin('scope', 'scope.candidateId', 'operator.candidateId')
      .select(['username', 'scope.centreId'])
      .orderBy('username')
      .execute()
    expect(staff.map(({ username }) => username)).toEqual(['koen.desmet', 'marie.lambert'])
    for (const one of staff) expect(one.centreId).not.toBe(centreId)
  })

  test('is the same, ids included, when it is made again for the same moment', async () => {
    const picture = async () => {
      const { rows } = await sql<{ hash: string }>`
        select md5(string_agg(t::text, '' order by id)) as hash from registration t`.execute(central.db)
      return rows[0]?.hash
    }
    const first = await picture()
    central = await emptyCentral(() => now)
    await fillDemoWorld(central, { persons: 400, today })
    expect(await picture()).toBe(first)
  })

  test('is not made over a central that has something', async () => {
    await fillDemoWorld(central, { persons: 10 })
    expect(
      (await central.db.selectFrom('scope').select('candidateId').where('centreId', '=', centreId).execute()).length,
    ).toBe(400)
  })

  test.each(['2026-11-30T02:00:00.000Z', '2026-12-01T02:00:00.000Z', '2026-12-01T18:00:00.000Z'])(
    'has a handful of attestations to print, whatever the hour: %s',
    async (moment) => {
      const { db } = (central = await emptyCentral(() => new Date(moment)))
      await fillDemoWorld(central)
      const ready = await db
        .selectFrom('attestation')
        .innerJoin('centre', 'centre.id', 'attestation.centreId')
        .leftJoin('print', 'print.documentId', 'attestation.id')
        .select('attestation.id')
        .where('centre.code', '=', 'NAM')
        .where('attestation.status', '=', 'released')
        .where('print.id', 'is', null)
        .execute()
      expect(ready.length).toBeGreaterThan(8)
    },
  )
})

async function marksOf(sessionId: string): Promise<number> {
  const marks = await central.db.selectFrom('checkIn').select('id').where('sessionId', '=', sessionId).execute()
  return marks.length
}

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CentralTables } from '../../src-central/database/tables.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'

let central: TestCentral
let gone: string
let stays: string
let session: string
beforeEach(async () => {
  central = await startCentral()
  gone = await aCandidate(central)
  stays = await aCandidate(central)
  session = await aSession(central, { exams: ['M1', 'M3'] })
})
afterEach(stopCentrals)

const db = () => central.central.db
const now = () => new Date().toISOString()
const merge = async () => {
  const how = { id: newId(), from: gone, into: stays, why: 'request', actorName: 'Certassur', at: now() } as const
  expect(
    await db()
      .transaction()
      .execute((inside) => mergeRecords(inside, how)),
  ).toBe(true)
}
type Table = 'registration' | 'result' | 'attestation' | 'attendance' | 'checkIn' | 'distinction'
async function row(table: Table, id: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`.execute(db())
  return rows[0] ?? {}
}

/** What every row of somebody in the session says. */
const about = (registrationId: string, candidateId: string) => ({
  id: newId(),
  centreId: central.centreId,
  registrationId,
  sessionId: session,
  candidateId,
})

async function aResult(registrationId: string, candidateId: string, exam: string): Promise<string> {
  const values = { ...about(registrationId, candidateId), exam, outcome: 'passed' as const, at: now() }
  await db().insertInto('result').values(values).execute()
  return values.id
}
async function aMark(
  registrationId: string,
  candidateId: string,
  receivedAt: string,
  more: Partial<Pick<CentralTables['checkIn'], 'mark' | 'stands'>> & { readonly undoneAt?: string } = {},
): Promise<string> {
  const values = {
    ...about(registrationId, candidateId),
    mark: 'present' as const,
    at: receivedAt,
    identity: 'matches',
    refusal: null,
    remark: null,
    actor: newId(),
    actorName: 'marie lambert',
    deskName: 'NAM-01',
    actedAt: receivedAt,
    receivedAt,
    stands: true,
    ...more,
  }
  await db().insertInto('checkIn').values(values).execute()
  return values.id
}
async function aDistinction(a: string, b: string): Promise<string> {
  const id = newId()
  const values = { id, centreId: central.centreId, a, b, reason: 'jumeaux', actorName: 'marie lambert' }
  await db().insertInto('distinction').values(values).execute()
  return id
}

describe('of two registrations for one session', () => {
  let [his, other] = ['', '']
  beforeEach(async () => {
    his = await aRegistration(central, session, gone, ['M3'])
    other = await aRegistration(central, session, stays)
  })

  test('the one that stays takes results, attestations and attendance over, and keeps its own', async () => {
    const [same, own, more] = [
      await aResult(his, gone, 'M1'),
      await aResult(other, stays, 'M1'),
      await aResult(his, gone, 'M3'),
    ]
    const attestation = { ...about(his, gone), exam: 'M3', number: null, status: 'awaited' as const }
    await db()
      .insertInto('attestation')
      .values({ ...attestation, expectedFrom: now(), lateAfter: now() })
      .execute()
    const attendance = { ...about(his, gone), number: 'NAM-01-2026-1', data: '{}', issuedAt: now() }
    await db().insertInto('attendance').values(attendance).execute()
    await merge()
    expect(await row('result', more)).toMatchObject({ registrationId: other, candidateId: stays })
    expect(await row('result', own)).toMatchObject({ registrationId: other, candidateId: stays })
    // Two results of one exam: both are kept, each where it was.
    expect(await row('result', same)).toMatchObject({ registrationId: his, candidateId: stays })
    expect(await row('attestation', attestation.id)).toMatchObject({ registrationId: other, candidateId: stays })
    expect(await row('attendance', attendance.id)).toMatchObject({ registrationId: other, candidateId: stays })
  })

  test('one that is only requested becomes a registration when the other was one; exams are those of both', async () => {
    await db().updateTable('registration').set({ status: 'requested' }).where('id', '=', other).execute()
    await merge()
    const { status, exams, fieldVersions } = await row('registration', other)
    expect([status, exams, fieldVersions]).toEqual(['registered', ['M1', 'M3'], { exams: 1 }])
    expect(await row('registration', his)).toMatchObject({ status: 'cancelled', mergedInto: other })
  })

  test('two that are only requested stay a request', async () => {
    await db().updateTable('registration').set({ status: 'requested' }).where('id', 'in', [his, other]).execute()
    await merge()
    expect((await row('registration', other))['status']).toBe('requested')
  })

  test('one that was cancelled stays what it was, and its exams are not taken over', async () => {
    await db().updateTable('registration').set({ status: 'cancelled' }).where('id', '=', his).execute()
    await merge()
    expect(await row('registration', his)).toMatchObject({ candidateId: stays, status: 'cancelled', mergedInto: null })
    expect((await row('registration', other))['exams']).toEqual(['M1'])
  })

  test('a mark that was undone takes nothing from the one that stands', async () => {
    const undone = await aMark(his, gone, '2026-11-30T08:00:00.000Z', { undoneAt: '2026-11-30T08:01:00.000Z' })
    const [first, second] = [
      await aMark(other, stays, '2026-11-30T08:05:00.000Z'),
      await aMark(his, gone, '2026-11-30T08:06:00.000Z', { mark: 'late' }),
    ]
    await merge()
    expect(await row('checkIn', undone)).toMatchObject({ registrationId: other, candidateId: stays })
    expect([(await row('checkIn', first))['stands'], (await row('checkIn', second))['stands']]).toEqual([true, false])
  })
})

describe('what was said of the two', () => {
  test('that they are two people was a mistake; that one of them is not a third holds for the one that stays', async () => {
    const third = await aCandidate(central)
    const pairs = [await aDistinction(stays, gone), await aDistinction(gone, third), await aDistinction(third, gone)]
    await merge()
    const [between, one, other] = await Promise.all(pairs.map((id) => row('distinction', id)))
    expect(between).toMatchObject({ stands: false })
    expect(one).toMatchObject({ a: stays, b: third, stands: true })
    expect(other).toMatchObject({ a: third, b: stays, stands: true })
  })

  test('an operator whose own record ends has the other one', async () => {
    await db().updateTable('operator').set({ candidateId: gone }).where('username', '=', 'koen.desmet').execute()
    await merge()
    const operators = await db().selectFrom('operator').select('username').where('candidateId', '=', stays).execute()
    expect(operators).toEqual([{ username: 'koen.desmet' }])
  })
})

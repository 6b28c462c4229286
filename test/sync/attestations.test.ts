import { afterEach, describe, expect, test } from 'vitest'
import { decodeJwt } from 'jose'
import type { SuccessData } from '../../shared/attestation.ts'
import { releaseDue } from '../../src-central/jobs/release.ts'
import { aCandidate, aRegistration, aSession, newId, startCentral, stopCentrals } from '../helpers/central.ts'
import { closeDesks, openDesk, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

/** A session that lasts all of today, with one person on its list. */
async function aDoor() {
  const central = await startCentral()
  const sessionId = await aSession(central, { startTime: '00:00', endTime: '23:59' })
  const registrationId = await aRegistration(central, sessionId, await aCandidate(central))
  return { central, sessionId, registrationId }
}
const issue = (registrationId: string, id = newId(), changeId = newId()) => ({ changeId, id, registrationId })

describe('an attendance attestation', () => {
  test('is issued without a line under the next number of the desk, says what was, and arrives', async () => {
    const { central, sessionId, registrationId } = await aDoor()
    const office = await openDesk(central)
    await central.kill()
    await office.mark(registrationId, 'present')
    await office.call('checkIn:close', { changeId: newId(), sessionId })
    const first = await office.call('attendance:issue', issue(registrationId))
    const second = await office.call('attendance:issue', issue(registrationId))
    const desk = office.desk.state().desk?.name ?? ''
    expect(desk).toMatch(/^NAM-\d+$/)
    const year = new Date().getFullYear()
    expect([first.number, second.number]).toEqual([`${desk}-${year}-0001`, `${desk}-${year}-0002`])
    expect(first.data).toMatchObject({
      lastName: 'Van den Broeck',
      from: '00:00',
      to: '23:59',
      location: 'Namur',
      issuedBy: 'marie lambert',
      exams: [{ code: 'M1', title: { fr: 'Module M1' } }],
    })
    await central.restart()
    await until(async () => (await office.call('sync:read', {})).waiting === 0)
    const kept = await central.central.db.selectFrom('attendance').select('number').orderBy('number').execute()
    expect(kept.map(({ number }) => number)).toEqual([first.number, second.number])
  })

  test('pressed twice is one, with one number', async () => {
    const { central, sessionId, registrationId } = await aDoor()
    const office = await openDesk(central)
    await office.mark(registrationId, 'late')
    await office.call('checkIn:close', { changeId: newId(), sessionId })
    const pressed = issue(registrationId)
    const first = await office.call('attendance:issue', pressed)
    expect(await office.call('attendance:issue', pressed)).toEqual(first)
    expect((await office.call('attendance:issue', issue(registrationId))).number).toMatch(/-0002$/)
  })

  test.each(['absent', 'notAdmitted'] as const)('is not given to somebody who was %s', async (mark) => {
    const { central, sessionId, registrationId } = await aDoor()
    const office = await openDesk(central)
    await office.mark(registrationId, mark)
    await office.call('checkIn:close', { changeId: newId(), sessionId })
    expect(await office.ask('attendance:issue', issue(registrationId))).toMatchObject({
      error: { code: 'attendance.notPresent' },
    })
  })

  test('is not given before the session is over, and to whoever left early it says until when he stayed', async () => {
    const { central, registrationId } = await aDoor()
    const office = await openDesk(central)
    await office.mark(registrationId, 'present')
    expect(await office.ask('attendance:issue', issue(registrationId))).toMatchObject({
      error: { code: 'attendance.notPresent' },
    })
    await office.mark(registrationId, 'leftEarly')
    const { data } = await office.call('attendance:issue', issue(registrationId))
    expect(data.to).not.toBe('23:59')
    expect(data.to).toMatch(/^\d\d:\d\d$/)
  })
})

describe('success attestations on the desk', () => {
  test('stand where the clock and the printing put them, and are counted so', async () => {
    const { central, sessionId, registrationId } = await aDoor()
    const { db } = central.central
    const registration = await db.selectFrom('registration').selectAll().executeTakeFirstOrThrow()
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
    const base = {
      centreId: central.centreId,
      candidateId: registration.candidateId,
      registrationId,
      sessionId,
      exam: 'M1',
    }
    const insert = (values: object) =>
      db
        .insertInto('attestation')
        .values({
          ...base,
          id: newId(),
          number: null,
          status: 'awaited',
          expectedFrom: hours(-1),
          lateAfter: hours(1),
          ...values,
        } as never)
        .execute()
    await insert({})
    await insert({ lateAfter: hours(-1) })
    await insert({ status: 'released', number: 'A-2026-010001' })
    await insert({ status: 'replaced', number: 'A-2026-010000', replacedBy: 'A-2026-010001' })
    const office = await openDesk(central)
    const list = (state: 'all' | 'ready' | 'late', text = '') =>
      office.call('attestation:list', { state, text, offset: 0, limit: 10 })
    expect((await list('all')).counts).toEqual({ awaited: 1, late: 1, ready: 1, printed: 0, replaced: 1 })
    expect((await list('late')).rows).toMatchObject([{ state: 'late', attestation: { number: null } }])
    expect((await list('all', '010001')).rows).toMatchObject([{ state: 'ready', lastName: 'Van den Broeck' }])
    expect((await list('ready', 'nobody')).total).toBe(0)
    expect(await office.call('today:read', {})).toMatchObject({ ready: 1, late: 1, awaited: 1 })
  })
})

const byState = ([a]: readonly unknown[], [b]: readonly unknown[]) => String(a).localeCompare(String(b))

describe('a name corrected', () => {
  /** A passed exam whose attestation central releases while the desk has no line. */
  async function released(correctBefore: boolean) {
    const central = await startCentral()
    const candidate = await aCandidate(central)
    const sessionId = await aSession(central)
    const registrationId = await aRegistration(central, sessionId, candidate)
    const { db } = central.central
    const long = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const office = await openDesk(central)
    await central.kill()
    if (correctBefore) await office.edit(candidate, { lastName: 'Vandenbroeck' })
    await db
      .insertInto('attestation')
      .values({
        id: newId(),
        centreId: central.centreId,
        candidateId: candidate,
        registrationId,
        sessionId,
        exam: 'M1',
        number: null,
        status: 'awaited',
        expectedFrom: long(-1),
        lateAfter: long(1),
      })
      .execute()
    expect(await releaseDue(central.central)).toBe(1)
    if (!correctBefore) await office.edit(candidate, { lastName: 'Vandenbroeck' })
    await central.restart()
    await until(async () => (await office.call('sync:read', {})).waiting === 0)
    await office.call('sync:now', {})
    const { attestations } = await office.call('attestation:forCandidate', { candidateId: candidate })
    return attestations.map(({ state, attestation }) => [
      state,
      decodeJwt<SuccessData>(attestation.jws ?? '').lastName,
      attestation.replacedBy !== null,
    ])
  }

  test('before the release and sent after it makes the attestation anew, under a new number', async () => {
    expect((await released(true)).toSorted(byState)).toEqual([
      ['ready', 'Vandenbroeck', false],
      ['replaced', 'Van den Broeck', true],
    ])
  })

  test('after the release changes nothing of it', async () => {
    expect(await released(false)).toEqual([['ready', 'Van den Broeck', false]])
  })
})

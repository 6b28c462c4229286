import { afterEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import {
  aCandidate,
  aLocation,
  aRegistration,
  aSession,
  newId,
  sessionValues,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:read', {})).waiting === 0)
const registrationsOf = ({ central }: TestCentral, sessionId: string) =>
  central.db.selectFrom('registration').selectAll().where('sessionId', '=', sessionId).orderBy('id').execute()
const day = (days: number) => addDays(inBelgium(new Date()).date, days)

describe('a session', () => {
  test('made without a line is there at once, takes people, and arrives with them when the line is back', async () => {
    const central = await startCentral()
    const candidate = await aCandidate(central)
    await aLocation(central)
    const office = await openDesk(central)
    const other = await openDesk(central)
    await central.kill()

    const id = newId()
    const values = await sessionValues(central, { date: day(3) })
    const made = await office.call('session:create', { changeId: newId(), id, values })
    expect(made).toMatchObject({ status: 'waiting', session: { code: null, version: 0 } })
    await office.register(id, candidate)
    const waiting = await office.call('change:list', { only: 'waiting', offset: 0, limit: 10 })
    expect(waiting.rows.map(({ kind, waitsFor }) => [kind, waitsFor])).toEqual([
      ['session.create', null],
      ['registration.create', waiting.rows[0]?.id],
    ])

    await central.restart()
    await sent(office)
    await office.call('sync:now', {})
    await other.call('sync:now', {})
    const there = await other.call('session:read', { id })
    expect(there.session).toMatchObject({ ...values, version: 1 })
    expect(there.session.code).toMatch(/^S-\d{4}-\d{5}$/)
    expect(there.registrations.map((one) => one.lastName)).toEqual(['Van den Broeck'])
    expect(await office.call('session:read', { id })).toMatchObject({ status: 'registered', session: there.session })
  })

  test('that central refuses takes its registrations with it; both stay with their reason, and leave when closed', async () => {
    const central = await startCentral()
    const candidate = await aCandidate(central)
    await aLocation(central)
    const office = await openDesk(central)
    await central.kill()
    const id = newId()
    const values = await sessionValues(central, { date: day(3), exams: ['GONE'] })
    await office.call('session:create', { changeId: newId(), id, values })
    await office.register(id, candidate)
    await central.restart()
    await sent(office)

    const { rows } = await office.call('change:list', { only: 'toReview', offset: 0, limit: 10 })
    expect(rows.map(({ kind, verdict }) => [kind, verdict?.status === 'rejected' && verdict.code])).toEqual([
      ['registration.create', 'change.parentRefused'],
      ['session.create', 'input.invalid'],
    ])
    expect((await office.call('session:read', { id })).status).toBe('refused')
    for (const row of rows) await office.call('change:close', { id: row.id })
    expect(await office.ask('session:read', { id })).toMatchObject({ error: { code: 'session.unknown' } })
    expect((await office.call('change:list', { only: 'all', offset: 0, limit: 10 })).rows).toHaveLength(2)
  })

  test('corrected on two desks: other fields are both kept, the same one goes to a person', async () => {
    const central = await startCentral()
    const id = await aSession(central, { date: day(2) })
    const [office, room] = [await openDesk(central), await openDesk(central)]
    const edit = (desk: TestDesk, patch: object) =>
      desk.call('session:edit', { changeId: newId(), id, patch, base: {} })
    await edit(office, { seats: 20, room: 'Salle 2' })
    await office.call('sync:now', {})
    await edit(room, { seats: 22, startTime: '08:30' })
    await room.call('sync:now', {})
    const record = await room.call('session:read', { id })
    expect(record.session).toMatchObject({ seats: 20, room: 'Salle 2', startTime: '08:30' })
    expect(record.changes[0]?.verdict).toMatchObject({ conflicts: { seats: { value: 20 } } })
  })

  test('on a day that is over is refused with its field, and nothing is written', async () => {
    const central = await startCentral()
    const office = await openDesk(central)
    const values = await sessionValues(central, { date: day(-1), endTime: '08:00' })
    expect(await office.ask('session:create', { changeId: newId(), id: newId(), values })).toMatchObject({
      error: {
        code: 'input.invalid',
        fields: [
          { field: 'patch.endTime', code: 'time.endBeforeStart' },
          { field: 'patch.date', code: 'date.past' },
        ],
      },
    })
    expect((await office.call('sync:read', {})).waiting).toBe(0)
  })

  test('cancelled, it cancels who was registered, and takes nobody any more', async () => {
    const central = await startCentral()
    const id = await aSession(central, { date: day(2) })
    const registration = await aRegistration(central, id, await aCandidate(central))
    const office = await openDesk(central)
    await office.call('session:cancel', { changeId: newId(), id, reason: 'Salle inondée' })
    await office.call('sync:now', {})
    expect(await registrationsOf(central, id)).toMatchObject([
      { id: registration, status: 'cancelled', cancelReason: 'Salle inondée' },
    ])
    const candidate = await aCandidate(central, { firstName: 'Bart' })
    await office.call('sync:now', {})
    await expect(office.register(id, candidate)).rejects.toThrow('session.cancelled')
  })
})

describe('seats', () => {
  test('the last one taken on two desks: both are in, the second is to be confirmed and says so', async () => {
    const central = await startCentral()
    const id = await aSession(central, { date: day(2), seats: 1 })
    const [a, b] = [await aCandidate(central), await aCandidate(central, { firstName: 'Bart' })]
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    await office.register(id, a)
    await room.register(id, b)
    await central.restart()
    await sent(office)
    await sent(room)
    expect((await registrationsOf(central, id)).map(({ seat }) => seat).toSorted()).toEqual(['taken', 'toConfirm'])
    await office.call('sync:now', {})
    await room.call('sync:now', {})
    expect((await office.call('session:read', { id })).counts).toMatchObject({ registered: 2, toConfirm: 1 })
    const flagged = [office, room].map(async (desk) => {
      const { rows } = await desk.call('change:list', { only: 'all', offset: 0, limit: 5 })
      return rows[0]?.verdict?.status === 'accepted' ? (rows[0].verdict.flags ?? []) : 'not accepted'
    })
    expect((await Promise.all(flagged)).map(String).toSorted()).toEqual(['', 'seatToConfirm'])
  })

  test('none left: refused here without a reason, and with one from anybody but the manager', async () => {
    const central = await startCentral()
    const id = await aSession(central, { date: day(2), seats: 1 })
    await aRegistration(central, id, await aCandidate(central))
    const candidate = await aCandidate(central, { firstName: 'Bart' })
    const office = await openDesk(central)
    const manager = await openDesk(central, { username: 'sofie.claes' })
    const exams = ['M1']
    expect(await office.call('registration:check', { sessionId: id, candidateId: candidate, exams })).toEqual([
      { kind: 'full', seats: 1, mayOverride: false },
    ])
    await expect(office.register(id, candidate)).rejects.toThrow('registration.full')
    await expect(office.register(id, candidate, { overrideReason: 'Urgent' })).rejects.toThrow('registration.full')
    await manager.register(id, candidate, { overrideReason: 'Urgent' })
    await manager.call('sync:now', {})
    expect(await registrationsOf(central, id)).toMatchObject([{}, { seat: 'taken', overrideReason: 'Urgent' }])
  })
})

describe('a registration', () => {
  test('of one person on two desks is one registration; the second desk is told, and its mark finds the first', async () => {
    const central = await startCentral()
    const id = await aSession(central)
    const candidate = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    const first = await office.register(id, candidate)
    const second = await room.register(id, candidate)
    await room.mark(second, 'present')
    await central.restart()
    await sent(office)
    await sent(room)
    // Whichever came first stands; the mark is about the one that does.
    const [kept, ...others] = (await registrationsOf(central, id)).filter(({ status }) => status !== 'cancelled')
    expect(others).toEqual([])
    expect([first, second]).toContain(kept?.id)
    const marks = await central.central.db.selectFrom('checkIn').selectAll().execute()
    expect(marks).toMatchObject([{ registrationId: kept?.id, mark: 'present', stands: true }])
  })

  test('warns of another session at that hour, of module 4 without 3, and of what is missing', async () => {
    const central = await startCentral()
    const candidate = await aCandidate(central, { birthDate: null })
    const morning = await aSession(central, { date: day(2) })
    await aRegistration(central, morning, candidate)
    const id = await aSession(central, { date: day(2), startTime: '10:00', endTime: '12:00', exams: ['M4'] })
    const office = await openDesk(central)
    const check = { sessionId: id, candidateId: candidate, exams: ['M4'] }
    expect(await office.call('registration:check', check)).toEqual([
      { kind: 'sameHour', sessionId: morning, startTime: '09:00', location: 'Namur' },
      { kind: 'missingExam', exam: 'M4', requires: 'M3' },
      { kind: 'incomplete', fields: ['birthDate'] },
    ])
    await office.register(id, candidate, { exams: ['M4'] })
    await office.call('sync:now', {})
    const { rows } = await office.call('change:list', { only: 'all', offset: 0, limit: 1 })
    expect(rows[0]?.verdict).toMatchObject({ status: 'accepted', flags: ['sameHour'] })
  })

  test('moved to another date is the same one there, and its old place is free', async () => {
    const central = await startCentral()
    const [from, to] = [await aSession(central, { date: day(2) }), await aSession(central, { date: day(9) })]
    const id = await aRegistration(central, from, await aCandidate(central))
    const office = await openDesk(central)
    const left = await office.call('registration:move', {
      moves: [{ changeId: newId(), id }],
      sessionId: to,
      overrideReason: null,
    })
    expect(left.session.id).toBe(from)
    expect(left.registrations).toEqual([])
    await office.call('sync:now', {})
    expect(await registrationsOf(central, to)).toMatchObject([{ id, pc: null, version: 2 }])
  })

  test('moved on two desks to two dates goes to a person, with the PC it still has', async () => {
    const central = await startCentral()
    const [from, a, b] = [
      await aSession(central, { date: day(2) }),
      await aSession(central, { date: day(9) }),
      await aSession(central, { date: day(10) }),
    ]
    const id = await aRegistration(central, from, await aCandidate(central))
    await central.central.db.updateTable('registration').set({ pc: 7 }).execute()
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    const move = (desk: TestDesk, sessionId: string) =>
      desk.call('registration:move', { moves: [{ changeId: newId(), id }], sessionId, overrideReason: null })
    await move(office, a)
    await move(room, b)
    await central.restart()
    await sent(office)
    await sent(room)
    await office.call('sync:now', {})
    await room.call('sync:now', {})
    const [kept] = [...(await registrationsOf(central, a)), ...(await registrationsOf(central, b))]
    for (const desk of [office, room]) {
      const { registrations } = await desk.call('session:read', { id: kept?.sessionId ?? '' })
      expect(registrations.map(({ registration }) => registration.id)).toEqual([id])
    }
    const conflicts = await Promise.all([office, room].map(async (desk) => (await desk.call('sync:read', {})).refused))
    expect(conflicts.toSorted((a, b) => a - b)).toEqual([0, 1])
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { changes } from '../../shared/api.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import { applyPage, wholePage } from '../../src-main/sync/pull.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:read', {})).waiting === 0)
const marksAt = ({ central }: TestCentral) =>
  central.db.selectFrom('checkIn').selectAll().orderBy('receivedAt').execute()

/** A session of today with some people on its list. */
async function aDoor(people: number, values: Parameters<typeof aSession>[1] = {}) {
  const central = await startCentral()
  const sessionId = await aSession(central, values)
  const registrations = []
  for (let i = 0; i < people; i += 1) {
    registrations.push(await aRegistration(central, sessionId, await aCandidate(central, { lastName: `Peeters ${i}` })))
  }
  return { central, sessionId, registrations }
}

describe('at the door without a line', () => {
  test('everybody is marked, a walk-in comes in, the session is closed, and all of it arrives', async () => {
    const { central, sessionId, registrations } = await aDoor(4)
    const stranger = await aCandidate(central, { lastName: 'Demir', firstName: 'Özlem' })
    const room = await openDesk(central)
    await central.kill()
    const [a = '', b = '', c = '', d = ''] = registrations
    await room.mark(a, 'present')
    await room.mark(b, 'late')
    await room.mark(c, 'absent')
    const left = await room.mark(a, 'leftEarly')
    expect(await room.call('checkIn:elsewhere', { sessionId, text: 'ozlem dem' })).toMatchObject([
      { candidateId: stranger, registered: null },
    ])
    const registration = { candidateId: stranger, sessionId, exams: ['M1'], language: 'nl' as const }
    await room.call('checkIn:walkIn', {
      changeId: newId(),
      registrationId: newId(),
      markChangeId: newId(),
      markId: newId(),
      values: { ...registration, pc: null, overrideReason: null },
      identity: 'matches',
    })
    const list = await room.call('checkIn:list', { sessionId })
    expect(list.counts).toMatchObject({ registered: 5, present: 1, late: 1, absent: 1, leftEarly: 1, unmarked: 1 })
    expect(list.rows.find((row) => row.registration.id === d)?.mark).toBeNull()
    expect(list.rows.filter((row) => row.waiting)).toHaveLength(4)
    expect((await room.call('checkIn:close', { changeId: newId(), sessionId })).unsent).toBe(7)

    await central.restart()
    await sent(room)
    expect((await marksAt(central)).map(({ mark }) => mark).toSorted()).toEqual(
      ['absent', 'late', 'leftEarly', 'present', 'present'].toSorted(),
    )
    expect(
      await central.central.db
        .selectFrom('registration')
        .select('status')
        .where('candidateId', '=', stranger)
        .execute(),
    ).toEqual([{ status: 'requested' }])
    expect(
      await central.central.db.selectFrom('session').select('closedBy').where('id', '=', sessionId).execute(),
    ).toEqual([{ closedBy: 'marie lambert' }])
    await room.call('sync:now', {})
    const settled = await room.call('checkIn:list', { sessionId })
    expect(settled.rows.filter((row) => row.waiting)).toEqual([])
    expect(settled).toMatchObject({ unsent: 0, open: false, counts: list.counts })
    expect(settled.rows.flatMap((row) => row.departure ?? [])).toMatchObject([
      { id: left, receivedAt: expect.any(String) },
    ])
  })

  test('a walk-in whom another desk had registered meanwhile is that registration, and his mark is about it', async () => {
    const { central, sessionId } = await aDoor(0)
    const candidate = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    const registered = await office.register(sessionId, candidate)
    const values = {
      sessionId,
      candidateId: candidate,
      exams: ['M1'],
      language: 'fr' as const,
      pc: null,
      overrideReason: null,
    }
    const made = newId()
    await room.call('checkIn:walkIn', {
      changeId: newId(),
      registrationId: made,
      markChangeId: newId(),
      markId: newId(),
      values,
      identity: 'matches',
    })
    await room.desk.lock()
    await central.restart()
    await sent(office)
    await room.call('operator:signIn', { username: 'marie.lambert', password: 'Sambre-et-Meuse-7' })
    await sent(room)
    await room.call('sync:now', {})
    const { rows } = await room.call('checkIn:list', { sessionId })
    expect(rows.map((row) => [row.registration.id, row.mark])).toEqual([[registered, 'present']])
    expect(await marksAt(central)).toMatchObject([{ registrationId: registered }])
  })
})

describe('two desks at one door', () => {
  test('the first mark that arrives stands, the other is shown beside it, and stands once the first is undone', async () => {
    const { central, sessionId, registrations } = await aDoor(1)
    const [id = ''] = registrations
    const [one, two] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    const first = await one.mark(id, 'present')
    await two.mark(id, 'absent')
    await one.desk.lock()
    await two.desk.lock()
    await central.restart()
    const back = (desk: TestDesk) =>
      desk.call('operator:signIn', { username: 'marie.lambert', password: 'Sambre-et-Meuse-7' })
    await back(one)
    await sent(one)
    await back(two)
    await sent(two)
    for (const desk of [one, two]) {
      await desk.call('sync:now', {})
      const [row] = (await desk.call('checkIn:list', { sessionId })).rows
      expect([row?.mark, row?.others.map(({ mark, deskName }) => [mark, deskName])]).toEqual([
        'present',
        [['absent', two.desk.state().desk?.name]],
      ])
    }
    await one.call('checkIn:undo', { changeId: newId(), id: first, reason: 'Erreur de ligne' })
    expect((await one.call('checkIn:list', { sessionId })).rows[0]?.mark).toBe('absent')
    await one.call('sync:now', {})
    await two.call('sync:now', {})
    expect((await two.call('checkIn:list', { sessionId })).rows[0]?.mark).toBe('absent')
    expect((await marksAt(central)).map(({ mark, stands, undoReason }) => [mark, stands, undoReason])).toEqual([
      ['present', true, 'Erreur de ligne'],
      ['absent', true, null],
    ])
  })

  test('a second mark on one desk is refused before it is written', async () => {
    const { central, registrations } = await aDoor(1)
    const room = await openDesk(central)
    await room.mark(registrations[0] ?? '', 'present')
    await expect(room.mark(registrations[0] ?? '', 'absent')).rejects.toThrow('checkIn.already')
  })
})

describe('who may stand at which door', () => {
  test('a controller at the sessions assigned to him, today; the others do not exist for him', async () => {
    const central = await startCentral()
    const koen = await central.central.db
      .selectFrom('operator')
      .select('id')
      .where('username', '=', 'koen.desmet')
      .executeTakeFirstOrThrow()
    const mine = await aSession(central, { controllers: [koen.id] })
    const foreign = await aSession(central)
    const tomorrow = await aSession(central, { controllers: [koen.id], date: addDays(inBelgium(new Date()).date, 1) })
    const registration = await aRegistration(central, foreign, await aCandidate(central))
    const stranger = await aCandidate(central, { firstName: 'Bart' })
    const room = await openDesk(central, { username: 'koen.desmet' })
    expect((await room.call('checkIn:sessions', {})).map(({ session }) => session.id)).toEqual([mine])
    for (const sessionId of [foreign, tomorrow]) {
      expect(await room.ask('checkIn:list', { sessionId })).toMatchObject({ error: { code: 'session.unknown' } })
    }
    await expect(room.mark(registration, 'present')).rejects.toThrow('session.unknown')
    const office = await openDesk(central)
    const mark = await office.mark(registration, 'present')
    await office.call('sync:now', {})
    await room.call('sync:now', {})
    const values = { sessionId: foreign, candidateId: stranger, exams: ['M1'], language: 'fr' as const, pc: null }
    const refused = [
      await room.ask('checkIn:undo', { changeId: newId(), id: mark, reason: 'x' }),
      await room.ask('checkIn:close', { changeId: newId(), sessionId: foreign }),
      await room.ask('checkIn:elsewhere', { sessionId: foreign, text: 'van' }),
      await room.ask('checkIn:walkIn', {
        changeId: newId(),
        registrationId: newId(),
        markChangeId: newId(),
        markId: newId(),
        values: { ...values, overrideReason: null },
        identity: 'matches',
      }),
    ]
    expect(refused.map((reply) => !reply.ok && reply.error.code)).toEqual(refused.map(() => 'session.unknown'))
    expect((await room.call('today:read', {})).sessions.map(({ session }) => session.id)).toEqual([mine])
  })

  test('nobody checks himself in', async () => {
    const { central, sessionId } = await aDoor(0)
    const marie = await aCandidate(central, { lastName: 'Lambert', firstName: 'Marie' })
    await central.central.db
      .updateTable('operator')
      .set({ candidateId: marie })
      .where('username', '=', 'marie.lambert')
      .execute()
    const id = await aRegistration(central, sessionId, marie)
    const room = await openDesk(central)
    await expect(room.mark(id, 'present')).rejects.toThrow('checkIn.oneself')
  })

  test('a session of another day, closed or cancelled takes no mark', async () => {
    const central = await startCentral()
    const candidate = await aCandidate(central)
    const today = inBelgium(new Date()).date
    const coming = await aRegistration(central, await aSession(central, { date: addDays(today, 1) }), candidate)
    const closing = await aSession(central)
    const closed = await aRegistration(central, closing, candidate)
    const room = await openDesk(central)
    await expect(room.mark(coming, 'present')).rejects.toThrow('checkIn.notToday')
    await room.call('checkIn:close', { changeId: newId(), sessionId: closing })
    await expect(room.mark(closed, 'present')).rejects.toThrow('session.closed')
  })
})

test('a clock two hours wrong keeps the order and is said beside the mark', async () => {
  const { central, registrations } = await aDoor(1)
  // Slow, or fast in the first hours of a day: a mark is of the day that the desk believes it is.
  const hours = inBelgium(new Date()).time < '02:05' ? 2 : -2
  const wrong = () => new Date(Date.now() + hours * 3_600_000)
  const room = await openDesk(central, { now: wrong })
  // The offset is known from the first exchange on.
  await room.edit(await aCandidateOf(central), { phone: '1' })
  await room.call('sync:now', {})
  expect(Math.abs((await room.call('sync:read', {})).clockOffset ?? 0)).toBeGreaterThan(7_100_000)
  await room.mark(registrations[0] ?? '', 'present')
  await room.call('sync:now', {})
  expect(await marksAt(central)).toMatchObject([{ clockOdd: true, mark: 'present' }])
})

const aCandidateOf = async ({ central }: TestCentral) =>
  (await central.db.selectFrom('candidate').select('id').executeTakeFirstOrThrow()).id

describe('a row that leaves the scope', () => {
  test('goes at once without unsent changes, and with them only after they are answered', async () => {
    const central = await startCentral()
    const [plain, edited] = [await aCandidate(central), await aCandidate(central, { firstName: 'Bart' })]
    const office = await openDesk(central)
    const leave = () => central.central.db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    await office.desk.opened()?.sync.stop()
    await office.edit(edited, { phone: '1' })
    await leave()
    const db = office.desk.opened()?.db
    if (!db) throw new Error('locked')
    const cursor = String(db.prepare(`SELECT value FROM meta WHERE key = 'cursor'`).pluck().get())
    const lines = (await feedPage(central.central, central.centreId, cursor, 10)).trim().split('\n')
    const page = wholePage(lines.map((line) => changes.line.parse(JSON.parse(line))))
    if (!page) throw new Error('not a page')
    expect(applyPage(db, page, new Date())).toMatchObject({ ok: true })
    expect(await office.ask('candidate:read', { id: plain })).toMatchObject({ error: { code: 'candidate.unknown' } })
    expect((await office.call('candidate:read', { id: edited })).candidate.phone).toBe('1')
  })
})

test('somebody at the wrong door is told where he is expected, and not where he once was', async () => {
  const { central, sessionId } = await aDoor(0)
  const today = inBelgium(new Date()).date
  const [late, old] = [
    await aCandidate(central, { lastName: 'Demir' }),
    await aCandidate(central, { lastName: 'Demirel' }),
  ]
  await aRegistration(central, await aSession(central, { date: addDays(today, -2) }), late)
  await aRegistration(
    central,
    await aSession(central, { date: addDays(today, 5), startTime: '13:30', endTime: '15:30' }),
    late,
  )
  await aRegistration(central, await aSession(central, { date: addDays(today, -8) }), old)
  const room = await openDesk(central)
  const found = await room.call('checkIn:elsewhere', { sessionId, text: 'demir' })
  expect(found.map(({ lastName, registered }) => [lastName, registered?.date ?? null])).toEqual([
    ['Demir', addDays(today, -2)],
    ['Demirel', null],
  ])
})

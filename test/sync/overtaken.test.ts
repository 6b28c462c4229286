import { afterEach, expect, test } from 'vitest'
import { apiSchema } from '../../shared/api.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import { receive } from '../../src-central/sync/push.ts'
import { readMeta } from '../../src-main/cache/meta.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { pullAll } from '../../src-main/sync/pull.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  sessionValues,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, pushOnly, type TestDesk, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const day = (days: number) => addDays(inBelgium(new Date()).date, days)

/** The desk's own pull and nothing before it: what a page brings while an act waits. */
async function pullOnly({ address }: TestCentral, desk: TestDesk) {
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  await open.sync.stop()
  const token = readMeta(open.db, 'deskToken') ?? ''
  return pullAll(
    open.db,
    openHttp(address),
    token,
    () => new Date(),
    () => undefined,
  )
}

/** Every grant is over: central refuses what was acted with it. */
const endGrants = ({ central }: TestCentral) =>
  central.db
    .updateTable('grant')
    .set({ issuedAt: new Date(0).toISOString(), expiresAt: new Date(0).toISOString() })
    .execute()

test('a move to a session that central refused leaves the person where he was', async () => {
  const central = await startCentral()
  const from = await aSession(central, { date: day(2) })
  const id = await aRegistration(central, from, await aCandidate(central))
  const office = await openDesk(central)
  await central.kill()
  const to = newId()
  const values = await sessionValues(central, { date: day(3), exams: ['GONE'] })
  await office.call('session:create', { changeId: newId(), id: to, values })
  await office.call('registration:move', { moves: [{ changeId: newId(), id }], sessionId: to, overrideReason: null })
  await central.restart()
  await until(async () => (await office.call('sync:read', {})).waiting === 0)
  await office.call('sync:now', {})
  expect((await office.call('session:read', { id: from })).registrations.map((r) => r.registration.id)).toEqual([id])
})

test('a mark of the session before does not stand in the way after a move', async () => {
  const central = await startCentral()
  const [from, to] = [await aSession(central), await aSession(central, { startTime: '14:00', endTime: '16:00' })]
  const id = await aRegistration(central, from, await aCandidate(central))
  const office = await openDesk(central)
  await office.mark(id, 'absent')
  await office.call('registration:move', { moves: [{ changeId: newId(), id }], sessionId: to, overrideReason: null })
  await office.call('sync:now', {})
  const list = await office.call('checkIn:list', { sessionId: to })
  expect(list.rows.map((r) => r.mark)).toEqual([null])
  expect(list.counts).toMatchObject({ absent: 0, unmarked: 1 })
  await office.mark(id, 'present')
  await office.call('sync:now', {})
  expect((await office.call('checkIn:list', { sessionId: to })).rows.map((r) => r.mark)).toEqual(['present'])
})

test('an undo that came second leaves the desk as central is', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const id = await aRegistration(central, sessionId, await aCandidate(central))
  const [one, two] = [await openDesk(central), await openDesk(central)]
  const mark = await one.mark(id, 'present')
  await one.call('sync:now', {})
  await two.call('sync:now', {})
  await two.desk.opened()?.sync.stop()
  await two.call('checkIn:undo', { changeId: newId(), id: mark, reason: 'second' })
  await one.call('checkIn:undo', { changeId: newId(), id: mark, reason: 'first' })
  await one.call('sync:now', {})
  await pullOnly(central, two)
  await pushOnly(central, two)
  await pullOnly(central, two)
  const [row] = (await two.call('checkIn:list', { sessionId })).rows
  expect(row?.others.map((m) => m.undoReason)).toEqual(['first'])
})

test('a closing that came second leaves the desk as central is', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const [one, two] = [await openDesk(central), await openDesk(central, { username: 'sofie.claes' })]
  await two.desk.opened()?.sync.stop()
  await two.call('checkIn:close', { changeId: newId(), sessionId })
  await one.call('checkIn:close', { changeId: newId(), sessionId })
  await one.call('sync:now', {})
  await pullOnly(central, two)
  await pushOnly(central, two)
  await pullOnly(central, two)
  expect((await two.call('session:read', { id: sessionId })).session.closedBy).toBe('marie lambert')
})

test('a cancellation that came second leaves the desk as central is', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central, { date: day(2) })
  const id = await aRegistration(central, sessionId, await aCandidate(central))
  const [one, two] = [await openDesk(central), await openDesk(central)]
  await two.desk.opened()?.sync.stop()
  await two.call('registration:cancel', { changeId: newId(), id, reason: 'second' })
  await one.call('registration:cancel', { changeId: newId(), id, reason: 'first' })
  await one.call('sync:now', {})
  await pullOnly(central, two)
  await pushOnly(central, two)
  await pullOnly(central, two)
  expect((await two.call('session:read', { id: sessionId })).registrations[0]?.registration.cancelReason).toBe('first')
})

test('a mark of another centre never stands on a registration of this one', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const candidateId = await aCandidate(central)
  const registrationId = await aRegistration(central, sessionId, candidateId)
  const office = await openDesk(central)
  const { db } = central.central
  const elsewhere = newId()
  await db.insertInto('centre').values({ id: elsewhere, code: 'ANR', name: 'Examencentrum Schelde' }).execute()
  const act = office.desk.opened()?.act()
  if (!act) throw new Error('locked')
  const at = new Date().toISOString()
  const patch = {
    registrationId,
    sessionId,
    candidateId,
    mark: 'absent',
    at,
    identity: 'notSeen',
    refusal: null,
    remark: null,
  }
  const mark = { ...act, id: newId(), kind: 'checkIn.record', entityId: newId(), patch, base: {} }
  const foreign = { ...mark, deskSeq: 1, clockOffset: 0, schema: apiSchema, dependsOn: [] }
  const own = await db.selectFrom('desk').selectAll().where('id', '=', act.deskId).executeTakeFirstOrThrow()
  const desk = { ...own, name: 'ANR-01', centreId: elsewhere }
  expect(await receive(central.central, desk, foreign, at)).toMatchObject({ flags: ['unknownRegistration'] })
  await office.mark(registrationId, 'present')
  await office.call('sync:now', {})
  expect((await office.call('checkIn:list', { sessionId })).rows[0]?.mark).toBe('present')
  const marks = await db.selectFrom('checkIn').select('stands').where('centreId', '=', central.centreId).execute()
  expect(marks).toEqual([{ stands: true }])
})

test('a PC given by somebody who did not know of the move is not given at the new place', async () => {
  const central = await startCentral()
  const [from, to] = [await aSession(central, { date: day(2) }), await aSession(central, { date: day(9) })]
  const id = await aRegistration(central, from, await aCandidate(central))
  const [one, two] = [await openDesk(central), await openDesk(central)]
  await two.desk.opened()?.sync.stop()
  await two.call('registration:edit', { changeId: newId(), id, patch: { pc: 7 } })
  await one.call('registration:move', { moves: [{ changeId: newId(), id }], sessionId: to, overrideReason: null })
  await one.call('sync:now', {})
  await pushOnly(central, two)
  const row = await central.central.db.selectFrom('registration').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ sessionId: to, pc: null })
})

test('a mark that was refused and is sent again still says who noted it', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const id = await aRegistration(central, sessionId, await aCandidate(central))
  const office = await openDesk(central)
  await office.desk.opened()?.sync.stop()
  await office.mark(id, 'present')
  await endGrants(central)
  await pushOnly(central, office)
  const [refused] = (await office.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
  expect(refused?.verdict).toMatchObject({ code: 'call.forbidden' })
  await office.call('change:retry', { id: refused?.id ?? '', changeId: newId() })
  const [row] = (await office.call('checkIn:list', { sessionId })).rows
  expect(row?.arrival).toMatchObject({ mark: 'present', actorName: 'marie lambert', actedAt: expect.any(String) })
})

test('an undo is in the history of its session', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const id = await aRegistration(central, sessionId, await aCandidate(central))
  const office = await openDesk(central)
  const mark = await office.mark(id, 'present')
  await office.call('checkIn:undo', { changeId: newId(), id: mark, reason: 'Erreur' })
  await office.call('sync:now', {})
  await office.call('sync:now', {})
  const lines = await office.call('history:read', { candidateId: null, sessionId })
  expect(lines.map((l) => l.kind).toSorted()).toEqual(['checkIn.record', 'checkIn.undo'])
})

test('a mark on a registration cancelled and made anew meanwhile is about the one that counts', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const candidate = await aCandidate(central)
  const id = await aRegistration(central, sessionId, candidate)
  const [office, room] = [await openDesk(central), await openDesk(central)]
  await room.desk.opened()?.sync.stop()
  await room.mark(id, 'present')
  await office.call('registration:cancel', { changeId: newId(), id, reason: 'Erreur' })
  const again = await office.register(sessionId, candidate)
  await office.call('sync:now', {})
  await pushOnly(central, room)
  const [mark] = await central.central.db.selectFrom('checkIn').selectAll().execute()
  expect(mark?.registrationId).toBe(again)
})

test('a refusal closed twice does not take away what was sent again', async () => {
  const central = await startCentral()
  const candidate = await aCandidate(central)
  const sessionId = await aSession(central, { date: day(2) })
  const office = await openDesk(central)
  await office.desk.opened()?.sync.stop()
  const id = await office.register(sessionId, candidate)
  await central.central.db.updateTable('session').set({ status: 'cancelled' }).execute()
  await pushOnly(central, office)
  const [refused] = (await office.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
  await office.call('change:retry', { id: refused?.id ?? '', changeId: newId() })
  await office.ask('change:close', { id: refused?.id ?? '' })
  expect((await office.call('session:read', { id: sessionId })).registrations.map((r) => r.registration.id)).toEqual([
    id,
  ])
})

test('a walk-in of somebody who is not on this desk is refused before it is written', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const office = await openDesk(central)
  const answer = await office.ask('checkIn:walkIn', {
    changeId: newId(),
    registrationId: newId(),
    markChangeId: newId(),
    markId: newId(),
    values: { sessionId, candidateId: newId(), exams: ['M1'], language: 'fr', pc: null, overrideReason: null },
    identity: 'matches',
  })
  expect(answer).toMatchObject({ error: { code: 'candidate.unknown' } })
})

test('whoever is revoked leaves the staff that desks see', async () => {
  const central = await startCentral()
  const office = await openDesk(central)
  await central.central.db
    .updateTable('operator')
    .set({ revokedAt: new Date().toISOString() })
    .where('username', '=', 'koen.desmet')
    .execute()
  await office.call('sync:now', {})
  expect((await office.call('centre:read', {}))?.staff.map((o) => o.name)).not.toContain('koen desmet')
})

test('an attendance number given twice never stops what comes after it', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central, { startTime: '00:00', endTime: '23:59' })
  const id = await aRegistration(central, sessionId, await aCandidate(central))
  const office = await openDesk(central)
  await office.mark(id, 'present')
  await office.call('checkIn:close', { changeId: newId(), sessionId })
  await office.call('attendance:issue', { changeId: newId(), id: newId(), registrationId: id })
  await office.call('sync:now', {})
  // As when the desk's folder was put back from a copy.
  office.desk.opened()?.db.prepare('delete from counter').run()
  await office.call('attendance:issue', { changeId: newId(), id: newId(), registrationId: id })
  await office.call('sync:now', {})
  expect(await office.call('sync:read', {})).toMatchObject({ waiting: 0, refused: 1, problem: null })
})

test('a person whose second registration was refused stands at the door once', async () => {
  const central = await startCentral()
  const id = await aSession(central)
  const candidate = await aCandidate(central)
  const [office, room] = [await openDesk(central), await openDesk(central)]
  await central.kill()
  await office.register(id, candidate)
  await room.register(id, candidate)
  await central.restart()
  for (const desk of [office, room]) {
    await until(async () => (await desk.call('sync:read', {})).waiting === 0)
    await desk.call('sync:now', {})
  }
  for (const desk of [office, room]) {
    const list = await desk.call('checkIn:list', { sessionId: id })
    expect(list.rows).toHaveLength(1)
    expect(list.counts.registered).toBe(1)
  }
})

test('a walk-in who was on the list after all is marked there, also before the next page comes', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central)
  const candidate = await aCandidate(central)
  const room = await openDesk(central)
  await room.desk.opened()?.sync.stop()
  await room.call('checkIn:walkIn', {
    changeId: newId(),
    registrationId: newId(),
    markChangeId: newId(),
    markId: newId(),
    values: { sessionId, candidateId: candidate, exams: ['M1'], language: 'fr', pc: null, overrideReason: null },
    identity: 'matches',
  })
  const there = await aRegistration(central, sessionId, candidate)
  await pullOnly(central, room)
  await pushOnly(central, room)
  const { rows } = await room.call('checkIn:list', { sessionId })
  expect(rows.map((row) => [row.registration.id, row.mark])).toEqual([[there, 'present']])
})

test('nobody is let into a session that central refused', async () => {
  const central = await startCentral()
  const candidate = await aCandidate(central)
  const office = await openDesk(central)
  const id = newId()
  const values = await sessionValues(central, { exams: ['GONE'] })
  await office.call('session:create', { changeId: newId(), id, values })
  await office.call('sync:now', {})
  const asked = await office.ask('checkIn:walkIn', {
    changeId: newId(),
    registrationId: newId(),
    markChangeId: newId(),
    markId: newId(),
    values: { sessionId: id, candidateId: candidate, exams: ['M1'], language: 'fr', pc: null, overrideReason: null },
    identity: 'matches',
  })
  expect(asked).toMatchObject({ error: { code: 'session.unknown' } })
  expect((await office.call('sync:read', {})).waiting).toBe(0)
})

test('a registration that central refused takes no place, in the list and in the session', async () => {
  const central = await startCentral()
  const sessionId = await aSession(central, { date: day(2) })
  const candidate = await aCandidate(central)
  const office = await openDesk(central)
  await central.kill()
  await office.register(sessionId, candidate)
  await central.restart()
  await aRegistration(central, sessionId, candidate)
  await until(async () => (await office.call('sync:read', {})).waiting === 0)
  await until(async () => (await office.call('session:read', { id: sessionId })).registrations.length === 2)
  const counted = { counts: { registered: 1 } }
  expect(await office.call('session:read', { id: sessionId })).toMatchObject(counted)
  expect(await office.call('session:list', { from: day(2), to: day(2), locationId: null })).toMatchObject([counted])
})

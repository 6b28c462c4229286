import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aCandidate,
  anotherCentre,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { typed } from '../helpers/keyboards.ts'

let central: TestCentral
let here: string
beforeEach(async () => {
  central = await startCentral()
  here = await aSession(central, { startTime: '09:00', endTime: '11:00' })
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:read', {})).waiting === 0)

/** From a scanner set to QWERTY, on a PC set to a Belgian AZERTY. */
const onAzerty = (token: string): string => typed(token, 'qwerty', 'azerty')

async function tokenOf(id: string): Promise<string> {
  const { checkInToken } = await central.central.db
    .selectFrom('registration')
    .select('checkInToken')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return checkInToken
}
const scan = (desk: TestDesk, code: string, sessionId: string | null = here) =>
  desk.call('checkIn:scan', { sessionId, code })
const merge = (from: string, into: string) =>
  central.central.db.transaction().execute((db) =>
    mergeRecords(db, {
      id: newId(),
      from,
      into,
      why: 'request',
      actorName: 'Certassur',
      at: new Date().toISOString(),
    }),
  )

describe('the code of an invitation, without a line', () => {
  test('lets in whoever was registered without a line on another desk, in the other keyboard layout too', async () => {
    const person = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    const id = await office.register(here, person)
    await sent(office)
    await room.call('sync:now', {})
    await central.kill()
    const token = await tokenOf(id)
    expect(token).toMatch(/^[A-HJKMNP-Z2-9]{20}$/)
    expect(await scan(room, onAzerty(token))).toEqual({ kind: 'here', registrationId: id })
    const { rows } = await room.call('checkIn:list', { sessionId: here })
    expect(rows.map(({ registration }) => registration.checkInToken)).toEqual([token])
    expect(await scan(room, token.slice(0, -1))).toEqual({ kind: 'unreadable' })
    expect(await scan(room, 'Z'.repeat(20))).toEqual({ kind: 'unknown' })
    expect(await scan(room, newId())).toEqual({ kind: 'attestation' })
  })

  test('to another session says which, and only one of today at which he may stand is offered', async () => {
    const today = inBelgium(new Date()).date
    const person = await aCandidate(central, { lastName: 'Özgür', firstName: 'Ayşe' })
    const afternoon = await aSession(central, { startTime: '14:00', endTime: '16:00', room: 'Salle B' })
    const tomorrow = await aSession(central, { date: addDays(today, 1) })
    const [later, next] = [
      await aRegistration(central, afternoon, person),
      await aRegistration(central, tomorrow, person),
    ]
    const office = await openDesk(central)
    await central.kill()
    const place = { lastName: 'Özgür', firstName: 'Ayşe', location: 'Namur', startTime: '14:00', room: 'Salle B' }
    const expected = { kind: 'otherSession', registrationId: later, sessionId: afternoon, date: today, ...place }
    expect(await scan(office, await tokenOf(later))).toMatchObject({ ...expected, today: true, mayGo: true })
    expect(await scan(office, await tokenOf(later), null)).toMatchObject({ ...expected, mayGo: true })
    expect(await scan(office, await tokenOf(next))).toMatchObject({
      kind: 'otherSession',
      date: addDays(today, 1),
      today: false,
      mayGo: false,
    })
  })

  test('a controller is told of the other session, and is not offered a door that is not his', async () => {
    const { id: koen } = await central.central.db
      .selectFrom('operator')
      .select('id')
      .where('username', '=', 'koen.desmet')
      .executeTakeFirstOrThrow()
    const mine = await aSession(central, { controllers: [koen] })
    const id = await aRegistration(central, here, await aCandidate(central))
    const room = await openDesk(central, { username: 'koen.desmet' })
    expect(await scan(room, await tokenOf(id), mine)).toMatchObject({ kind: 'otherSession', today: true, mayGo: false })
    expect(await room.ask('checkIn:scan', { sessionId: here, code: await tokenOf(id) })).toMatchObject({
      ok: false,
      error: { code: 'session.unknown' },
    })
  })

  test('to a registration that was cancelled says so; registered again he is let in with the old one', async () => {
    const person = await aCandidate(central)
    const office = await openDesk(central)
    const id = await office.register(here, person)
    await sent(office)
    const token = await tokenOf(id)
    await office.call('registration:cancel', { changeId: newId(), id, reason: 'malade' })
    await office.call('sync:now', {})
    await central.kill()
    expect(await scan(office, token)).toMatchObject({ kind: 'cancelled', reason: 'malade', mayGo: false })
    const again = await office.register(here, person)
    expect(await scan(office, token)).toEqual({ kind: 'here', registrationId: again })
  })

  test('follows a registration that was moved', async () => {
    const person = await aCandidate(central)
    const office = await openDesk(central)
    const id = await office.register(here, person)
    await sent(office)
    const afternoon = await aSession(central, { startTime: '14:00', endTime: '16:00' })
    await office.call('sync:now', {})
    const moves = [{ changeId: newId(), id }]
    await office.call('registration:move', { moves, sessionId: afternoon, overrideReason: null })
    expect(await scan(office, await tokenOf(id), afternoon)).toEqual({ kind: 'here', registrationId: id })
    expect(await scan(office, await tokenOf(id))).toMatchObject({ kind: 'otherSession', sessionId: afternoon })
  })

  test('of two records that became one finds the person who remains, with either invitation, on old and new desks', async () => {
    const [gone, stays, third] = [await aCandidate(central), await aCandidate(central), await aCandidate(central)]
    const his = await aRegistration(central, here, gone)
    const twice = await aRegistration(central, here, stays)
    const last = await aRegistration(central, here, third)
    const tokens = await Promise.all([his, twice, last].map(tokenOf))
    const before = await openDesk(central)
    expect(await merge(gone, stays)).toBe(true)
    expect(await merge(third, stays)).toBe(true)
    await before.call('sync:now', {})
    const after = await openDesk(central)
    await central.kill()
    for (const desk of [before, after]) {
      for (const token of tokens) {
        expect(await scan(desk, onAzerty(token))).toEqual({ kind: 'here', registrationId: twice })
      }
      const { rows } = await desk.call('checkIn:list', { sessionId: here })
      expect(rows).toMatchObject([{ registration: { id: twice, candidateId: stays } }])
    }
  })

  test('of somebody registered once whose record became another one finds him under the other', async () => {
    const [gone, stays] = [await aCandidate(central), await aCandidate(central)]
    const id = await aRegistration(central, here, gone)
    const desk = await openDesk(central)
    await merge(gone, stays)
    await desk.call('sync:now', {})
    expect(await scan(desk, await tokenOf(id))).toEqual({ kind: 'here', registrationId: id })
  })

  test('of another centre is unknown here', async () => {
    const other = await anotherCentre(central)
    const id = await aRegistration(other, here, await aCandidate(other))
    const desk = await openDesk(central)
    expect(await scan(desk, await tokenOf(id))).toEqual({ kind: 'unknown' })
  })
})

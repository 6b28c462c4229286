import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
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
import { lettersTo, mailsOf, sendAll } from '../helpers/mail.ts'

let central: TestCentral
let desk: TestDesk
let sessionId: string
let elise: string
const soon = addDays(inBelgium(new Date()).date, 3)
beforeEach(async () => {
  central = await startCentral()
  sessionId = await aSession(central, { date: soon })
  elise = await aCandidate(central)
  await aRegistration(central, sessionId, elise)
  desk = await openDesk(central)
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (on = desk) => until(async () => (await on.call('sync:now', {})).waiting === 0)
const give = (way: 'mail' | 'paper' | 'spoken', ids = { changeId: newId(), id: newId() }, on = desk) =>
  on.call('advice:give', { ...ids, sessionId, way })
const read = (on = desk) => on.call('advice:read', { sessionId })
const waits = async () => (await desk.call('today:read', {})).unadvised

describe('rule 11: the recommendations before a session', () => {
  test('are a task until they are given, also without a line; then it is known when and by whom', async () => {
    expect(await waits()).toEqual([sessionId])
    await central.kill()
    await give('spoken')
    expect(await waits()).toEqual([])
    await central.restart()
    await sent()
    const other = await openDesk(central, { username: 'sofie.claes' })
    await sent(other)
    expect(await read(other)).toMatchObject({ given: [{ way: 'spoken', actorName: 'marie lambert' }], since: [] })
    expect(await mailsOf(central, elise)).toEqual([])
  })

  test('are mailed to everybody who is registered and has an address, once for each act', async () => {
    const without = await aCandidate(central, { email: null })
    await aRegistration(central, sessionId, without)
    const gone = await aCandidate(central, { email: 'gone@exemple.be' })
    const cancelled = await aRegistration(central, sessionId, gone)
    await central.central.db
      .updateTable('registration')
      .set({ status: 'cancelled' })
      .where('id', '=', cancelled)
      .execute()
    await until(async () => {
      await desk.call('sync:now', {})
      return (await read()).withoutEmail === 1
    })
    const ids = { changeId: newId(), id: newId() }
    await give('mail', ids)
    await give('mail', ids)
    await sent()
    await sendAll(central)
    const letters = await lettersTo(central, elise)
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([['advice', 'elise.vb@exemple.be']])
    expect(letters[0]?.text).toContain('Cinq recommandations')
    for (const id of [without, gone]) expect(await mailsOf(central, id)).toEqual([])
  })

  test('of a session of another centre are refused', async () => {
    const { centreId } = await anotherCentre(central)
    await central.kill()
    const ids = { changeId: newId(), id: newId() }
    await give('mail', ids)
    await central.central.db.updateTable('session').set({ centreId }).where('id', '=', sessionId).execute()
    await central.restart()
    await sent()
    const { rows } = await desk.call('change:list', { only: 'all', offset: 0, limit: 5 })
    expect(rows.find(({ id }) => id === ids.changeId)?.verdict).toMatchObject({
      status: 'rejected',
      code: 'session.unknown',
    })
    expect(await mailsOf(central, elise)).toEqual([])
  })

  test('say who registered afterwards', async () => {
    await give('paper')
    const late = await aCandidate(central, { lastName: 'Tardif', email: 'tard@exemple.be' })
    await aRegistration(central, sessionId, late)
    await until(async () => {
      await desk.call('sync:now', {})
      return (await read()).since.length > 0
    })
    expect((await read()).since).toMatchObject([{ lastName: 'Tardif' }])
  })

  test('are no task for a session without people, of another day, or cancelled', async () => {
    await aSession(central, { date: soon, startTime: '14:00', endTime: '16:00' })
    const far = await aSession(central, { date: addDays(soon, 20) })
    await aRegistration(central, far, await aCandidate(central, { email: 'loin@exemple.be' }))
    await desk.call('sync:now', {})
    expect(await waits()).toEqual([sessionId])
  })
})

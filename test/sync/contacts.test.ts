import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

let central: TestCentral
let desk: TestDesk
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central)
  desk = await openDesk(central)
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (on = desk) => until(async () => (await on.call('sync:now', {})).waiting === 0)
const note = (values: { readonly note?: string | null; readonly changeId?: string; readonly id?: string } = {}) =>
  desk.call('contact:record', {
    changeId: newId(),
    id: newId(),
    candidateId: id,
    problem: 'attestation',
    outcome: 'explained',
    note: null,
    ...values,
  })
const log = (of = id, on = desk) => on.call('contact:list', { candidateId: of })

describe('rule 12: the contact log', () => {
  test('is noted without a line, once, and read at every desk of the centre', async () => {
    await central.kill()
    const ids = { changeId: newId(), id: newId() }
    await note({ ...ids, note: ' trop tôt ' })
    await note({ ...ids, note: ' trop tôt ' })
    expect(await log()).toMatchObject([{ problem: 'attestation', outcome: 'explained', note: 'trop tôt' }])
    await central.restart()
    await sent()
    const other = await openDesk(central, { username: 'sofie.claes' })
    await sent(other)
    expect(await log(id, other)).toMatchObject([
      { problem: 'attestation', note: 'trop tôt', actorName: 'marie lambert', at: expect.stringContaining('T') },
    ])
  })

  test('goes with the person when two records become one', async () => {
    await note()
    await sent()
    const into = await aCandidate(central, { email: 'autre@exemple.be' })
    const at = new Date().toISOString()
    await central.central.db
      .transaction()
      .execute((db) => mergeRecords(db, { id: newId(), from: id, into, why: 'request', actorName: 'claire', at }))
    await desk.call('sync:now', {})
    await until(async () => (await log(into)).length > 0)
    expect(await log(into)).toMatchObject([{ candidateId: into, outcome: 'explained' }])
  })

  test('refuses what is too long, and is no controller’s to read', async () => {
    await expect(note({ note: 'x'.repeat(301) })).rejects.toThrow('input.invalid')
    const koen = await openDesk(central, { username: 'koen.desmet' })
    await expect(log(id, koen)).rejects.toThrow('call.forbidden')
  })
})

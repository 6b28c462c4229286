import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import type { CandidatePage } from '../../shared/calls/candidate.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import { writeStored } from '../../src-main/cache/records.ts'
import { candidateStore } from '../../src-main/candidates/store.ts'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'

let central: TestCentral
let desk: TestDesk
let elise: string
let marie: string

beforeAll(async () => {
  central = await startCentral()
  elise = await aCandidate(central)
  marie = await aCandidate(central, { lastName: 'Lambert', firstName: 'Marie', email: null, birthDate: '1970-01-02' })
  await aCandidate(central, { lastName: 'Peeters', firstName: 'Jan', email: 'ELISE.VB@exemple.be', birthDate: null })
})
afterEach(closeDesks)
afterAll(stopCentrals)

const search = (text: string, more: Partial<CallArgs<'candidate:search'>> = {}): Promise<CandidatePage> =>
  desk.call('candidate:search', { text, offset: 0, limit: 50, ...more })
const names = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).rows.map(({ lastName }) => lastName)

describe('a search on a desk', () => {
  test('answers the whole list at once, and what is typed as soon as everybody is read', async () => {
    desk = await openDesk(central)
    const [whole, typed] = await Promise.all([search(''), search('vandenbroek elise')])
    expect(whole).toMatchObject({
      total: 3,
      all: 3,
      resembling: false,
      counts: { incomplete: 2, toReview: 0, coming: 0 },
    })
    expect(typed).toMatchObject({ total: 1, all: 3, resembling: true, counts: { incomplete: 2 } })
    expect(await search('')).toEqual(whole)
  })

  test('says whose address is shared', async () => {
    desk = await openDesk(central)
    const { rows } = await search('')
    expect(rows.map(({ lastName, sharesEmail }) => [lastName, sharesEmail])).toEqual([
      ['Lambert', false],
      ['Peeters', true],
      ['Van den Broeck', true],
    ])
  })

  test('filters and sorts', async () => {
    desk = await openDesk(central)
    expect(await names('', { only: 'incomplete' })).toEqual(['Lambert', 'Peeters'])
    expect(await names('', { sort: 'birthDate' })).toEqual(['Lambert', 'Van den Broeck', 'Peeters'])
    expect(await names('', { sort: 'birthDate', descending: true })).toEqual(['Van den Broeck', 'Lambert', 'Peeters'])
    expect(await names('', { descending: true })).toEqual(['Van den Broeck', 'Peeters', 'Lambert'])
    expect(await names('', { offset: 1, limit: 1 })).toEqual(['Peeters'])
  })

  test('follows every change of the data, and none that was taken back', async () => {
    desk = await openDesk(central)
    expect(await names('lambert')).toEqual(['Lambert'])
    await desk.edit(marie, { lastName: 'Dubois' })
    expect(await names('lambert')).toEqual([])
    expect(await names('dubois')).toEqual(['Dubois'])
    expect((await search('', { only: 'incomplete' })).counts.incomplete).toBe(2)
    await desk.edit(marie, { email: 'marie@exemple.be' })
    expect(await names('', { only: 'incomplete' })).toEqual(['Peeters'])
    await desk.edit(marie, { lastName: 'Lambert', email: null })

    const db = desk.desk.opened()?.db
    if (!db) throw new Error('locked')
    const again = candidateStore.find(db, elise)?.current as Parameters<typeof candidateStore.write>[1]
    const undone = db.transaction(() => {
      candidateStore.write(db, { ...again, lastName: 'Quelqu’un' } as typeof again, undefined)
      throw new Error('taken back')
    })
    expect(undone).toThrow('taken back')
    expect(await names('quelqu')).toEqual([])
    candidateStore.remove(db, elise)
    expect(await names('')).toEqual(['Lambert', 'Peeters'])
    candidateStore.write(db, again, undefined)
    expect(await names('broeck')).toEqual(['Van den Broeck'])
  })

  test('counts and shows who is registered for a session to come', async () => {
    desk = await openDesk(central)
    const db = desk.desk.opened()?.db
    if (!db) throw new Error('locked')
    await search('')
    const put = (table: 'session' | 'registration', values: object) =>
      writeStored(db, table, { id: newId(), ...values } as never, undefined)
    const [coming, past] = [newId(), newId()]
    put('session', { id: coming, date: '2999-01-01', status: 'planned' })
    put('session', { id: past, date: '2001-01-01', status: 'planned' })
    put('registration', { sessionId: coming, candidateId: elise, status: 'registered' })
    put('registration', { sessionId: coming, candidateId: marie, status: 'cancelled' })
    put('registration', { sessionId: past, candidateId: marie, status: 'registered' })
    expect(await names('', { only: 'coming' })).toEqual(['Van den Broeck'])
    expect((await search('')).counts.coming).toBe(1)
  })

  test('that waits when the desk is locked is answered, and reads nothing more', async () => {
    desk = await openDesk(central)
    const { db } = desk.desk.opened() as NonNullable<ReturnType<typeof desk.desk.opened>>
    // So many that the search gives way to others while it takes them over.
    const somebody = candidateStore.find(db, elise)?.current as Candidate
    db.transaction(() => {
      for (let i = 0; i < 3_000; i += 1) candidateStore.write(db, { ...somebody, id: newId() }, undefined)
    })()
    const waiting = desk.ask('candidate:search', { text: 'vandenbroek', offset: 0, limit: 50 })
    await desk.desk.lock()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'call.forbidden' } })
  })
})

test('nothing of the names stays in memory after the lock', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  desk = await openDesk(central)
  const { db } = desk.desk.opened() as NonNullable<ReturnType<typeof desk.desk.opened>>
  const before = used()
  const people = Array.from({ length: 20_000 }, (_, i) => ({
    ...(candidateStore.find(db, elise)?.current as Candidate),
    id: newId(),
    lastName: `Personne ${i}`,
  }))
  db.transaction(() => {
    for (const one of people.splice(0)) candidateStore.write(db, one, undefined)
  })()
  expect((await search('personne')).total).toBe(20_000)
  const full = used() - before
  await desk.desk.lock()
  await setImmediate()
  expect(full).toBeGreaterThan(5_000_000)
  expect(used() - before).toBeLessThan(full / 4)
})

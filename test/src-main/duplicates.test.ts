import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import type { SimilarPeople } from '../../shared/calls/duplicate.ts'
import { candidateStore } from '../../src-main/candidates/store.ts'
import { searchOf } from '../../src-main/candidates/search.ts'
import { endSimilar, similarOf } from '../../src-main/duplicates/similar.ts'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

let central: TestCentral
let desk: TestDesk
let elise: string
let twin: string
let marie: string

beforeEach(async () => {
  central = await startCentral()
  elise = await aCandidate(central, { phone: '0470 11 22 33' })
  twin = await aCandidate(central, { lastName: 'Vandenbroek', firstName: 'Elise', email: null })
  marie = await aCandidate(central, { lastName: 'Lambert', firstName: 'Marie', email: null, birthDate: '1970-01-02' })
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

/** What the desk answers once it has read everybody. */
async function similar(id: string): Promise<SimilarPeople> {
  let answered: SimilarPeople | undefined
  await until(async () => {
    answered = await desk.call('candidate:similar', { id })
    return answered.ready
  })
  return answered as SimilarPeople
}
const ids = async (id: string) => (await similar(id)).people.map(({ candidate }) => candidate.id)

function cacheOf(of: TestDesk) {
  const open = of.desk.opened()
  if (!open) throw new Error('locked')
  return open.db
}
const stored = (id: string) => candidateStore.find(cacheOf(desk), id)?.current as Candidate

describe('who looks like a candidate', () => {
  test('is the misspelt record of the same person, with the reasons, and not the candidate himself', async () => {
    desk = await openDesk(central)
    const { people, receivedAt } = await similar(elise)
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({
      candidate: { id: twin, lastName: 'Vandenbroek', firstName: 'Elise', birthDate: '1988-03-14', email: null },
      reasons: expect.arrayContaining([{ field: 'birthDate', code: 'same' }]),
    })
    expect(people[0]?.candidate.login).toMatch(/^VB/)
    expect(['certain', 'probable']).toContain(people[0]?.verdict)
    expect(receivedAt).toBe((await desk.call('sync:read', {})).receivedAt)
    expect(await ids(twin)).toEqual([elise])
    expect(await ids(marie)).toEqual([])
  })

  test('follows an edit at once', async () => {
    desk = await openDesk(central)
    expect(await ids(marie)).toEqual([])
    await desk.edit(twin, { lastName: 'Lambert', firstName: 'Maria', birthDate: '1970-01-02' })
    expect(await ids(marie)).toEqual([twin])
    expect(await ids(elise)).toEqual([])
    await desk.edit(twin, { lastName: 'Vandenbroek', firstName: 'Elise', birthDate: '1988-03-14' })
    expect(await ids(marie)).toEqual([])
    expect(await ids(elise)).toEqual([twin])
  })

  test('follows a record that central sends, and one that goes', async () => {
    desk = await openDesk(central)
    expect(await ids(marie)).toEqual([])
    const sent = await aCandidate(central, {
      lastName: 'Lamberd',
      firstName: 'Marie',
      email: null,
      birthDate: '1970-01-02',
    })
    await desk.call('sync:now', {})
    expect(await ids(marie)).toEqual([sent])
    candidateStore.remove(cacheOf(desk), sent)
    expect(await ids(marie)).toEqual([])
  })

  test('is nothing of what was taken back', async () => {
    desk = await openDesk(central)
    await similar(elise)
    const db = cacheOf(desk)
    const undone = db.transaction(() => {
      candidateStore.write(db, { ...stored(elise), id: newId() }, undefined)
      throw new Error('taken back')
    })
    expect(undone).toThrow('taken back')
    expect(await ids(elise)).toEqual([twin])
  })

  test('is asked of a record that this desk has', async () => {
    desk = await openDesk(central)
    expect(await desk.ask('candidate:similar', { id: newId() })).toMatchObject({
      ok: false,
      error: { code: 'candidate.unknown' },
    })
  })
})

describe('while everybody is read', () => {
  /** So many that it takes some turns. */
  function crowd(count: number): void {
    const db = cacheOf(desk)
    const person = stored(marie)
    db.transaction(() => {
      for (let i = 0; i < count; i += 1) {
        const one = { ...person, id: newId(), firstName: `Prénom ${i}`, birthDate: null }
        candidateStore.write(db, one, undefined)
      }
    })()
  }

  test('the answer says that it is not known yet, and no call waits long', async () => {
    desk = await openDesk(central)
    await similar(elise)
    crowd(4_000)
    const db = cacheOf(desk)
    await searchOf(db).warm()
    // As after a sign-in: everybody is read from the beginning, while the window goes on asking.
    db.exec('DROP TABLE temp.similarTouched')
    for (const act of ['INSERT', 'UPDATE', 'DELETE']) db.exec(`DROP TRIGGER IF EXISTS temp.similarCandidate${act}`)
    endSimilar(db)
    expect(await desk.call('candidate:similar', { id: elise })).toMatchObject({ ready: false, people: [] })
    const pauses: number[] = []
    for (let ready = false; !ready; ) {
      const before = performance.now()
      await setImmediate()
      pauses.push(performance.now() - before)
      ready = (await similarOf(db).answer(elise))?.ready ?? false
    }
    expect(pauses.length).toBeGreaterThan(5)
    // Half of them: a machine with other work to do makes single ones longer.
    expect(pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)]).toBeLessThan(15)
    expect(await ids(elise)).toEqual([twin])
  })

  test('a lock ends it, and nobody is answered any more', async () => {
    desk = await openDesk(central)
    await similar(elise)
    crowd(4_000)
    const db = cacheOf(desk)
    const held = similarOf(db)
    const waiting = desk.ask('candidate:similar', { id: elise })
    await desk.desk.lock()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'call.forbidden' } })
    expect(await held.answer(elise)).toBeUndefined()
    expect(await desk.ask('candidate:similar', { id: elise })).toMatchObject({
      ok: false,
      error: { code: 'call.forbidden' },
    })
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SuspectedPairs } from '../../shared/calls/duplicate.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

let central: TestCentral
let desk: TestDesk
/** The same person twice, beyond doubt; and again twice, probably. */
let certain: readonly [string, string]
let probable: readonly [string, string]

beforeEach(async () => {
  central = await startCentral()
  const lambert = { lastName: 'Lambert', firstName: 'Marie', email: null, birthDate: '1970-01-02' }
  probable = [
    await aCandidate(central, lambert),
    await aCandidate(central, { ...lambert, firstName: 'Maria', birthDate: null }),
  ]
  certain = [await aCandidate(central), await aCandidate(central, { firstName: 'Elise', phone: '0470 11 22 33' })]
  // Somebody whom nobody resembles.
  await aCandidate(central, { lastName: 'Okonkwo', firstName: 'Ada', email: null, birthDate: '1999-09-09' })
  desk = await openDesk(central)
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

/** What the desk answers once it has compared everybody. */
async function pairs(): Promise<SuspectedPairs['pairs']> {
  let answered: SuspectedPairs | undefined
  await until(async () => {
    answered = await desk.call('pair:list', { offset: 0, limit: 10 })
    return answered.records > 0 && answered.compared === answered.records
  })
  return answered?.pairs ?? []
}
const named = async () => (await pairs()).map(({ a, b }) => [a.id, b.id].toSorted())

describe('the pairs that are perhaps one person', () => {
  test('are named once, the likeliest first, with how likely they are', async () => {
    const found = await pairs()
    expect(found.map(({ verdict }) => verdict)).toEqual(['certain', 'probable'])
    expect(await named()).toEqual([certain.toSorted(), probable.toSorted()])
  })

  test('follow an edit: who is another person now is no pair, and who becomes alike is one', async () => {
    await named()
    const [, twin] = certain
    await desk.edit(twin, { lastName: 'Zwaenepoel', firstName: 'Godelieve', email: null, birthDate: '1944-07-08' })
    expect(await named()).toEqual([probable.toSorted()])
    await desk.edit(twin, { lastName: 'Lambert', firstName: 'Marie', birthDate: '1970-01-02' })
    expect((await named()).filter((pair) => pair.includes(twin))).toHaveLength(2)
  })

  test('are asked about no more once they are declared two people', async () => {
    const [b, a] = certain
    await desk.call('candidate:notDuplicate', { changeId: newId(), id: newId(), a, b, reason: 'jumelles' })
    expect((await desk.call('candidate:similar', { id: a })).people).toEqual([])
    expect(await named()).toEqual([probable.toSorted()])
  })

  test('say what was asked of Certassur about them, whichever was named first', async () => {
    const [b, a] = (await named())[0] ?? []
    const id = newId()
    await desk.call('merge:request', { changeId: newId(), id, a: a ?? '', b: b ?? '', reason: 'pièce vue' })
    expect((await pairs()).map(({ request }) => request?.id)).toEqual([id, undefined])
  })
})

describe('a held record', () => {
  test('is compared with what its likeness has become, and leaves the list once Certassur has heard of the decision', async () => {
    const [known, twin] = certain
    const id = newId()
    const { candidate } = await desk.call('candidate:read', { id: known })
    const { lastName, firstName, language, birthDate } = candidate
    const values = { lastName, firstName, language, birthDate, email: 'neuve@exemple.be', phone: null }
    await desk.call('candidate:create', { changeId: newId(), id, values, notThese: [] })
    await until(async () => (await desk.call('sync:now', {})).waiting === 0)
    const asked = (await desk.call('hold:list', {}))[0]
    expect(asked?.matches.map(({ match }) => match.id).toSorted()).toEqual([known, twin].toSorted())

    const request = newId()
    await desk.call('merge:request', { changeId: newId(), id: request, a: known, b: twin, reason: 'pièce vue' })
    await until(async () => (await desk.call('sync:now', {})).waiting === 0)
    const merge = { id: newId(), from: twin, into: known, why: 'request', actorName: 'Certassur' } as const
    await central.central.db.transaction().execute((db) => mergeRecords(db, { ...merge, at: new Date().toISOString() }))
    await desk.call('sync:now', {})
    const [after] = await desk.call('hold:list', {})
    expect(after?.matches.map(({ here }) => here?.id)).toEqual([known, known])

    const decision = { decision: 'same', with: known, takeEmail: false, reason: null } as const
    await desk.call('hold:resolve', { changeId: newId(), id, decision })
    expect(await desk.call('hold:list', {})).toMatchObject([{ waiting: true }])
    await until(async () => (await desk.call('sync:now', {})).waiting === 0)
    expect(await desk.call('hold:list', {})).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { openWire } from '../helpers/wire.ts'

let central: TestCentral
let wire: Awaited<ReturnType<typeof openWire>>
beforeEach(async () => {
  central = await startCentral()
  wire = await openWire(central, {})
})
afterEach(stopCentrals)

const somebody = {
  lastName: 'Vandekerckhove',
  firstName: 'Élise',
  language: 'fr' as const,
  email: 'elise.vdk@exemple.be',
  birthDate: '1988-03-14',
  phone: null,
}

async function say(kind: string, entityId: string, patch: object) {
  const [verdict] = await wire.send(wire.change({ kind, entityId, patch } as never))
  return verdict
}
const create = (id: string, more: object = {}) => say('candidate.create', id, { ...somebody, ...more })
const resolve = (id: string, more: object) =>
  say('hold.resolve', id, { decision: 'same', with: null, takeEmail: false, reason: null, ...more })

/** Somebody who is held, and the one whom he resembles. */
async function aHeld(known: object = {}) {
  const other = await aCandidate(central, { ...somebody, ...known }, { inScope: false })
  const id = newId()
  expect(await create(id)).toMatchObject({ status: 'accepted', flags: ['held'] })
  return { id, other }
}

/** Another centre with a person of its own. */
async function elsewhere() {
  const { db } = central.central
  const [centreId, since] = [newId(), new Date().toISOString()]
  await db.insertInto('centre').values({ id: centreId, code: 'LIE', name: 'Liège' }).execute()
  const id = await aCandidate(central, {}, { inScope: false })
  await db.insertInto('scope').values({ centreId, candidateId: id, since, until: null }).execute()
  return { centreId, id, since }
}

describe('that somebody is another person', () => {
  test('counts no more for a record that has changed since, also before he is created', async () => {
    const known = await aCandidate(central, somebody)
    const ids = [newId(), newId()] as const
    for (const a of ids) await say('candidate.notDuplicate', newId(), { a, b: known, reason: 'jumelles' })
    expect(await create(ids[0], { email: 'autre@exemple.be' })).toMatchObject({ status: 'accepted' })
    expect((await central.record(ids[0])).login).not.toBeNull()
    await say('candidate.edit', known, { firstName: 'Élisa' })
    // Now there are two whom he resembles, and about one of them nobody has said anything.
    expect(await create(ids[1], { email: 'encore@exemple.be' })).toMatchObject({ flags: ['held'] })
    const hold = await central.central.db.selectFrom('hold').select('matches').executeTakeFirstOrThrow()
    expect(hold.matches.map(({ id }) => id).toSorted()).toEqual([known, ids[0]].toSorted())
  })

  test('is said of two records', async () => {
    const id = await aCandidate(central)
    expect(await say('candidate.notDuplicate', newId(), { a: id, b: id, reason: 'x' })).toMatchObject({
      status: 'rejected',
      code: 'merge.impossible',
    })
  })
})

describe('a new record', () => {
  test('that somebody resembles only possibly, his brother, is taken with a login, and nobody is asked', async () => {
    await aCandidate(central, { lastName: 'Hadjidakis', firstName: 'Eleni', birthDate: '1980-05-05', email: null })
    const id = newId()
    const brother = { lastName: 'Hadjidakis', firstName: 'Nikos', birthDate: '1980-05-05', email: null }
    expect(await create(id, brother)).toMatchObject({ status: 'accepted' })
    expect((await central.record(id)).login).toMatch(/^HN\d{8}$/)
    expect(await central.central.db.selectFrom('hold').select('id').execute()).toEqual([])
  })

  test('that is held has no login', async () => {
    const { id } = await aHeld()
    expect((await central.record(id)).login).toBeNull()
  })
})

describe('whom a held record is of', () => {
  test('said twice in the same way is said once; said otherwise afterwards is refused', async () => {
    const { id, other } = await aHeld()
    expect(await resolve(id, { with: other })).toMatchObject({ status: 'accepted' })
    expect(await resolve(id, { with: other })).toMatchObject({ status: 'accepted' })
    expect(await resolve(id, { decision: 'different', reason: 'sœur' })).toMatchObject({ code: 'hold.decided' })
  })

  test('is nobody whom this centre does not know and was not shown', async () => {
    const { id } = await aHeld()
    const stranger = await aCandidate(central, { lastName: 'Okonkwo', firstName: 'Ada' }, { inScope: false })
    expect(await resolve(id, { with: stranger })).toMatchObject({ status: 'rejected', code: 'merge.impossible' })
    expect((await central.record(id)).login).toBeNull()
  })

  test('is nothing that another centre is asked', async () => {
    const { centreId, id, since: heldAt } = await elsewhere()
    await central.central.db.insertInto('hold').values({ id, centreId, matches: '[]', heldAt }).execute()
    expect(await resolve(id, { decision: 'different', reason: 'x' })).toMatchObject({ code: 'hold.unknown' })
  })

  test('a year alone proves nobody: the address of somebody known elsewhere stays', async () => {
    const { id, other } = await aHeld({ email: 'ancienne@exemple.be' })
    // As an old list has it; no form takes it.
    await central.central.db
      .updateTable('candidate')
      .set({ birthDate: '1988' })
      .where('id', 'in', [id, other])
      .execute()
    expect(await resolve(id, { with: other, takeEmail: true })).toMatchObject({ code: 'candidate.emailGuarded' })
    expect((await central.record(other)).email).toBe('ancienne@exemple.be')
  })

  test('an address that is taken over is a new version of the address', async () => {
    const { id, other } = await aHeld({ email: 'ancienne@exemple.be' })
    expect(await resolve(id, { with: other, takeEmail: true })).toMatchObject({ status: 'accepted' })
    expect(await central.record(other)).toMatchObject({ email: somebody.email, fieldVersions: { email: 1 } })
  })
})

describe('a request to merge', () => {
  test('is about two people of the centre that asks', async () => {
    const [own, { id: foreign }] = [await aCandidate(central), await elsewhere()]
    for (const [a, b] of [
      [own, foreign],
      [foreign, own],
    ]) {
      expect(await say('merge.request', newId(), { a, b, reason: 'x' })).toMatchObject({ code: 'merge.impossible' })
    }
  })

  test('is withdrawn by nobody else', async () => {
    const { centreId, id, since: askedAt } = await elsewhere()
    const [request, b] = [newId(), await aCandidate(central, {}, { inScope: false })]
    await central.central.db
      .insertInto('mergeRequest')
      .values({ id: request, centreId, a: id, b, reason: 'x', status: 'asked', actorName: 'X', askedAt })
      .execute()
    expect(await say('merge.withdraw', request, { status: 'withdrawn' })).toMatchObject({ code: 'merge.unknown' })
  })
})

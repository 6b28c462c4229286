import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openKey } from '../../src-renderer/creation/draft.ts'
import { isStranger, matchesOf } from '../../src-renderer/creation/matches.ts'
import { checkedAt, openAnswered, openDesk, stranger } from './creationWorld.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const person = { ...stranger, firstName: 'Élise', language: 'de' }
const proof = { birthDate: '1988-03-14', reason: 'carte vue' }
const place = { sessionId: 'a session', exams: ['M1'] }
const act = (id: unknown, more: object = {}) => ({
  id,
  kind: 'candidate.replaceEmail',
  patch: {},
  actedAt: checkedAt,
  status: 'pending',
  verdict: null,
  candidateId: 'elsewhere',
  here: false,
  ...more,
})
const accepted = { status: 'accepted', verdict: { status: 'accepted', at: checkedAt } }
const refused = { status: 'rejected', verdict: { status: 'rejected', at: checkedAt, code: 'candidate.notProven' } }

/** Élise is typed, and Certassur knows her at another centre. */
async function openStranger() {
  const desk = await openAnswered([], [person])
  const { there } = desk.creation.search.getState()
  const match = matchesOf(null, there?.value ?? null, new Map()).find(isStranger)
  if (!match) throw new Error('nobody of another centre')
  return { ...desk, match }
}
type Open = Awaited<ReturnType<typeof openStranger>>

/** Asks for another address; answers the id of the act. */
async function ask({ creation, match, newest }: Open): Promise<unknown> {
  const asking = creation.askFor(match, { kind: 'replaceEmail', proof })
  const { changeId } = newest('candidate:replaceEmail').args
  await newest('candidate:replaceEmail').answer(null)
  expect(await asking).toBe(true)
  return changeId
}

describe('somebody of whom this desk has no record', () => {
  test('is asked for with the address that is typed and the proof, and the form stays', async () => {
    const desk = await openStranger()
    const changeId = await ask(desk)
    expect(desk.newest('candidate:replaceEmail').args).toEqual({
      changeId,
      id: 'elsewhere',
      email: 'neuf@exemple.be',
      proof: { identitySeen: true, lastName: 'Vandenbroek', firstName: 'Elise', ...proof },
    })
    expect(desk.creation.getState()).toMatchObject({ shown: true, asked: new Map([['elsewhere', changeId]]) })
    expect(desk.newest('candidate:asked').args).toEqual({ changeIds: [changeId] })
    await desk.newest('candidate:asked').answer([act(changeId)])
    expect(desk.creation.elsewhere.getState().acts.get(changeId as string)).toMatchObject({ status: 'pending' })
    expect(await desk.creation.arrive()).toBeNull()
    expect(desk.creation.getState().id).not.toBeNull()
  })

  test('is registered by the name that Certassur told, in a language that documents have', async () => {
    const { creation, match, newest } = await openStranger()
    void creation.askFor(match, { kind: 'register', place })
    expect(newest('registration:create').args).toMatchObject({
      values: { candidateId: 'elsewhere', ...place, language: 'fr', pc: null, overrideReason: null },
      person: { lastName: 'Van den Broeck', firstName: 'Élise' },
    })
  })

  test('is looked at again when the data changes, and is there once accepted and received', async () => {
    const desk = await openStranger()
    const changeId = await ask(desk)
    await desk.newest('candidate:asked').answer([act(changeId)])
    desk.tell('data:changed', { tables: ['change'] })
    await desk.newest('candidate:asked').answer([act(changeId, accepted)])
    expect(await desk.creation.arrive()).toBeNull()
    desk.tell('data:changed', { tables: ['candidate'] })
    await desk.newest('candidate:asked').answer([act(changeId, { ...accepted, here: true, candidateId: 'became' })])
    expect(await desk.creation.arrive()).toBe('became')
    expect(desk.creation.getState()).toMatchObject({ id: null, shown: false })
  })

  test('refused can be asked for again, and what was refused is settled with it', async () => {
    const desk = await openStranger()
    const first = await ask(desk)
    await desk.newest('candidate:asked').answer([act(first, refused)])
    expect(await desk.creation.arrive()).toBeNull()
    const again = desk.creation.askFor(desk.match, { kind: 'replaceEmail', proof })
    const { changeId } = desk.newest('candidate:replaceEmail').args
    expect(changeId).not.toBe(first)
    expect(desk.asked('change:close')).toEqual([])
    await desk.newest('candidate:replaceEmail').answer(null)
    expect(desk.newest('change:close').args).toEqual({ id: first })
    // Somebody may have closed it in the exchange already.
    await desk.newest('change:close').refuse('change.unknown')
    expect(await again).toBe(true)
    expect(desk.creation.getState().asked).toEqual(new Map([['elsewhere', changeId]]))
  })

  test('whose record a colleague has brought meanwhile is there, whatever became of this act', async () => {
    const desk = await openStranger()
    const changeId = await ask(desk)
    await desk.newest('candidate:asked').answer([act(changeId, { ...refused, here: true })])
    expect(await desk.creation.arrive()).toBe('elsewhere')
  })

  test('that could not be noted stays a form with its error, and pressed again it is the same act', async () => {
    const { creation, match, newest, asked } = await openStranger()
    const first = creation.askFor(match, { kind: 'replaceEmail', proof })
    await newest('candidate:replaceEmail').refuse('disk.full')
    expect(await first).toBe(false)
    expect(creation.elsewhere.getState().error).toMatchObject({ code: 'disk.full' })
    void creation.askFor(match, { kind: 'replaceEmail', proof })
    const ids = asked('candidate:replaceEmail').map(({ args }) => args['changeId'])
    expect(ids).toHaveLength(2)
    expect(ids[1]).toBe(ids[0])
  })

  test('is followed again after a crash, from what the form kept', async () => {
    const typed = { lastName: 'Vandenbroek', firstName: 'Elise', language: '', email: '', birthDate: '', phone: '' }
    const body = JSON.stringify({ typed, decisions: {}, asked: { elsewhere: 'an act', odd: 7 }, waitingKey: null })
    const { creation, drafts, newest } = openDesk()
    void drafts.read()
    await newest('draft:list').answer([{ key: openKey, body, at: checkedAt }])
    creation.takeUp()
    expect(creation.getState().asked).toEqual(new Map([['elsewhere', 'an act']]))
    expect(newest('candidate:asked').args).toEqual({ changeIds: ['an act'] })
  })

  test('is not asked for about nobody, nor for an address that is not typed', async () => {
    const { creation, match, write, asked } = await openStranger()
    write({ email: '' })
    expect(await creation.askFor(match, { kind: 'replaceEmail', proof })).toBe(false)
    creation.close()
    expect(await creation.askFor(match, { kind: 'register', place })).toBe(false)
    expect([...asked('candidate:replaceEmail'), ...asked('registration:create')]).toEqual([])
  })
})

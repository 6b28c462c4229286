import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { requestAbout } from '../../src-renderer/duplicates/askedStore.ts'
import { createAsked } from '../../src-renderer/duplicates/askedStore.ts'
import { createDecisions } from '../../src-renderer/duplicates/decisions.ts'
import { createDuplicates } from '../../src-renderer/duplicates/store.ts'
import { openBridge } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function ids() {
  let made = 0
  return () => `id ${(made += 1)}`
}
function openDesk() {
  const bridge = openBridge()
  return { ...bridge, duplicates: createDuplicates(bridge.desk, ids()) }
}
const held = (id: string, more: { decision?: string; waiting?: boolean } = {}) => ({
  hold: { id, matches: [], decision: null, ...more },
  waiting: more.waiting ?? false,
})
const request = (id: string, a: string, b: string) => ({ request: { id, a, b, status: 'asked' } })
const pair = (a: string, b: string) => ({ a: { id: a }, b: { id: b } })
const pause = 200

describe('what waits for a decision', () => {
  test('is counted whatever screen is shown', async () => {
    const { duplicates, last, tell, asked } = openDesk()
    const stop = duplicates.count()
    vi.advanceTimersByTime(pause)
    await last().answer([held('jan')])
    expect(duplicates.holds.getState().answer?.all).toHaveLength(1)
    tell('data:changed', { tables: ['hold'] })
    vi.advanceTimersByTime(pause)
    await last().answer([])
    expect(duplicates.holds.getState().total).toBe(0)
    stop()
    tell('data:changed', { tables: ['hold'] })
    vi.advanceTimersByTime(pause)
    expect(asked).toHaveLength(2)
  })

  test('opens from elsewhere before its list has come', async () => {
    const { duplicates, last } = openDesk()
    duplicates.choose('requests')
    duplicates.openHold('ann')
    vi.advanceTimersByTime(pause)
    await last().answer([held('jan'), held('ann')])
    expect(duplicates.part.getState().part).toBe('holds')
    expect(duplicates.holds.getState().chosen?.hold.id).toBe('ann')
  })

  test('opens beyond the first page too', async () => {
    const { duplicates, asked } = openDesk()
    const all = Array.from({ length: 130 }, (_, at) => held(`person ${at}`))
    duplicates.openHold('person 120')
    vi.advanceTimersByTime(pause)
    for (const one of asked) await one.answer(all)
    for (const one of asked.slice(1)) await one.answer(all)
    expect(duplicates.holds.getState().chosen?.hold.id).toBe('person 120')
  })

  test('that is decided already opens nothing, and does not open later either', async () => {
    const { duplicates, last } = openDesk()
    duplicates.openHold('gone')
    vi.advanceTimersByTime(pause)
    await last().answer([held('jan')])
    duplicates.holds.refresh()
    vi.advanceTimersByTime(pause)
    await last().answer([held('jan'), held('gone')])
    expect(duplicates.holds.getState().chosen).toBeNull()
  })

  test('makes place for the next one once it is decided', async () => {
    const { duplicates, last } = openDesk()
    duplicates.holds.refresh()
    vi.advanceTimersByTime(pause)
    await last().answer([held('jan'), held('ann')])
    duplicates.holds.choose(0)
    const done = duplicates.resolve('jan', { decision: 'same', with: 'known', takeEmail: false, reason: null })
    expect(last()).toMatchObject({ name: 'hold:resolve', args: { id: 'jan', decision: { with: 'known' } } })
    await last().answer(null)
    expect(await done).toBe(true)
    vi.advanceTimersByTime(pause)
    await last().answer([held('ann')])
    expect(duplicates.holds.getState().chosen?.hold.id).toBe('ann')
  })
})

describe('the suspected pairs', () => {
  const page = (compared: number, pairs: readonly unknown[]) => ({ pairs, total: pairs.length, compared, records: 10 })

  test('are asked again while the desk compares, and no longer when it has compared all', async () => {
    const { duplicates, last, asked } = openDesk()
    duplicates.choose('pairs')
    duplicates.follow()
    vi.advanceTimersByTime(pause)
    await last().answer(page(4, []))
    expect(duplicates.pairs.getState().answer).toMatchObject({ compared: 4, records: 10 })
    vi.advanceTimersByTime(1_000 + pause)
    expect(asked).toHaveLength(2)
    await last().answer(page(10, [pair('a', 'b')]))
    vi.advanceTimersByTime(10_000)
    expect(asked).toHaveLength(2)
    expect(duplicates.pairs.getState().total).toBe(1)
  })

  test('are not asked for before somebody looks at them', () => {
    const { duplicates, asked } = openDesk()
    duplicates.count()
    duplicates.follow()
    vi.advanceTimersByTime(5_000)
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['hold:list']))
  })
})

describe('a decision', () => {
  const pairOfTwo = { a: 'a', b: 'b', reason: 'deux comptes' }

  test('pressed again after a failure is the same act, and another one after success', async () => {
    const { desk, asked, last } = openBridge()
    const decisions = createDecisions(desk, ids())
    const first = decisions.create('merge:request', pairOfTwo)
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(decisions.getState()).toMatchObject({ busy: false, error: { code: 'disk.full' } })
    const again = decisions.create('merge:request', pairOfTwo)
    expect(asked[1]?.args).toEqual(asked[0]?.args)
    await last().answer(null)
    expect(await again).toBe(true)
    void decisions.create('merge:request', pairOfTwo)
    expect(last().args['changeId']).not.toBe(asked[0]?.args['changeId'])
  })

  test('with another reason is another act', async () => {
    const { desk, asked, last } = openBridge()
    const decisions = createDecisions(desk, ids())
    void decisions.create('candidate:notDuplicate', pairOfTwo)
    await last().refuse('disk.full')
    void decisions.create('candidate:notDuplicate', { ...pairOfTwo, reason: 'jumeaux' })
    expect(asked[1]?.args['id']).not.toBe(asked[0]?.args['id'])
  })

  test('is taken once while it is written', () => {
    const { desk, asked } = openBridge()
    const decisions = createDecisions(desk, ids())
    void decisions.act('merge:withdraw', { id: 'one' })
    void decisions.act('merge:withdraw', { id: 'one' })
    expect(asked).toHaveLength(1)
  })
})

describe('what is asked about the open record', () => {
  function openRecord() {
    const bridge = openBridge()
    return { ...bridge, record: createAsked(bridge.desk, ids()) }
  }

  test('is said while it waits for a decision or for the line, and not when it is decided', async () => {
    const { record, last } = openRecord()
    record.open('jan')
    await last().answer(held('jan'))
    expect(record.getState().held?.hold.id).toBe('jan')
    record.refresh()
    await last().answer(held('jan', { decision: 'same', waiting: true }))
    expect(record.getState().held?.waiting).toBe(true)
    record.refresh()
    await last().answer(held('jan', { decision: 'same' }))
    expect(record.getState().held).toBeNull()
  })

  test('is nothing for most records, and never that of the record before', async () => {
    const { record, asked } = openRecord()
    record.open('jan')
    record.open('ann')
    await asked[1]?.refuse('hold.unknown')
    await asked[0]?.answer(held('jan'))
    expect(record.getState()).toMatchObject({ id: 'ann', held: null })
  })

  test('of Certassur is read once somebody resembles him, and found whichever was named first', async () => {
    const { record, asked, last } = openRecord()
    record.open('jan')
    record.refresh()
    expect(asked.some(({ name }) => name === 'merge:list')).toBe(false)
    record.wantRequests()
    await last().answer([request('one', 'ann', 'jan')])
    const { requests } = record.getState()
    expect(requestAbout(requests, 'jan', 'ann')?.id).toBe('one')
    expect(requestAbout(requests, 'ann', 'jan')?.id).toBe('one')
    expect(requestAbout(requests, 'jan', 'els')).toBeUndefined()
  })
})

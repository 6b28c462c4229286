import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { Today } from '../../shared/calls/today.ts'
import { createToday } from '../../src-renderer/today/store.ts'
import { nothingToDo, todosOf } from '../../src-renderer/today/todo.ts'
import { openBridge } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const quiet: Today = {
  date: '2026-11-21',
  sessions: [],
  next: [],
  unclosed: [],
  toReview: 0,
  held: 0,
  unverified: 0,
  incomplete: [],
  incompleteTotal: 0,
  toConfirm: [],
  corrections: 0,
  unadvised: [],
  ready: 0,
  late: 0,
  awaited: 0,
}
const session = (id: string, toConfirm = 0) => ({ session: { id }, counts: { toConfirm } }) as unknown as SessionRow
const everywhere = () => true

describe('what waits', () => {
  test('comes with the most urgent first, and nothing without a number', () => {
    const todos = todosOf({ ...quiet, ready: 3, late: 1, toReview: 2, unclosed: [session('old')] }, everywhere)
    expect(todos.map(({ kind }) => kind)).toEqual(['toReview', 'late', 'unclosed', 'ready'])
  })

  test('leads to where it is done', () => {
    const todos = todosOf({ ...quiet, toConfirm: [session('full', 2)], late: 1 }, everywhere)
    expect(todos.map(({ target, count }) => [target, count])).toEqual([
      [{ screen: 'sessions', id: 'full' }, 2],
      [{ screen: 'attestations', only: 'late' }, 1],
    ])
  })

  test('what an operator cannot open is not his to do', () => {
    expect(todosOf({ ...quiet, ready: 3, toReview: 1 }, (screen) => screen === 'exchange')).toHaveLength(1)
  })

  test('attestations to come leave a day without anything to do', () => {
    const today = { ...quiet, awaited: 4 }
    expect(nothingToDo(todosOf(today, everywhere), today)).toBe(true)
    expect(nothingToDo([], { ...quiet, incompleteTotal: 1 })).toBe(false)
  })
})

describe('the day', () => {
  test('follows the data, with one question for many changes', async () => {
    const { desk, asked, last, tell } = openBridge()
    const store = createToday(desk)
    store.follow()
    await last().answer(quiet)
    for (let i = 0; i < 20; i += 1) tell('data:changed', { tables: ['session'] })
    vi.advanceTimersByTime(200)
    expect(asked).toHaveLength(2)
    await last().answer({ ...quiet, ready: 5 })
    expect(store.getState().today?.ready).toBe(5)
  })

  test('changes while nobody touches anything, and no longer once the screen is left', () => {
    const { desk, asked } = openBridge()
    const stop = createToday(desk).follow()
    vi.advanceTimersByTime(61_000)
    expect(asked).toHaveLength(2)
    stop()
    vi.advanceTimersByTime(600_000)
    expect(asked).toHaveLength(2)
  })

  test('keeps what it showed when a question fails, and says so', async () => {
    const { desk, last } = openBridge()
    const store = createToday(desk)
    store.follow()
    await last().answer(quiet)
    store.refresh()
    vi.advanceTimersByTime(200)
    await last().refuse('call.failed')
    expect(store.getState()).toMatchObject({ today: quiet, error: { code: 'call.failed' } })
  })
})

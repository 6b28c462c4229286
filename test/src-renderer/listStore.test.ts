import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createList, pageSize } from '../../src-renderer/candidates/listStore.ts'
import { openBridge, row } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const page = (name: string, total = 1000) => ({
  rows: Array.from({ length: pageSize }, () => row(name)),
  total,
  all: 18462,
  counts: { toReview: 2, incomplete: 214, coming: 96 },
  resembling: false,
})

async function openList() {
  const bridge = openBridge()
  const list = createList(bridge.desk)
  list.refresh()
  vi.advanceTimersByTime(200)
  await bridge.last().answer(page('Peeters'))
  return { ...bridge, list, names: () => list.getState().pages.get(0)?.[0]?.lastName }
}

describe('a search while somebody types', () => {
  test('asks once a pause, not once a key', async () => {
    const { list, asked } = await openList()
    for (const text of ['p', 'pe', 'pee']) list.type(text)
    vi.advanceTimersByTime(100)
    expect(asked.slice(1).map(({ args }) => args)).toEqual([
      { text: 'pee', only: 'all', sort: 'name', descending: false, offset: 0, limit: pageSize },
    ])
  })

  test('drops the answer to an earlier text, however late it comes', async () => {
    const { list, asked, names } = await openList()
    list.type('claes')
    vi.advanceTimersByTime(100)
    list.type('maes')
    vi.advanceTimersByTime(100)
    const [, early, late] = asked
    await late?.answer(page('Maes', 3))
    await early?.answer(page('Claes', 9))
    expect(names()).toBe('Maes')
    expect(list.getState()).toMatchObject({ answered: 'maes', total: 3 })
  })

  test('keeps the rows on the screen until the answer comes', async () => {
    const { list, names } = await openList()
    list.type('claes')
    vi.advanceTimersByTime(100)
    expect(names()).toBe('Peeters')
    expect(list.getState().answered).toBe('')
  })

  test('drops a refusal of an earlier text too', async () => {
    const { list, asked } = await openList()
    list.type('claes')
    vi.advanceTimersByTime(100)
    list.type('maes')
    vi.advanceTimersByTime(100)
    await asked[2]?.answer(page('Maes'))
    await asked[1]?.refuse('call.failed')
    expect(list.getState().error).toBeNull()
  })

  test('says an error and recovers from it', async () => {
    const { list, last } = await openList()
    list.type('claes')
    vi.advanceTimersByTime(100)
    await last().refuse('call.failed')
    expect(list.getState().error?.code).toBe('call.failed')
    list.refresh()
    vi.advanceTimersByTime(200)
    await last().answer(page('Claes'))
    expect(list.getState().error).toBeNull()
  })
})

describe('the filter', () => {
  test('asks at once, and every page of its answer with the same filter', async () => {
    const { list, asked, last } = await openList()
    list.filter('toReview')
    await last().answer(page('Refusé', 150))
    list.show(90, 120)
    expect(asked.slice(1).map(({ args }) => [args['only'], args['offset']])).toEqual([
      ['toReview', 0],
      ['toReview', 100],
    ])
    expect(list.getState()).toMatchObject({ only: 'toReview', answeredOnly: 'toReview' })
  })

  test('reached from outside shows everything to review, whatever was being typed', async () => {
    const { list, asked } = await openList()
    list.type('claes')
    list.summon('toReview')
    vi.advanceTimersByTime(200)
    expect(asked.slice(1).map(({ args }) => [args['text'], args['only']])).toEqual([['', 'toReview']])
    expect(list.getState().summoned).toBe(true)
    list.arrive()
    expect(list.getState().summoned).toBe(false)
  })

  test('stays on while somebody searches', async () => {
    const { list, last } = await openList()
    list.filter('toReview')
    list.type('maes')
    vi.advanceTimersByTime(100)
    expect(last().args).toMatchObject({ text: 'maes', only: 'toReview' })
  })
})

describe('the order', () => {
  test('asks at once from the beginning, and every page in the same order', async () => {
    const { list, asked, last } = await openList()
    list.order({ sort: 'birthDate', descending: true })
    await last().answer(page('Né', 150))
    list.show(90, 120)
    expect(asked.slice(1).map(({ args }) => [args['sort'], args['descending'], args['offset']])).toEqual([
      ['birthDate', true, 0],
      ['birthDate', true, 100],
    ])
  })

  test('that stands already asks nothing', async () => {
    const { list, asked } = await openList()
    list.order({ sort: 'name', descending: false })
    expect(asked).toHaveLength(1)
  })
})

test('an answer that only resembles says so, until one holds the words again', async () => {
  const { list, last } = await openList()
  list.type('vandenbroek')
  vi.advanceTimersByTime(100)
  await last().answer({ ...page('Van den Broeck', 3), resembling: true })
  expect(list.getState()).toMatchObject({ resembling: true, counts: { incomplete: 214 } })
  list.type('maes')
  vi.advanceTimersByTime(100)
  await last().answer(page('Maes', 3))
  expect(list.getState().resembling).toBe(false)
})

describe('a long list', () => {
  test('fetches the pages that come into sight, each once', async () => {
    const { list, asked, last } = await openList()
    list.show(0, 40)
    list.show(90, 130)
    list.show(95, 135)
    expect(asked.slice(1).map(({ args }) => args['offset'])).toEqual([100])
    await last().answer(page('Claes'))
    expect(list.row(100)?.lastName).toBe('Claes')
    expect(list.row(0)?.lastName).toBe('Peeters')
    expect(list.row(700)).toBeUndefined()
  })

  test('asks again for a page that could not be had', async () => {
    const { list, asked, last } = await openList()
    list.show(100, 130)
    await last().refuse('call.failed')
    list.show(100, 131)
    expect(asked.slice(1).map(({ args }) => args['offset'])).toEqual([100, 100])
  })

  test('drops a page of the text before', async () => {
    const { list, asked } = await openList()
    list.show(100, 130)
    list.type('maes')
    vi.advanceTimersByTime(100)
    await asked[2]?.answer(page('Maes', 1))
    await asked[1]?.answer(page('Peeters'))
    expect(list.row(100)).toBeUndefined()
    expect(list.getState().total).toBe(1)
  })
})

describe('data that change', () => {
  test('a hundred changes in a row make one question about the pages in sight', async () => {
    const { list, asked } = await openList()
    list.show(190, 210)
    await asked[1]?.answer(page('Claes'))
    await asked[2]?.answer(page('Dubois'))
    const before = asked.length
    for (let i = 0; i < 100; i += 1) list.refresh()
    vi.advanceTimersByTime(200)
    expect(asked.slice(before).map(({ args }) => args['offset'])).toEqual([100, 200])
  })

  test('the rows stay until all pages in sight are fresh', async () => {
    const { list, asked } = await openList()
    list.show(90, 110)
    await asked[1]?.answer(page('Claes'))
    list.refresh()
    vi.advanceTimersByTime(200)
    await asked[2]?.answer(page('Neuf'))
    expect(list.row(0)?.lastName).toBe('Peeters')
    await asked[3]?.answer(page('Neuf'))
    expect(list.row(0)?.lastName).toBe('Neuf')
    expect(list.row(100)?.lastName).toBe('Neuf')
  })
})

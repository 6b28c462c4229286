import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPagedList, pageSize } from '../../src-renderer/ui/pagedList.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

interface Line {
  readonly id: string
  readonly state: string
}
interface Asked {
  readonly text: string
  readonly offset: number
  answer(rows: readonly string[], total?: number): Promise<void>
  refuse(): Promise<void>
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
const lines = (ids: readonly string[], state = 'new'): readonly Line[] => ids.map((id) => ({ id, state }))
const many = (name: string) => Array.from({ length: pageSize }, (_, i) => `${name} ${i}`)

function openList() {
  const asked: Asked[] = []
  const list = createPagedList<{ text: string }, Line, { rows: readonly Line[]; total: number }>({
    first: { text: '' },
    idOf: ({ id }) => id,
    ask: ({ text }, offset) =>
      new Promise((resolve, reject) => {
        asked.push({
          text,
          offset,
          answer: (ids, total = ids.length) => (resolve({ rows: lines(ids), total }), settle()),
          refuse: () => (reject(new Error('refused by the test')), settle()),
        })
      }),
  })
  const refresh = () => {
    list.refresh()
    vi.advanceTimersByTime(200)
  }
  const last = () => {
    const latest = asked.at(-1)
    if (!latest) throw new Error('nothing was asked')
    return latest
  }
  return { list, asked, last, refresh }
}

describe('a list in pages', () => {
  test('asks once a pause while somebody types, and at once for a filter', () => {
    const { list, asked } = openList()
    for (const text of ['p', 'pe', 'pee']) list.ask({ text }, true)
    vi.advanceTimersByTime(100)
    list.ask({ text: 'maes' })
    expect(asked.map(({ text }) => text)).toEqual(['pee', 'maes'])
  })

  test('drops the answer to an earlier question, however late it comes', async () => {
    const { list, asked } = openList()
    list.ask({ text: 'claes' })
    list.ask({ text: 'maes' })
    await asked[1]?.answer(['Maes'])
    await asked[0]?.answer(['Claes'])
    expect(list.row(0)?.id).toBe('Maes')
    expect(list.getState().answered.text).toBe('maes')
  })

  test('fetches the pages that come into sight, each once, and one that failed again', async () => {
    const { list, asked, last, refresh } = openList()
    refresh()
    await last().answer(many('a'), 250)
    list.show(90, 130)
    list.show(95, 135)
    expect(asked.slice(1).map(({ offset }) => offset)).toEqual([100])
    await last().refuse()
    expect(list.getState().error?.code).toBe('call.failed')
    list.show(95, 136)
    await last().answer(many('b'), 250)
    expect(list.row(101)?.id).toBe('b 1')
  })

  test('a hundred changes in a row make one question about the pages in sight', async () => {
    const { list, asked, last, refresh } = openList()
    refresh()
    await last().answer(many('a'), 250)
    for (let i = 0; i < 100; i += 1) list.refresh()
    vi.advanceTimersByTime(200)
    expect(asked.length).toBe(2)
  })
})

describe('the open row', () => {
  async function withChosen(index: number) {
    const opened = openList()
    opened.refresh()
    await opened.last().answer(['a', 'b', 'c'])
    opened.list.choose(index)
    opened.refresh()
    return opened
  }

  test('stays the same one when others come before it', async () => {
    const { list, last } = await withChosen(1)
    await last().answer(['z', 'a', 'b', 'c'])
    expect(list.getState()).toMatchObject({ index: 2, chosen: { id: 'b' } })
  })

  test('is taken fresh from each answer', async () => {
    const { list, last } = await withChosen(1)
    const before = list.getState().chosen
    await last().answer(['a', 'b', 'c'])
    expect(list.getState().chosen).toEqual(before)
    expect(list.getState().chosen).not.toBe(before)
  })

  test('closes when it left the list by itself', async () => {
    const { list, last } = await withChosen(1)
    await last().answer(['a', 'c'])
    expect(list.getState()).toMatchObject({ index: -1, chosen: null })
  })

  test('gives way to the next one when the operator dealt with it', async () => {
    const { list, last } = await withChosen(1)
    list.moveOn()
    await last().answer(['a', 'c'])
    expect(list.getState()).toMatchObject({ index: 1, chosen: { id: 'c' } })
  })

  test('never leaves the list', async () => {
    const { list } = await withChosen(0)
    list.choose(-5)
    expect(list.getState().index).toBe(0)
    list.choose(99)
    expect(list.getState().chosen?.id).toBe('c')
  })
})

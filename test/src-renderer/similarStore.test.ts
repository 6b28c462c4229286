import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSimilar } from '../../src-renderer/duplicates/similarStore.ts'
import { openBridge } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openDesk() {
  const bridge = openBridge()
  return { ...bridge, similar: createSimilar(bridge.desk) }
}
const answer = (lastName: string, ready = true) => ({
  people: [{ candidate: { lastName }, verdict: 'probable', reasons: [] }],
  ready,
  receivedAt: null,
})

describe('who looks like the open record', () => {
  test('is the answer for the last one opened', async () => {
    const { similar, asked } = openDesk()
    similar.open('a')
    similar.open('b')
    await asked[1]?.answer(answer('B'))
    await asked[0]?.answer(answer('A'))
    expect(asked.map(({ args }) => args['id'])).toEqual(['a', 'b'])
    expect(similar.getState()).toMatchObject({ id: 'b', similar: answer('B') })
  })

  test('is forgotten with the record, and so is the comparison', async () => {
    const { similar, last } = openDesk()
    similar.open('a')
    await last().answer(answer('A'))
    similar.compare(true)
    similar.open(null)
    expect(similar.getState()).toEqual({ id: null, similar: null, error: null, comparing: false })
  })

  test('is asked again while the desk still reads, and not any more when it has read', async () => {
    const { similar, asked, last } = openDesk()
    similar.open('a')
    await last().answer({ people: [], ready: false, receivedAt: null })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toHaveLength(2)
    await last().answer(answer('A'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(2)
    expect(similar.getState().similar).toEqual(answer('A'))
  })

  test('is not asked again for a record that was closed', async () => {
    const { similar, asked, last } = openDesk()
    similar.open('a')
    await last().answer({ people: [], ready: false, receivedAt: null })
    similar.open(null)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toHaveLength(1)
  })

  test('stays on the screen while it is asked again, and the comparison stays open', async () => {
    const { similar, last } = openDesk()
    similar.open('a')
    await last().answer(answer('A'))
    similar.compare(true)
    similar.refresh()
    expect(similar.getState()).toMatchObject({ similar: answer('A'), comparing: true })
    await last().answer(answer('B'))
    expect(similar.getState()).toMatchObject({ similar: answer('B'), comparing: true })
  })

  test('is unknown, not nobody, when the answer fails', async () => {
    const { similar, last } = openDesk()
    similar.open('a')
    await last().answer(answer('A'))
    similar.refresh()
    await last().refuse('call.failed')
    expect(similar.getState()).toMatchObject({ similar: null, error: { code: 'call.failed' } })
  })
})

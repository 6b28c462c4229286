import { describe, expect, test, vi } from 'vitest'
import { askBeforeClosing, createLeaving } from '../../src-renderer/ui/leaving.ts'

const work = (pending: boolean, saved = true) => ({
  name: 'PEETERS Jan',
  pending: () => pending,
  save: vi.fn<() => Promise<boolean>>(async () => saved),
})

describe('leaving a form', () => {
  test('asks nothing when nothing would be lost', async () => {
    const leaving = createLeaving()
    expect(await leaving.leave()).toBe(true)
    leaving.watch(work(false))
    expect(await leaving.leave()).toBe(true)
    expect(leaving.getState().asking).toBeNull()
  })

  test('names the work that would be lost', () => {
    const leaving = createLeaving()
    leaving.watch(work(true))
    void leaving.leave()
    expect(leaving.getState().asking).toBe('PEETERS Jan')
  })

  test.each([
    ['stay', false],
    ['discard', true],
    ['save', true],
  ] as const)('"%s" leaves: %s', async (answer, leaves) => {
    const leaving = createLeaving()
    const form = work(true)
    leaving.watch(form)
    const left = leaving.leave()
    leaving.answer(answer)
    expect(await left).toBe(leaves)
    expect(form.save).toHaveBeenCalledTimes(answer === 'save' ? 1 : 0)
    expect(leaving.getState().asking).toBeNull()
  })

  test('stays when saving fails', async () => {
    const leaving = createLeaving()
    leaving.watch(work(true, false))
    const left = leaving.leave()
    leaving.answer('save')
    expect(await left).toBe(false)
  })

  test('a second wish to leave waits for no second answer', async () => {
    const leaving = createLeaving()
    leaving.watch(work(true))
    void leaving.leave()
    expect(await leaving.leave()).toBe(false)
  })

  test('a form that is gone is not asked about', async () => {
    const leaving = createLeaving()
    const unwatch = leaving.watch(work(true))
    unwatch()
    expect(await leaving.leave()).toBe(true)
  })
})

describe('closing the window', () => {
  function openWindow(form: ReturnType<typeof work>) {
    const leaving = createLeaving()
    leaving.watch(form)
    const window = Object.assign(new EventTarget(), { close: vi.fn<() => void>() })
    askBeforeClosing(leaving, window)
    /** True when the window goes. */
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    return { leaving, window, leave }
  }
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

  test('asks nothing when nothing would be lost', () => {
    const { leaving, leave } = openWindow(work(false))
    expect(leave()).toBe(true)
    expect(leaving.getState().asking).toBeNull()
  })

  test.each([
    ['stay', true, 0],
    ['discard', true, 1],
    ['save', true, 1],
    ['save', false, 0],
  ] as const)('stays open until the answer: "%s", saved %s → closed %i time(s)', async (answer, saved, closed) => {
    const { leaving, window, leave } = openWindow(work(true, saved))
    expect(leave()).toBe(false)
    expect(leaving.getState()).toEqual({ asking: 'PEETERS Jan', closing: true })
    leaving.answer(answer)
    await settle()
    expect(window.close).toHaveBeenCalledTimes(closed)
    // The second wish is the window closing itself.
    expect(leave()).toBe(closed === 1)
  })

  test('a page that ends by itself asks nobody', async () => {
    const { leaving, leave } = openWindow(work(true))
    leaving.release()
    expect(leave()).toBe(true)
    expect(await leaving.leave()).toBe(true)
  })
})

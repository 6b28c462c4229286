import { describe, expect, test, vi } from 'vitest'
import { createLeaving } from '../../src-renderer/ui/leaving.ts'

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

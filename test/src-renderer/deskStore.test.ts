import { describe, expect, test, vi } from 'vitest'
import { createDesk } from '../../src-renderer/desk/store.ts'
import { openBridge } from './helpers.ts'

const state = (phase: 'locked' | 'open') => ({ phase, language: 'nl' })

async function openWindow() {
  const bridge = openBridge()
  const endPage = vi.fn<() => void>()
  const store = createDesk(bridge.desk, endPage)
  const started = store.start()
  await bridge.last().answer(state('open'))
  await started
  return { ...bridge, store, endPage }
}

describe('a desk that is locked', () => {
  test('ends the page once, whether the event or the reply says it first', async () => {
    const { store, tell, last, endPage } = await openWindow()
    const locking = store.lock()
    tell('desk:changed', state('locked'))
    await last().answer(state('locked'))
    await locking
    expect(endPage).toHaveBeenCalledTimes(1)
    expect(store.getState().desk).toBeNull()
  })

  test('by somebody else ends the page too', async () => {
    const { tell, endPage } = await openWindow()
    tell('desk:changed', state('locked'))
    expect(endPage).toHaveBeenCalledTimes(1)
  })

  test('was never open here: the page stays', async () => {
    const bridge = openBridge()
    const endPage = vi.fn<() => void>()
    const store = createDesk(bridge.desk, endPage)
    bridge.tell('desk:changed', state('locked'))
    bridge.tell('desk:changed', state('open'))
    bridge.tell('desk:changed', { ...state('open'), language: 'fr' })
    expect(endPage).not.toHaveBeenCalled()
    expect(store.getState().desk?.language).toBe('fr')
  })
})

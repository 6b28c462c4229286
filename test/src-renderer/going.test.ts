import { describe, expect, test } from 'vitest'
import { createGoing, type Target } from '../../src-renderer/shell/going.ts'
import { createLeaving } from '../../src-renderer/ui/leaving.ts'

function openWindow() {
  const leaving = createLeaving()
  const going = createGoing(leaving)
  const shown: Target[] = []
  going.offer([{ id: 'today' }, { id: 'candidates', show: (target: Target) => void shown.push(target) }])
  const write = () => leaving.watch({ name: 'PEETERS Jan', pending: () => true, save: async () => true })
  return { going, leaving, shown, write }
}

describe('going from one screen to another', () => {
  test('hands what is wanted to the screen before the operator arrives', async () => {
    const { going, shown } = openWindow()
    expect(await going.go({ screen: 'candidates', id: 'peeters' })).toBe(true)
    expect(shown).toEqual([{ screen: 'candidates', id: 'peeters' }])
    expect(going.getState().screen).toBe('candidates')
  })

  test('asks first when something typed would be lost, and stays when told so', async () => {
    const { going, leaving, shown, write } = openWindow()
    write()
    const arrived = going.go({ screen: 'candidates', id: 'peeters' })
    expect(leaving.getState().asking).toBe('PEETERS Jan')
    leaving.answer('stay')
    expect(await arrived).toBe(false)
    expect(shown).toEqual([])
    expect(going.getState().screen).toBeNull()
  })

  test('asks too for another record on the same screen', async () => {
    const { going, leaving, write } = openWindow()
    await going.go({ screen: 'candidates' })
    write()
    void going.go({ screen: 'candidates', id: 'claes' })
    expect(leaving.getState().asking).not.toBeNull()
  })

  test('asks nothing of somebody who is there already', async () => {
    const { going, leaving, shown, write } = openWindow()
    write()
    expect(await going.go({ screen: 'today' })).toBe(true)
    expect(leaving.getState().asking).toBeNull()
    expect(shown).toEqual([])
  })

  test('leads nowhere that the operator may not go', async () => {
    const { going } = openWindow()
    expect(going.has('exchange')).toBe(false)
    expect(await going.go({ screen: 'exchange', only: 'toReview' })).toBe(false)
    expect(going.getState().screen).toBeNull()
  })

  test('knows no screen after the sign-in has ended', async () => {
    const leaving = createLeaving()
    const going = createGoing(leaving)
    const end = going.offer([{ id: 'today' }, { id: 'settings' }])
    await going.go({ screen: 'settings' })
    end()
    expect(going.has('today')).toBe(false)
    expect(going.getState().screen).toBeNull()
  })
})

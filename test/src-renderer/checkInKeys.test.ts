import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { interfaceLanguages } from '../../shared/operator.ts'
import { commandOf, letters, type Press } from '../../src-renderer/checkIn/keys.ts'
import { createLetterHold, holdPause } from '../../src-renderer/checkIn/letterHold.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
})
const typing = { language: 'fr', text: '', browsing: false } as const
const browsing = { language: 'fr', text: '', browsing: true } as const

describe('the keys at the door', () => {
  test.each(interfaceLanguages)('no letter in %s stands for two acts', (language) => {
    const used = Object.values(letters[language])
    expect(new Set(used).size).toBe(used.length)
  })

  test('a letter is typed until the operator goes through the list', () => {
    expect(commandOf(press('r'), typing)).toBeNull()
    expect(commandOf(press('r'), browsing)).toEqual({ kind: 'hold', letter: 'r' })
    expect(commandOf(press('r'), { ...browsing, text: 'del' })).toBeNull()
  })

  test('with Alt it is an act at any time, in the letters of the language', () => {
    const alt = { altKey: true }
    expect(commandOf(press('r', alt), { ...typing, text: 'del' })).toEqual({ kind: 'act', act: 'late' })
    expect(commandOf(press('l', alt), { ...typing, language: 'nl' })).toEqual({ kind: 'act', act: 'late' })
    expect(commandOf(press('r', alt), { ...typing, language: 'nl' })).toBeNull()
    expect(commandOf(press('é', { ...alt, ctrlKey: true }), typing)).toBeNull()
  })

  test('a key held down chooses, and never marks anybody', () => {
    expect(commandOf(press('ArrowDown', { repeat: true }), typing)).toEqual({ kind: 'move', step: 'next' })
    for (const held of [press('Enter', { repeat: true }), press('a', { repeat: true, altKey: true })])
      expect(commandOf(held, browsing)).toEqual({ kind: 'held' })
    expect(commandOf(press('a', { repeat: true }), browsing)).toEqual({ kind: 'held' })
  })

  test('Ctrl+Z takes a mark back, and in a typed text the typing', () => {
    expect(commandOf(press('z', { ctrlKey: true }), typing)).toEqual({ kind: 'undo' })
    expect(commandOf(press('z', { ctrlKey: true }), { ...typing, text: 'del' })).toBeNull()
  })

  test('a key that selects text belongs to the field', () => {
    expect(commandOf(press('Home', { shiftKey: true }), typing)).toBeNull()
    expect(commandOf(press('Home'), typing)).toEqual({ kind: 'move', step: 'first' })
  })
})

describe('a letter that may be an act or a name', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const open = () => {
    const done: string[] = []
    const hold = createLetterHold(
      (letter) => done.push(`act ${letter}`),
      (text) => done.push(`type ${text}`),
    )
    return { hold, done }
  }

  test('alone it is an act', () => {
    const { hold, done } = open()
    hold.press('r')
    expect(done).toEqual([])
    vi.advanceTimersByTime(holdPause)
    expect(done).toEqual(['act r'])
  })

  test('with another one at once it is a name, and nobody is marked', () => {
    const { hold, done } = open()
    hold.press('a')
    hold.press('n')
    hold.press('r')
    expect(hold.follow('o')).toBe(true)
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['type an', 'type ro'])
    expect(hold.follow('s')).toBe(false)
  })

  test('before another key it is an act first', () => {
    const { hold, done } = open()
    hold.press('a')
    hold.settle()
    hold.settle()
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['act a'])
  })
})

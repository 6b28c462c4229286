import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SessionRow } from '../../shared/calls/session.ts'
import { findSessions, matches } from '../../src-renderer/palette/match.ts'
import { createPalette } from '../../src-renderer/palette/store.ts'
import { openBridge, row } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const session = (date: string, location = 'Namur') =>
  ({
    session: { id: `${date} ${location}`, date, startTime: '09:00', room: 'Salle 2', code: null },
    location,
  }) as unknown as SessionRow
const today = '2026-11-21'
const rows = [session('2026-11-14'), session('2026-11-28'), session('2026-11-28', 'Dinant'), session('2026-12-05')]
const found = (typed: string) => findSessions(rows, typed, today).map(({ session: { id } }) => id)

describe('a session', () => {
  test('is found by its day as people type it, in both languages', () => {
    for (const typed of ['28/11', '28-11', '28/11/2026', 'sam 28/11', 'zaterdag 28'])
      expect(found(typed), typed).toEqual(['2026-11-28 Namur', '2026-11-28 Dinant'])
  })

  test('is found by day and place together', () => {
    expect(found('28/11 dinant')).toEqual(['2026-11-28 Dinant'])
  })

  test('to come stands before one that is over', () => {
    expect(found('namur')).toEqual(['2026-11-28 Namur', '2026-12-05 Namur', '2026-11-14 Namur'])
  })

  test('of the next days is offered before anything is typed', () => {
    expect(found('')).toEqual(['2026-11-28 Namur', '2026-11-28 Dinant', '2026-12-05 Namur'])
  })
})

describe('an action', () => {
  test('is found by the beginnings of its words, without accents', () => {
    expect(matches('Ouvrir : Échanges avec Certassur', 'echa')).toBe(true)
    expect(matches('Ouvrir : Échanges avec Certassur', 'ouv cert')).toBe(true)
    expect(matches('Ouvrir : Échanges avec Certassur', 'change')).toBe(false)
  })
})

describe('the search', () => {
  const open = (readsRecords = true) => {
    const bridge = openBridge()
    return {
      ...bridge,
      palette: createPalette(bridge.desk, { now: () => Date.parse(`${today}T10:00Z`), readsRecords }),
    }
  }

  test('asks for people once a pause, from two letters on', () => {
    const { palette, asked } = open()
    palette.type('p')
    vi.advanceTimersByTime(200)
    expect(asked).toEqual([])
    palette.type('pe')
    palette.type('pee')
    vi.advanceTimersByTime(200)
    expect(asked.map(({ args }) => args)).toEqual([{ text: 'pee', offset: 0, limit: 6 }])
  })

  test('drops an answer that comes after the text was changed', async () => {
    const { palette, last } = open()
    palette.type('pee')
    vi.advanceTimersByTime(200)
    palette.type('')
    await last().answer({ rows: [row('Peeters')], total: 1, all: 1 })
    expect(palette.getState().candidates).toEqual([])
  })

  test('asks the sessions of a month before and after', async () => {
    const { palette, last } = open()
    palette.begin()
    expect(last().args).toEqual({ from: '2026-10-22', to: '2026-12-21' })
    await last().answer(rows)
    expect(palette.getState().sessions).toHaveLength(4)
  })

  test('asks no records for somebody who may not read them', () => {
    const { palette, asked } = open(false)
    palette.begin()
    palette.type('peeters')
    vi.advanceTimersByTime(200)
    expect(asked).toEqual([])
  })
})

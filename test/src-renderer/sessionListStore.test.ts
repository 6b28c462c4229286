import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createList } from '../../src-renderer/sessions/listStore.ts'
import { groupByDay } from '../../src-renderer/sessions/dayGroups.ts'
import { addMonths, inMonth, mondayOf, weeksOf } from '../../src-renderer/sessions/month.ts'
import { nextFreePc, remarksOn } from '../../src-renderer/sessions/status.ts'
import { openSessionsDesk, somebody, someRow } from './sessionHelpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openList() {
  const desk = openSessionsDesk()
  const list = createList(desk.desk, desk.preferences, desk.now)
  return { ...desk, list, asks: () => desk.named('session:list').map(({ args }) => args) }
}

describe('the list', () => {
  test('asks for a month before and after today', () => {
    const { list, asks } = openList()
    list.follow()
    expect(asks()).toEqual([{ from: '2026-10-22', to: '2026-12-23', locationId: null }])
  })

  test('asks for the whole weeks of the month that the calendar shows', () => {
    const { list, asks } = openList()
    list.look('calendar')
    list.turnTo('2026-12')
    expect(asks()).toEqual([
      { from: '2026-10-26', to: '2026-12-06', locationId: null },
      { from: '2026-11-30', to: '2027-01-03', locationId: null },
    ])
  })

  test('shows the answer to the last question only', async () => {
    const { list, asked } = openList()
    list.turnTo('2026-12')
    list.turnTo('2027-01')
    await asked[1]?.answer([someRow({ id: 'late' })])
    await asked[0]?.answer([someRow({ id: 'early' })])
    expect(list.getState().rows.map(({ session }) => session.id)).toEqual(['late'])
  })

  test('keeps its rows when asking again fails, and says why', async () => {
    const { list, last } = openList()
    list.follow()
    await last().answer([someRow()])
    list.refresh()
    vi.advanceTimersByTime(200)
    await last().refuse('call.failed')
    expect(list.getState()).toMatchObject({ rows: [{ location: 'Namur' }], error: { code: 'call.failed' } })
  })

  test('many changes of the data make one question', () => {
    const { list, asks } = openList()
    for (let i = 0; i < 5; i += 1) list.refresh()
    vi.advanceTimersByTime(200)
    expect(asks()).toHaveLength(1)
  })

  test('keeps view, period and place as the operator left them', () => {
    const { list, named } = openList()
    list.chooseLocation('dinant')
    list.choosePeriod('week')
    const [, kept] = named('preference:write')
    expect(JSON.parse(String(kept?.args['value']))).toEqual({ view: 'list', period: 'week', locationId: 'dinant' })
  })

  test('takes up what was kept, even when that arrives later', () => {
    const { list, preferences, asks } = openList()
    const stop = list.follow()
    preferences.setState({ kept: { 'sessions.list': '{"view":"calendar","period":"week","locationId":"dinant"}' } })
    expect(list.getState()).toMatchObject({ view: 'calendar', period: 'week', locationId: 'dinant' })
    expect(asks()).toHaveLength(2)
    stop()
    preferences.setState({ kept: {} })
    expect(asks()).toHaveLength(2)
  })

  test.each(['{', '"list"', 'null', '{"view":"wall","period":9,"locationId":4}'])(
    'begins as new when %s was kept',
    (text) => {
      const { list, preferences } = openList()
      preferences.setState({ kept: { 'sessions.list': text } })
      list.follow()
      expect(list.getState()).toMatchObject({ view: 'list', period: 'month', locationId: null })
    },
  )
})

describe('a month on the calendar', () => {
  test('begins on the Monday before and ends on the Sunday after', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks).toHaveLength(6)
    expect(weeks[0]?.[0]).toBe('2026-10-26')
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
    expect(weeksOf('2027-02').map((week) => week[0])).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'])
  })

  test('a Sunday belongs to the week that began six days before', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  })

  test('turns across the year, and keeps the day as far as the month has it', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
    expect(inMonth('2027-02', '2027-01-31')).toBe('2027-02-28')
    expect(inMonth('2027-03', '2027-01-31')).toBe('2027-03-31')
  })
})

test('the list is cut into past, today and what comes', () => {
  const rows = ['2026-11-20', '2026-11-21', '2026-11-21', '2026-11-23'].map((date) => someRow({ date }))
  const groups = groupByDay(rows, '2026-11-22')
  expect(groups.past.map(({ date, rows: found }) => [date, found.length])).toEqual([
    ['2026-11-20', 1],
    ['2026-11-21', 2],
  ])
  expect(groups.pastCount).toBe(3)
  expect(groups.today).toEqual({ date: '2026-11-22', rows: [] })
  expect(groups.coming.map(({ date }) => date)).toEqual(['2026-11-23'])
})

describe('how a session stands', () => {
  const today = '2026-11-22'

  test('the most urgent is said first', () => {
    const row = { ...someRow({}, { toConfirm: 1 }), status: 'refused' as const }
    expect(remarksOn(row, today)).toEqual(['refused', 'toConfirm', 'planned'])
  })

  test('a session of the past that nobody closed asks for it', () => {
    expect(remarksOn(someRow({ date: '2026-11-21' }), today)).toEqual(['toClose'])
    expect(remarksOn(someRow({ date: '2026-11-21', closedAt: '2026-11-21T12:00:00.000Z' }), today)).toEqual(['closed'])
    expect(remarksOn(someRow({ date: '2026-11-21', status: 'cancelled' }), today)).toEqual(['cancelled'])
  })

  test('a seat to confirm in a cancelled session is nobody’s work any more', () => {
    expect(remarksOn(someRow({ status: 'cancelled' }, { toConfirm: 1 }), today)).toEqual(['cancelled'])
  })
})

test('the next free PC passes over those that are taken, and there may be none', () => {
  const people = [somebody({ pc: 1 }), somebody({ pc: 3 }), somebody({ pc: 2, status: 'cancelled' })]
  expect(nextFreePc(3, people)).toBe(2)
  expect(nextFreePc(1, people)).toBeNull()
  expect(nextFreePc(2, [])).toBe(1)
})

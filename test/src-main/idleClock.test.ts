import { expect, test } from 'vitest'
import { createIdleClock } from '../../src-main/electron/idleClock.ts'

function openClock() {
  let now = 0
  const clock = createIdleClock(() => now)
  return {
    ...clock,
    after: (minutes: number) => {
      now += minutes * 60_000
      return clock.isOver()
    },
  }
}

test('five minutes without a touch are over, and a touch begins them anew', () => {
  const clock = openClock()
  expect(clock.after(4.9)).toBe(false)
  clock.touched()
  expect(clock.after(4.9)).toBe(false)
  expect(clock.after(0.2)).toBe(true)
})

test('what the window asks by itself is no touch', () => {
  const clock = openClock()
  clock.heard('sync:read')
  clock.heard('candidate:search')
  expect(clock.after(5)).toBe(true)
})

test('thirty minutes while a session is open at the door', () => {
  const clock = openClock()
  clock.heard('checkIn:list')
  clock.heard('sync:read')
  expect(clock.after(29)).toBe(false)
  expect(clock.after(1)).toBe(true)
})

test.each(['checkIn:sessions', 'candidate:search', 'today:read', 'session:list'])(
  'five again once somebody has left the door for another screen (%s)',
  (call) => {
    const clock = openClock()
    clock.heard('checkIn:record')
    clock.heard(call)
    expect(clock.after(6)).toBe(true)
  },
)

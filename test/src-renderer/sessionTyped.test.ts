import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/time.ts'
import { readDay, showDay } from '../../src-renderer/ui/DateFieldText.ts'
import { readTime } from '../../src-renderer/ui/TimeFieldText.ts'

const today = '2026-11-22'
const day = (text: string) => {
  const read = readDay(text, today)
  return read.ok ? read.value : read.error.fields?.[0]?.code
}
const time = (text: string) => {
  const read = readTime(text)
  return read.ok ? read.value : read.error.fields?.[0]?.code
}

describe('a day as people type it', () => {
  test.each(['281126', '28112026', '28-11-26', '28/11/2026', '28.11.2026', '28 11 26', ' 28/11/26 ', '2026-11-28'])(
    '%s is the 28th of November 2026',
    (text) => expect(day(text)).toBe('2026-11-28'),
  )

  test('without a year it is the next one that comes', () => {
    expect(day('28/11')).toBe('2026-11-28')
    expect(day('2211')).toBe('2026-11-22')
    expect(day('21/11')).toBe('2027-11-21')
    expect(day('5-1')).toBe('2027-01-05')
  })

  test('of the past it is read all the same: another rule judges that', () => {
    expect(day('210325')).toBe('2025-03-21')
  })

  test.each(['31/02/2026', '28/13/2026', '29022027', 'demain', '28', '281', '28/11/1', '28/11/026'])(
    '%s is no day',
    (text) => expect(day(text)).toBe('date.invalid'),
  )

  test('an empty text is no day and no error', () => {
    expect(day('  ')).toBeNull()
  })

  test('every day is read again as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const some = addDays(today, days)
        expect(day(showDay(some))).toBe(some)
      }),
    )
  })
})

describe('an hour as people type it', () => {
  test.each(['9', '09', '900', '0900', '9:00', '9.00', '9,00', '9h', '9h00', '9u', '9 u 00', '9 H'])(
    '%s is nine o’clock',
    (text) => expect(time(text)).toBe('09:00'),
  )

  test.each([
    ['1330', '13:30'],
    ['930', '09:30'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, expected) => expect(time(text)).toBe(expected))

  test.each(['24', '9:60', '9:5', '12345', 'midi', '9:00 du matin', '-1'])('%s is no hour', (text) =>
    expect(time(text)).toBe('time.invalid'),
  )

  test('an empty text is no hour and no error', () => {
    expect(time('')).toBeNull()
  })
})

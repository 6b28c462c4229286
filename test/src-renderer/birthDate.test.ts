import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBirthDate, showBirthDate } from '../../src-renderer/candidates/birthDate.ts'

const today = '2026-11-21'
const read = (text: string) => {
  const result = readBirthDate(text, today)
  return result.ok ? result.value : result.error.fields?.[0]?.code
}

describe('a typed birth date', () => {
  test.each(['210398', '21031998', '21-3-98', '21/03/1998', '21.03.1998', '21 3 1998', ' 21/3/98 ', '1998-03-21'])(
    '%s is 21 March 1998',
    (text) => expect(read(text)).toBe('1998-03-21'),
  )

  test('nothing typed is no date', () => {
    expect(read('')).toBeNull()
    expect(read('  ')).toBeNull()
  })

  test('a year of two digits is the last one that is past', () => {
    expect(read('21-3-05')).toBe('2005-03-21')
    expect(read('20-11-26')).toBe('2026-11-20')
    expect(read('21-11-26')).toBe('1926-11-21')
    expect(read('22-11-26')).toBe('1926-11-22')
  })

  test('29 February exists in leap years only', () => {
    expect(read('29-2-2000')).toBe('2000-02-29')
    expect(read('290296')).toBe('1996-02-29')
    expect(read('29/02/1998')).toBe('date.invalid')
    expect(read('29/02/1900')).toBe('date.invalid')
  })

  test.each([
    '31/02/1998',
    '0/1/1998',
    '1/13/1998',
    '2103',
    '21039',
    '21/03',
    'mars 1998',
    '21/03/0098',
    '21/03/98/1',
    '1',
  ])('%s is no date', (text) => expect(read(text)).toBe('date.invalid'))

  test('a day to come, and today, are not birth dates', () => {
    expect(read('21/11/2026')).toBe('date.notInPast')
    expect(read('01/01/2030')).toBe('date.notInPast')
  })

  test('what a field shows is read back as the same day', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        expect(read(showBirthDate(iso))).toBe(iso)
      }),
    )
  })

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(() => readBirthDate(text, today)).not.toThrow()
      }),
    )
  })
})

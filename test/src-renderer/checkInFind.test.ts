import { describe, expect, test } from 'vitest'
import { find, looksLikeCode, slips } from '../../src-renderer/checkIn/find.ts'
import { cursorOf, nextUnmarked, shownItems } from '../../src-renderer/checkIn/rows.ts'
import { person } from './checkInWorld.ts'

const rows = [
  person('Amrani', 'Yasmina', 'present', 3),
  person('Delvaux', 'Jean-François', null, 4),
  person('Dupond', 'Marie', null, 12),
  person('El Idrissi', 'Youssef', null, 5),
  person('Kowalska', 'Łucja', null, 8),
  person('Nguyễn', 'Thị Hương', null, 10),
  person('Van Damme', 'Koen', null, 1),
]
const names = (text: string) => find(rows, text).rows.map(({ lastName }) => lastName)

describe('a name as it is typed at the door', () => {
  test.each([
    ['nguyen', 'Nguyễn'],
    ['KOWAL', 'Kowalska'],
    ['lucja', 'Kowalska'],
    ['francois delvaux', 'Delvaux'],
    ['delvaux jean', 'Delvaux'],
    ['vandamme', 'Van Damme'],
    ['koenvandamme', 'Van Damme'],
    ['elidrissi', 'El Idrissi'],
    ['idri', 'El Idrissi'],
  ])('%s finds %s, whatever the accents, the case, the order and the spaces', (text, name) => {
    expect(names(text)).toEqual([name])
    expect(find(rows, text).sure).toBe(true)
  })

  test.each([
    ['kowlaska', 'Kowalska'],
    ['delvaus', 'Delvaux'],
    ['yousef', 'El Idrissi'],
    ['nguyn', 'Nguyễn'],
    ['vandame', 'Van Damme'],
  ])('%s is near enough to %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  test('a name that fits hides those that are only near', () => {
    const both = [...rows, person('Dupont', 'Luc')]
    expect(find(both, 'dupont').rows.map(({ lastName }) => lastName)).toEqual(['Dupont'])
    expect(find(rows, 'dupont')).toMatchObject({ sure: false })
    expect(names('dupont')).toEqual(['Dupond'])
  })

  test('another name, and a short one with a slip, find nobody', () => {
    expect(names('peeters')).toEqual([])
    expect(names('kox')).toEqual([])
  })

  test('a PC number and a scanned code find exactly one person', () => {
    expect(names('5')).toEqual(['El Idrissi'])
    expect(names('99')).toEqual([])
    expect(names('candidate nguyễn')).toEqual([])
    const code = { ...person('Roy', 'Jo'), registration: { ...person('Roy', 'Jo').registration, id: '0190-ab' } }
    expect(find([...rows, code], ' 0190-AB ').rows).toEqual([code])
  })

  test('slips count what was added, dropped, changed and swapped, and not what is still to come', () => {
    expect(slips('mertnes', 'mertens', 2)).toBe(1)
    expect(slips('mert', 'mertens', 2)).toBe(0)
    expect(slips('mrtens', 'mertens', 2)).toBe(1)
    expect(slips('abcdef', 'mertens', 2)).toBe(3)
  })

  test('a code is no name', () => {
    expect(looksLikeCode('0190a000-0000')).toBe(true)
    expect(looksLikeCode('AB1234567c')).toBe(true)
    expect(looksLikeCode("d'Hondt")).toBe(false)
    expect(looksLikeCode('12')).toBe(false)
    for (const name of ["D'HŒDT", 'Élodie', 'françois', 'Łukasz', 'Nguyễn', 'vandenberghelucienne']) {
      expect(looksLikeCode(name)).toBe(false)
    }
  })

  test('a code is one also where the digits are those of another keyboard, whole or not', () => {
    for (const code of ['Qé?çAWZèC!D§E(F\'G"Hé', 'QBCèDR', 'AB@C', 'ABCDEFGHJKMNPQRSTUVW']) {
      expect(looksLikeCode(code)).toBe(true)
    }
  })
})

describe('the line under the cursor', () => {
  const at = (text: string, chosen: string | null = null, people = rows) => {
    const shown = shownItems(people, text, 'all', [])
    return shown.items[cursorOf(shown, chosen)]?.key
  }

  test('is the first person without a mark', () => expect(at('')).toBe('Delvaux'))
  test('stays with the chosen person while he is shown', () => {
    expect(at('', 'Nguyễn')).toBe('Nguyễn')
    expect(at('del', 'Nguyễn')).toBe('Delvaux')
  })
  test('is nobody while several names are only near', () => {
    const people = [person('Martens', 'An'), person('Mertens', 'Bo')]
    expect(at('mirtens', null, people)).toBeUndefined()
    expect(at('mirtens', 'Mertens', people)).toBe('Mertens')
    expect(at('kowlaska')).toBe('Kowalska')
  })
  test('goes to the next without a mark, round the end', () => {
    expect(nextUnmarked(rows, 'Delvaux')).toBe('Dupond')
    expect(nextUnmarked(rows, 'Van Damme')).toBe('Delvaux')
    expect(nextUnmarked([person('Amrani', 'Yasmina')], 'Amrani')).toBeNull()
  })
})

describe('the filter', () => {
  const left = [...rows, person('Zidi', 'Ali', 'leftEarly')]
  const keys = (filter: 'present' | 'unmarked', text = '') =>
    shownItems(left, text, filter, []).items.map(({ key }) => key)

  test('counts somebody who left early among those who came', () => expect(keys('present')).toEqual(['Amrani', 'Zidi']))
  test('gives way to a search, which goes through everybody', () => {
    expect(keys('present', 'kowalska')).toEqual(['Kowalska'])
    expect(keys('unmarked')).not.toContain('Zidi')
  })
})

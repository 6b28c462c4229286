import { describe, expect, test } from 'vitest'
import { candidatePatchSchema, missingFields, searchText, sortName } from '../../shared/candidate.ts'
import { parse } from '../../shared/parse.ts'

const wrong = (patch: unknown) => {
  const parsed = parse(candidatePatchSchema, patch)
  return parsed.ok ? [] : (parsed.error.fields ?? [])
}

describe('the rules of a record', () => {
  test('an e-mail address without @ is refused by name of its field', () => {
    expect(wrong({ email: 'elise.exemple.be' })).toEqual([{ field: 'email', code: 'email.invalid' }])
  })

  test('a name of 300 characters is refused and the limit is told', () => {
    expect(wrong({ lastName: 'x'.repeat(300) })).toEqual([
      { field: 'lastName', code: 'field.tooLong', params: { max: 120 } },
    ])
  })

  test('every wrong field is told at once', () => {
    const fields = wrong({ lastName: '  ', email: 'no', birthDate: '2026-02-30', language: 'en' })
    expect(fields.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'lastName field.required',
      'language field.invalid',
      'email email.invalid',
      'birthDate date.invalid',
    ])
  })

  test.each([
    ['a right-to-left override', 'Dupont\u202e'],
    ['a zero-width space', 'Du\u200bpont'],
    ['a line break', 'Du\npont'],
    ['a lone surrogate', 'Dupont\ud800'],
    ['what is left of a letter that was not read', 'Lef\ufffdvre'],
  ])('%s in a name is refused: it cannot be seen and would be printed', (_what, lastName) => {
    expect(wrong({ lastName })[0]?.code).toBe('field.unprintable')
  })

  test.each(['Łukasz', 'Ștefan', 'Nguyễn', 'Özgür', "d'Hœdt", 'Van den Broeck', 'Jean-François'])(
    '%s is a name',
    (lastName) => {
      expect(parse(candidatePatchSchema, { lastName })).toEqual({ ok: true, value: { lastName } })
    },
  )

  test('what is typed is composed, trimmed and single-spaced, and an emptied field is nothing', () => {
    expect(parse(candidatePatchSchema, { firstName: ' E\u0301lise   Marie ', email: '', birthDate: '' })).toEqual({
      ok: true,
      value: { firstName: 'Élise Marie', email: null, birthDate: null },
    })
  })

  test('29 February exists in a leap year only', () => {
    expect(wrong({ birthDate: '2024-02-29' })).toEqual([])
    expect(wrong({ birthDate: '2023-02-29' })[0]?.code).toBe('date.invalid')
  })

  test('the login and unknown fields cannot be patched', () => {
    expect(wrong({ login: 'AB1' })).not.toEqual([])
    expect(wrong({ firstName: 'A', nickname: 'B' })).not.toEqual([])
    expect(wrong({})).not.toEqual([])
  })
})

test('a search text is folded: no accents, no case, no apostrophes', () => {
  const candidate = {
    lastName: "d'Hœdt",
    firstName: 'Łucja',
    language: 'fr',
    email: null,
    birthDate: null,
    phone: null,
    login: 'DL1',
  } as const
  expect(searchText(candidate)).toBe(' d hoedt lucja dl1  ')
  expect(sortName(candidate)).toBe('d hoedt lucja')
  expect(missingFields(candidate)).toEqual(['email', 'birthDate'])
})

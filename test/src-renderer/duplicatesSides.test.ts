import { describe, expect, test } from 'vitest'
import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import type { MinimalMatch } from '../../shared/duplicate.ts'
import type { Reason } from '../../shared/matching/reasons.ts'
import { isSameEmail, linesOf, mayTakeEmail, minimalSide, wholeSide } from '../../src-renderer/duplicates/sides.ts'

const elise: ComparedCandidate = {
  id: 'new',
  lastName: 'Vandenbroek',
  firstName: 'Elise',
  birthDate: '1988-03-14',
  email: 'elise@voorbeeld.be',
  phone: null,
  login: null,
}
const known: MinimalMatch = {
  id: 'known',
  inScope: false,
  lastName: 'Van den Broeck',
  firstName: 'Élise',
  language: 'fr',
  birthYear: '1988',
  maskedEmail: 'e•••@e•••.be',
  likeness: 'probable',
  reasons: [],
}
const reasons: readonly Reason[] = [
  { field: 'lastName', code: 'sameSpelling' },
  { field: 'firstName', code: 'same' },
  { field: 'birthDate', code: 'same' },
  { field: 'email', code: 'differs' },
]
const lineOf = (name: string, lines: ReturnType<typeof linesOf>) => lines.find(({ field }) => field === name)

describe('two records side by side', () => {
  test('a field that only one of them has differs, and one that both lack does not', () => {
    const lines = linesOf(wholeSide(elise), wholeSide({ ...elise, email: null }), [])
    expect(lineOf('email', lines)).toMatchObject({ differs: true, remark: 'missing' })
    expect(lineOf('phone', lines)).toMatchObject({ differs: false, remark: null })
  })

  test('what is equal but for its accents is said to be written otherwise', () => {
    const lines = linesOf(wholeSide(elise), wholeSide({ ...elise, firstName: 'Élise' }), reasons)
    expect(lineOf('firstName', lines)).toMatchObject({ differs: true, remark: 'written' })
    expect(lineOf('lastName', lines)).toMatchObject({ differs: false, remark: reasons[0] })
  })
})

describe('a record beside somebody whom the centre does not know', () => {
  const lines = linesOf(wholeSide(elise), minimalSide(known), reasons)

  test('has the lines that Certassur tells of him, and no others', () => {
    expect(lines.map(({ field }) => field)).toEqual(['lastName', 'firstName', 'birthDate', 'email'])
    expect(minimalSide(known)).not.toHaveProperty('login')
  })

  test('a year beside a whole date is no difference when the matcher found both equal', () => {
    expect(lineOf('birthDate', lines)).toMatchObject({ right: '1988', differs: false, remark: reasons[2] })
  })

  test('a masked address differs unless the matcher says otherwise', () => {
    expect(lineOf('email', lines)?.differs).toBe(true)
    const same = linesOf(wholeSide(elise), minimalSide(known), [{ field: 'email', code: 'same' }])
    expect(lineOf('email', same)?.differs).toBe(false)
    const none = { ...known, maskedEmail: null }
    expect(lineOf('email', linesOf(wholeSide({ ...elise, email: null }), minimalSide(none), []))?.differs).toBe(false)
  })

  test('may be given the new address only with the same birth date', () => {
    expect(mayTakeEmail(false, reasons)).toBe(true)
    expect(mayTakeEmail(false, [{ field: 'birthDate', code: 'oneDigit' }])).toBe(false)
    expect(mayTakeEmail(true, [])).toBe(true)
  })

  test('is not asked about an address that is the same', () => {
    expect(reasons.some(isSameEmail)).toBe(false)
    expect(isSameEmail({ field: 'email', code: 'same' })).toBe(true)
  })
})

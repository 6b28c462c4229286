import { describe, expect, test } from 'vitest'
import { createFrequencies, type Frequencies } from '../../shared/matching/frequencies.ts'
import { type Person, prepare } from '../../shared/matching/person.ts'
import { compare, type Match, verdicts } from '../../shared/matching/score.ts'

const nobody: Person = { lastName: null, firstName: null, birthDate: null, email: null, phone: null }
const sofie: Person = { ...nobody, lastName: 'Vermeiren', firstName: 'Sofie', birthDate: '1988-03-14' }

/** Among 20,000 people of whom some names are common. */
const known: Readonly<Record<string, number>> = {
  peeters: 60,
  marie: 180,
  sofie: 60,
  vermeiren: 6,
  'office@example.be': 40,
}
const among: Frequencies = { records: 20_000, count: (_field, text) => known[text] ?? 1 }

const judge = (a: Person, b: Person, frequencies = among): Match => compare(prepare(a), prepare(b), frequencies)
const codes = ({ reasons }: Match): readonly string[] => reasons.map(({ field, code }) => `${field} ${code}`)
const reached = ({ verdict }: Match, least: Match['verdict']): boolean =>
  verdicts.indexOf(verdict) <= verdicts.indexOf(least)

describe('one person', () => {
  test.each<readonly [string, Partial<Person>, string]>([
    ['the same record', {}, 'birthDate same'],
    ['swapped names', { lastName: 'Sofie', firstName: 'Vermeiren' }, 'lastName swapped'],
    ['a letter lost', { lastName: 'Vermeirn' }, 'lastName oneLetter'],
    ['one wrong digit', { birthDate: '1983-03-14' }, 'birthDate oneDigit'],
    ['a wrong year', { birthDate: '1989-03-14' }, 'birthDate oneYear'],
    ['swapped digits', { birthDate: '1988-03-41' }, 'birthDate digitsSwapped'],
    ['a married name', { lastName: 'Claes' }, 'lastName differs'],
    ['a second name dropped', { lastName: 'Vermeiren-Claes' }, 'lastName partOf'],
  ])('%s', (_what, change, code) => {
    const match = judge(sofie, { ...sofie, ...change })
    expect(reached(match, 'probable')).toBe(true)
    expect(codes(match)).toContain(code)
  })

  test('day and month that changed places', () => {
    const match = judge({ ...sofie, birthDate: '1988-03-04' }, { ...sofie, birthDate: '1988-04-03' })
    expect(codes(match)).toContain('birthDate dayMonthSwapped')
    expect(reached(match, 'probable')).toBe(true)
  })

  test('the 29th of February of a year that had none is compared like any date', () => {
    const match = judge({ ...sofie, birthDate: '1988-02-29' }, { ...sofie, birthDate: '1989-02-29' })
    expect(codes(match)).toContain('birthDate oneYear')
    expect(reached(match, 'probable')).toBe(true)
  })
})

describe('two people', () => {
  const contact = { email: 'family@example.be', phone: '+32 470 11 22 33' }

  test('twins, also with one e-mail and one phone', () => {
    const match = judge({ ...sofie, ...contact }, { ...sofie, firstName: 'Lotte', ...contact })
    expect(reached(match, 'probable')).toBe(false)
    expect(codes(match)).toContain('lastName perhapsTwins')
    expect(reached(judge(sofie, { ...sofie, firstName: 'Lotte' }), 'probable')).toBe(false)
  })

  test('a father and a son of one name', () => {
    const match = judge({ ...sofie, ...contact }, { ...sofie, birthDate: '1960-08-21', ...contact })
    expect(reached(match, 'probable')).toBe(false)
    expect(codes(match)).toContain('lastName perhapsRelatives')
  })

  test('a couple and a brother with one e-mail and one phone', () => {
    const wife = judge(
      { ...sofie, ...contact },
      { ...contact, lastName: 'Claes', firstName: 'Tom', birthDate: '1986-05-02' },
    )
    const brother = judge({ ...sofie, ...contact }, { ...sofie, ...contact, firstName: 'Tom', birthDate: '1986-05-02' })
    expect([wife.verdict, brother.verdict]).toEqual(['none', 'none'])
  })

  test('nothing but an e-mail or a phone in common is never probable, and that of an office says nearly nothing', () => {
    const byEmail = judge({ ...nobody, email: 'sofie@example.be' }, { ...sofie, email: 'sofie@example.be' })
    expect(reached(byEmail, 'probable')).toBe(false)
    const ofOffice = judge({ ...nobody, email: 'office@example.be' }, { ...sofie, email: 'office@example.be' })
    expect(ofOffice.weight).toBeLessThan(byEmail.weight - 3)
    expect(ofOffice.reasons).toContainEqual({ field: 'email', code: 'sharedByMany', others: 34 })
  })
})

test('a rare name is worth more than a common one', () => {
  const rare = { ...nobody, lastName: 'Vandekerckhove', firstName: 'Godelieve' }
  const common = { ...nobody, lastName: 'Peeters', firstName: 'Marie' }
  expect(judge(rare, rare).weight).toBeGreaterThan(judge(common, common).weight + 5)
})

test('what one of them does not have speaks neither for nor against', () => {
  const full = { ...sofie, email: 'sofie@example.be', phone: '0470112233' }
  expect(judge(full, sofie).weight).toBe(judge(sofie, sofie).weight)
  expect(codes(judge(full, sofie))).toEqual(codes(judge(sofie, sofie)))
})

test('it does not matter who is compared with whom', () => {
  const others = [
    { ...sofie, lastName: 'Claes' },
    { ...sofie, lastName: 'Sofie', firstName: 'Vermeiren' },
    { ...sofie, firstName: 'S' },
  ]
  for (const other of others) expect(judge(sofie, other).weight).toBeCloseTo(judge(other, sofie).weight, 9)
})

test('the more people are searched, the less two names alone are worth', () => {
  const names = { ...nobody, lastName: 'Peeters', firstName: 'Marie' }
  const everywhere = (records: number): Frequencies => ({
    records,
    count: (_field, text) => (text === 'peeters' || text === 'marie' ? records / 300 : 1),
  })
  expect(judge(names, names, everywhere(500)).weight).toBeGreaterThan(judge(names, names, everywhere(200_000)).weight)
})

test('who is added and removed is counted once', () => {
  const frequencies = createFrequencies()
  frequencies.add(prepare(sofie))
  frequencies.add(prepare({ ...sofie, firstName: 'Lotte' }))
  frequencies.remove(prepare(sofie))
  expect([
    frequencies.records,
    frequencies.count('lastName', 'vermeiren'),
    frequencies.count('firstName', 'sofie'),
  ]).toEqual([1, 1, 0])
})

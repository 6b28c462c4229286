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

describe('whom one look at two records never makes certain', () => {
  const contact = { email: 'family@example.be', phone: '+32 470 11 22 33', address: 'Kerkstraat 1' }
  const own = { email: 'sv@example.be', phone: '+32 470 11 22 33' }

  test.each<readonly [string, Partial<Person>, Partial<Person>]>([
    ['another first name', { ...contact, firstName: 'Lotte' }, { ...contact }],
    ['half a first name', { ...contact, firstName: 'Sofie-Anne' }, { ...contact, firstName: 'Sofie-Claire' }],
    ['two digits of the date', { ...own, birthDate: '1986-08-14' }, own],
    ['day and month', { ...own, birthDate: '1988-07-21' }, own],
    ['another day, and no contact in common', { birthDate: '1988-03-26' }, {}],
  ])('%s', (_what, one, other) => {
    const match = judge({ ...sofie, ...one }, { ...sofie, ...other })
    expect(['probable', 'possible']).toContain(match.verdict)
  })

  test('two first names that many have, however alike', () => {
    const [tim, tom] = ['Tim', 'Tom'].map((firstName) => ({ ...sofie, ...contact, firstName })) as [Person, Person]
    const many: Frequencies = { ...among, count: (field) => (field === 'firstName' ? 80 : 2) }
    expect(judge(tim, tom, many).verdict).toBe('probable')
    expect(codes(judge(tim, tom, many))).toContain('lastName perhapsTwins')
    expect(judge(tim, { ...tim, firstName: 'Timm' }).verdict).toBe('certain')
  })

  test.each(['1960-08-21', '1958-03-14', '1962-03-14'])('a father and a son with one phone: %s', (birthDate) => {
    const match = judge({ ...sofie, ...contact }, { ...sofie, ...contact, birthDate })
    expect(match.verdict).toBe('possible')
    expect(codes(match)).toContain('lastName perhapsRelatives')
  })
})

describe('what contacts add', () => {
  const weightOf = (a: Partial<Person>, b: Partial<Person>): number =>
    judge({ ...sofie, ...a }, { ...sofie, ...b }).weight
  const bare = weightOf({}, {})

  test.each([
    ['sofie.vermeiren@example.be', 'sofie.vermeiren@voorbeeld.be'],
    ['svermeiren@example.be', 's.vermeiren@voorbeeld.be'],
    ['sofie.vermeiren@a.be', 'sofie.vermeiren@b.be'],
    ['sofie.vermeiren@example.be', 'sofie.vermeiren@example.nl'],
  ])('nothing when both addresses only repeat the name: %s, %s', (email, other) => {
    expect(weightOf({ email }, { email: other })).toBeCloseTo(bare, 9)
  })

  test('something when the address is made of a maiden name, or of no name', () => {
    const married = weightOf({}, { lastName: 'Claes' })
    const maiden = 'sofie.vermeiren'
    expect(
      weightOf({ email: `${maiden}@example.be` }, { lastName: 'Claes', email: `${maiden}@voorbeeld.be` }),
    ).toBeGreaterThan(married + 2)
    expect(weightOf({ email: 'papillon7@example.be' }, { email: 'papillon7@voorbeeld.be' })).toBeGreaterThan(bare)
    expect(weightOf({ email: 'sofie.vermeiren@example.be' }, { email: 'sofie.vermeiren@exampel.be' })).toBeGreaterThan(
      bare,
    )
  })

  test('one address made of a common name says a little less than one that nobody guesses', () => {
    const weightWith = (email: string): number => {
      const person = { ...nobody, lastName: 'Peeters', email }
      return judge(person, person).weight
    }
    const [guessed, odd] = [weightWith('peeters.m@example.be'), weightWith('papillon@example.be')]
    expect(guessed).toBeLessThan(odd - 0.1)
    expect(guessed).toBeGreaterThan(odd - 3)
  })

  test('of twins, one e-mail and one phone no more than one e-mail', () => {
    const twin = { firstName: 'Lotte' }
    const email = { email: 'family@example.be' }
    const both = { ...email, phone: '+32 470 11 22 33' }
    expect(weightOf(both, { ...twin, ...both })).toBeLessThan(weightOf(email, { ...twin, ...email }) + 0.1)
  })
})

test('both names in one field are compared one by one', () => {
  const together = { ...sofie, lastName: 'Vermeiren Sofie', firstName: '' }
  expect(codes(judge(together, sofie))).toEqual([
    'lastName inOneField',
    'lastName same',
    'firstName same',
    'birthDate same',
  ])
  expect(judge(sofie, { ...together, lastName: 'Sofie Vermeiren' }).verdict).toBe('certain')
  expect(codes(judge({ ...sofie, lastName: 'Claes Lotte', firstName: '' }, sofie))).not.toContain('lastName inOneField')
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

test('as many as there are of thousands of values, some of them taken away again', () => {
  const frequencies = createFrequencies()
  const numbered = (number: number) => prepare({ ...nobody, lastName: `Naam${number}`, firstName: 'Sofie' })
  for (let number = 0; number < 20_000; number += 1) frequencies.add(numbered(number % 15_000))
  for (let number = 0; number < 10_000; number += 1) frequencies.remove(numbered(number))
  const counts = [0, 4999, 5000, 9999, 10_000, 14_999, 15_000].map((number) =>
    frequencies.count('lastName', `naam${number}`),
  )
  expect(counts).toEqual([1, 1, 0, 0, 1, 1, 0])
  expect([frequencies.count('firstName', 'sofie'), frequencies.count('lastName', 'sofie')]).toEqual([10_000, 0])
})

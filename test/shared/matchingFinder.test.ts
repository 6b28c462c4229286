import { describe, expect, test } from 'vitest'
import { createFinder, type Found } from '../../shared/matching/finder.ts'
import { groupRecords, type Link } from '../../shared/matching/groups.ts'
import { criteriaOf, keysOf, keysVersion } from '../../shared/matching/keys.ts'
import { type Person, prepare } from '../../shared/matching/person.ts'

const nobody: Person = { lastName: null, firstName: null, birthDate: null, email: null, phone: null }
const personOf = (
  lastName: string | null,
  firstName: string | null,
  birthDate: string | null,
  more: Partial<Person> = {},
): Person => ({
  ...nobody,
  lastName,
  firstName,
  birthDate,
  ...more,
})

const lastNames = [
  'Vermeiren',
  'Claes',
  'Van den Broeck',
  'El Amrani',
  'Dupont',
  'Lambrechts',
  'Kowalczyk',
  'Yılmaz',
  'Nguyen',
  'Delacroix',
]
const firstNames = ['Sofie', 'Tom', 'Jean-Pierre', 'Fatima', 'Łukasz', 'Zoé', 'Bram', 'Ayşe', 'Godelieve', 'Noah']
const crowd = lastNames.flatMap((lastName, a) =>
  firstNames.map((firstName, b) => personOf(lastName, firstName, `19${60 + a * 3}-0${1 + (b % 9)}-${10 + a + b}`)),
)
const sofie = crowd[0] as Person

describe('finding', () => {
  test.each<readonly [string, Partial<Person>]>([
    ['the same', {}],
    ['swapped names', { lastName: 'Sofie', firstName: 'Vermeiren' }],
    ['a misspelt name and another date', { lastName: 'Vermieren', birthDate: '1961-01-10' }],
    ['no first name', { firstName: null }],
    ['composed in another way', { lastName: 'Vermeiren'.normalize('NFD') }],
    ['both names in one field', { lastName: 'Vermeiren Sofie', firstName: '' }],
    ['both names in one field and no date', { lastName: null, firstName: 'Sofie Vermeiren', birthDate: null }],
    ['marks of direction in it', { lastName: '\u202bVermeiren\u202c' }],
  ])('%s', (_what, change) => {
    const found = createFinder(crowd).find({ ...sofie, ...change })
    expect(found[0]?.person).toBe(sofie)
  })

  test('by e-mail or phone when the names were replaced', () => {
    const known = personOf('Claes', 'An', '1970-01-01', { email: 'an@example.be', phone: '0470 11 22 33' })
    const finder = createFinder([...crowd, known])
    expect(finder.find({ ...nobody, email: 'AN@example.be' })[0]?.person).toBe(known)
    expect(finder.find({ ...nobody, phone: '+32470112233' })[0]?.person).toBe(known)
  })

  test('no criteria, no search', () => {
    const finder = createFinder(crowd)
    for (const asked of [
      nobody,
      personOf('', ' ', ''),
      personOf('-', null, null),
      personOf('V', 'S', null),
      personOf(null, null, '1988'),
    ]) {
      expect(criteriaOf(prepare(asked))).toBe(false)
      expect(finder.find(asked)).toEqual([])
    }
  })

  test('at most as many as wanted, the likeliest first', () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      personOf('Vermeiren', 'Sofie', n === 25 ? '1988-03-14' : '1988-03-24'),
    )
    const found: readonly Found<Person>[] = createFinder([...crowd, ...many]).find(
      personOf('Vermeiren', 'Sofie', '1988-03-14'),
      5,
    )
    expect(found).toHaveLength(5)
    expect(found[0]?.person).toBe(many[25])
    expect(found.map(({ match }) => match.weight)).toEqual(
      found.map(({ match }) => match.weight).toSorted((a, b) => b - a),
    )
  })

  test('who was removed is not found, who was added is', () => {
    const finder = createFinder(crowd)
    const late = personOf('Vermeiren', 'Sofie', sofie.birthDate)
    finder.remove(sofie)
    expect(finder.find(late).map(({ person }) => person)).not.toContain(sofie)
    finder.add(late)
    expect(finder.find(sofie)[0]?.person).toBe(late)
    expect(finder.frequencies.records).toBe(crowd.length)
  })

  test('nobody finds himself', () => {
    expect(
      createFinder(crowd)
        .find(sofie)
        .map(({ person }) => person),
    ).not.toContain(sofie)
  })

  test('300 characters, one letter, other alphabets and no birth date are searched like anything else', () => {
    const strange = [
      personOf('x'.repeat(300), 'Y', null),
      personOf('عبد الله', 'محمد', null),
      personOf('O', 'Li', '1988-03-14'),
    ]
    const finder = createFinder([...crowd, ...strange])
    for (const person of strange) expect(finder.find({ ...person })[0]?.person).toBe(person)
  })

  test('a name that thousands have does not make a search look at thousands', () => {
    const many = Array.from({ length: 5000 }, (_, n) =>
      personOf('Peeters', 'Marie', `19${40 + (n % 60)}-${n % 2 ? '04' : '09'}-${10 + (n % 19)}`),
    )
    const wanted = personOf('Peeters', 'Marie', '1988-12-31')
    expect(createFinder([...many, wanted]).find({ ...wanted })[0]?.person).toBe(wanted)
  })
})

test('two records of one person have a key in common', () => {
  const pairs: readonly (readonly [Person, Person])[] = [
    [personOf('Vermeiren', 'Sofie', '1988-03-04'), personOf('Sofie', 'Vermeiren', '1988-04-03')],
    [personOf('Müller', 'Jörg', '1988-03-14'), personOf('Mueller', 'Joerg', null)],
    [personOf('Claes', 'Sofie', '1988-03-14'), personOf('Vermeiren', 'Sofie', '1988-03-14')],
  ]
  for (const [a, b] of pairs) {
    const keys = keysOf(prepare(a))
    expect(keysOf(prepare(b)).some((key) => keys.includes(key))).toBe(true)
  }
})

test('keys that are kept somewhere stay the same as long as their version does', () => {
  const email = 'sofie@example.be'
  const person = personOf('Van den Broeck', 'Sofie', '1988-03-14', { email, phone: '0470 11 22 33' })
  const names = ['nprk.sf', 'ibruk.s', 'isofi.b', 'sprk', 'ssf']
  const dates = ['d19880314', 'yprk1988', 'mprk0314', 'ysf1988', 'msf0314', 'bb031488', 'bs031488']
  expect([keysVersion, ...keysOf(prepare(person))]).toEqual([2, ...names, ...dates, `e${email}`, 'lsofie', 'p70112233'])
})

describe('records of one person are joined', () => {
  const options = { threshold: 0, strongest: 0.6, least: -30 }
  const joined = (links: readonly Link[], apart: number): readonly (readonly number[])[] => {
    const weights = new Map(links.map(({ a, b, weight }) => [`${a} ${b}`, weight]))
    return groupRecords(links, (a, b) => weights.get(`${a} ${b}`) ?? weights.get(`${b} ${a}`) ?? apart, options)
  }
  const chain: readonly Link[] = [
    { a: 1, b: 2, weight: 8 },
    { a: 2, b: 3, weight: 6 },
  ]

  test('through a third one that is like both', () => {
    expect(joined(chain, -5).map((group) => group.toSorted((a, b) => a - b))).toEqual([[1, 2, 3]])
  })

  test('but not when the two are certainly two people', () => {
    expect(joined(chain, -30).map((group) => group.toSorted((a, b) => a - b))).toEqual([[1, 2]])
  })
})

import { dirname, join, relative, resolve } from 'node:path'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nobodies } from '../../scripts/matching/population/newcomers.ts'
import type { Inhabitant } from '../../scripts/matching/population/person.ts'
import { labelledPopulation, population } from '../../scripts/matching/population/population.ts'

const inhabitants = population(6_000, 5)

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

const households = [...grouped(inhabitants, ({ household }) => household).values()]

describe('a population', () => {
  test('is the same for the same seed, and another one for another', () => {
    expect(population(500, 8)).toEqual(population(500, 8))
    const people = (seed: number) => population(500, seed).map(({ person }) => person)
    expect(people(8)).not.toEqual(people(9))
  })

  test('has as many people as asked for, each with an id of his own', () => {
    expect(inhabitants).toHaveLength(6_000)
    expect(new Set(inhabitants.map(({ id }) => id)).size).toBe(6_000)
  })

  test('has a few names that many bear and many that few bear', () => {
    const bearers = [...grouped(inhabitants, ({ person }) => person.lastName).values()].map(({ length }) => length)
    expect(Math.max(...bearers)).toBeGreaterThan(15)
    expect(Math.max(...bearers)).toBeLessThan(60)
    expect(bearers.filter((count) => count === 1).length).toBeGreaterThan(bearers.length / 3)
    const names = new Set(inhabitants.map(({ person }) => person.lastName))
    expect(['Peeters', 'Janssens', 'Dubois', 'El Idrissi', 'Yılmaz'].filter((name) => !names.has(name))).toEqual([])
    expect([...names].some((name) => /^Van de[nr]? /.test(name))).toBe(true)
    expect([...names].some((name) => /^D['’]/.test(name))).toBe(true)
  })

  test('has homonyms: people of the same names born on other days', () => {
    const named = grouped(inhabitants, ({ person }) => `${person.lastName} ${person.firstName}`)
    const homonyms = [...named.values()].filter((people) => new Set(people.map(({ born }) => born)).size > 1)
    expect(homonyms.length).toBeGreaterThan(20)
  })

  test('knows no birth date, e-mail or phone of some people', () => {
    const unknown = (field: 'birthDate' | 'email' | 'phone') =>
      inhabitants.filter(({ person }) => person[field] === null).length / inhabitants.length
    expect(unknown('birthDate')).toBeGreaterThan(0.01)
    expect(unknown('birthDate')).toBeLessThan(0.06)
    expect(unknown('email')).toBeGreaterThan(0.03)
    expect(unknown('phone')).toBeGreaterThan(0.2)
  })
})

describe('a family', () => {
  const twins = households
    .flatMap((members) => [members.filter(({ isTwin }) => isTwin)])
    .filter(({ length }) => length > 0)

  test('has twins born on one day, of one name, with other first names', () => {
    expect(twins.length).toBeGreaterThan(10)
    for (const [one, other, ...more] of twins as [Inhabitant, Inhabitant][]) {
      expect(more).toEqual([])
      expect(other.born).toBe(one.born)
      expect(other.person.firstName).not.toBe(one.person.firstName)
      if (!one.origin.feminine) expect(other.person.lastName).toBe(one.person.lastName)
    }
  })

  test('has couples, of whom a part bears one name', () => {
    const couples = households.filter(
      (members) => members.length === 2 && members.every(({ role }) => role === 'partner'),
    )
    const sameName = couples.filter(([one, other]) => one?.person.lastName === other?.person.lastName)
    expect(sameName.length).toBeGreaterThan(couples.length * 0.2)
    expect(sameName.length).toBeLessThan(couples.length * 0.45)
  })

  test('has children at least twenty years younger than the parents, and now and then a son called as his father', () => {
    const families = households.filter((members) => members.some(({ role }) => role === 'parent'))
    let namesakes = 0
    for (const members of families) {
      const parents = members.filter(({ role }) => role === 'parent')
      for (const child of members.filter(({ role }) => role === 'child')) {
        for (const parent of parents) {
          expect(Number(child.born.slice(0, 4)) - Number(parent.born.slice(0, 4))).toBeGreaterThanOrEqual(20)
        }
        if (child.sex === 'man' && child.person.firstName === parents[0]?.person.firstName) namesakes += 1
      }
    }
    expect(families.length).toBeGreaterThan(100)
    expect(namesakes).toBeGreaterThan(3)
  })

  test('shares an address or a landline at times; nobody else does but at an office', () => {
    const byEmail = grouped(
      inhabitants.filter(({ person }) => person.email !== null),
      ({ person }) => person.email,
    )
    const shared = [...byEmail.values()].filter(({ length }) => length > 1)
    const atHome = shared.filter((people) => new Set(people.map(({ household }) => household)).size === 1)
    const offices = shared.filter((people) => people.every(({ person, firm }) => person.email === firm.office))
    expect(atHome.length).toBeGreaterThan(20)
    expect(offices.length).toBeGreaterThan(20)
    expect(new Set([...atHome, ...offices]).size).toBe(shared.length)
  })
})

describe('new people', () => {
  const kinds = new Map(nobodies(inhabitants, 77, 100))

  test('of every kind are as many as asked for', () => {
    expect([...kinds].map(([name, { length }]) => [name, length])).toEqual(
      [
        'stranger',
        'colleagueAtOfficeAddress',
        'twin',
        'sibling',
        'partnerOfSameName',
        'fatherOrSonOfSameName',
        'homonym',
        'homonymOfRareName',
        'homonymOfSameYear',
      ].map((name) => [name, 100]),
    )
  })

  test('near to somebody are not he: a twin has another first name, a homonym another day', () => {
    const records = inhabitants.map(({ person, born }) => ({ ...person, born }))
    const sameNames = grouped(records, ({ lastName, firstName }) => `${lastName} ${firstName}`)
    for (const one of kinds.get('homonym') ?? []) {
      const namesakes = sameNames.get(`${one.lastName} ${one.firstName}`) ?? []
      expect(namesakes.length).toBeGreaterThan(0)
      expect(namesakes.some(({ born }) => born !== one.birthDate)).toBe(true)
    }
    const days = grouped(records, ({ born }) => born)
    for (const one of kinds.get('twin') ?? []) {
      const siblings = days.get(one.birthDate ?? '') ?? []
      expect(siblings.some(({ firstName }) => firstName !== one.firstName)).toBe(true)
    }
  })

  test('at an office have the address that others there have too', () => {
    const emails = new Set(inhabitants.map(({ person }) => person.email))
    for (const { email } of kinds.get('colleagueAtOfficeAddress') ?? []) expect(emails.has(email)).toBe(true)
  })
})

test('every second record of a labelled population is of somebody who has a first one', () => {
  const records = labelledPopulation({ persons: 1_000, seed: 3, perClass: 4 })
  const first = new Map(records.filter(({ error }) => error === null).map((record) => [record.truth, record]))
  const second = records.filter(({ error }) => error !== null)
  expect(first.size).toBe(1_000)
  expect(second.length).toBeGreaterThan(200)
  for (const { truth, household, person } of second) {
    expect(first.get(truth)?.household).toBe(household)
    expect(person).not.toEqual(first.get(truth)?.person)
  }
  expect(labelledPopulation({ persons: 1_000, seed: 3, perClass: 4 })).toEqual(records)
})

describe('the population and the matcher know nothing of each other', () => {
  const root = resolve(import.meta.dirname, '../..')
  const population = filesIn('scripts/matching/population')
  const matcher = filesIn('shared/matching')

  test('no file of either reaches one of the other, by whatever way', () => {
    expect(population.length).toBeGreaterThan(10)
    expect(matcher.length).toBeGreaterThan(10)
    expect(reached(population).filter((file) => file.startsWith('shared/matching'))).toEqual([])
    expect(reached(matcher).filter((file) => file.startsWith('scripts') || file.startsWith('src-central'))).toEqual([])
    // What is read here finds imports at all.
    expect(reached(population)).toContain('src-central/demo/names/dutch.ts')
    expect(reached(['scripts/matching/classes.ts'])).toContain('shared/matching/finder.ts')
  })

  function filesIn(folder: string): readonly string[] {
    return globSync('**/*.{ts,json}', { cwd: join(root, folder) }).map((file) => join(folder, file))
  }

  /** The files and all that they import, and all that these import. */
  function reached(files: readonly string[]): readonly string[] {
    const seen = new Set(files)
    for (const file of seen) {
      if (!file.endsWith('.ts')) continue
      const text = readFileSync(join(root, file), 'utf8')
      for (const [, from = ''] of text.matchAll(/(?:from|import|import\(|URL\()\s*['"](\.[^'"]+)['"]/g)) {
        seen.add(relative(root, join(root, dirname(file), from)))
      }
    }
    return [...seen]
  }
})

import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { createFinder } from '../../shared/matching/finder.ts'
import { keysOf, trigramsOf } from '../../shared/matching/keys.ts'
import { type Person, prepare } from '../../shared/matching/person.ts'
import type { Verdict } from '../../shared/matching/score.ts'
import { labelledPopulation } from '../../scripts/matching/population/population.ts'
import type { Central } from '../../src-central/central.ts'
import { insertMany } from '../../src-central/database/insertMany.ts'
import { nightly } from '../../src-central/jobs/schedule.ts'
import { countPeople, loadFrequencies, refreshCounts } from '../../src-central/matching/counts.ts'
import { indexOutdated, indexPeople } from '../../src-central/matching/indexing.ts'
import { findSimilar } from '../../src-central/matching/similar.ts'
import { emptyCentral, newId } from '../helpers/central.ts'

let central: Central
beforeEach(async () => {
  central = await emptyCentral(() => new Date('2026-11-22T09:00:00.000Z'))
})

const nobody: Person = { lastName: null, firstName: null, birthDate: null, email: null, phone: null }
const sofie = {
  lastName: 'Vermeiren',
  firstName: 'Sofie',
  birthDate: '1988-03-14',
  email: 'sofie.v@voorbeeld.be',
  phone: '0470 11 22 33',
}
type Known = typeof sofie | (Omit<typeof sofie, 'birthDate' | 'email' | 'phone'> & Person)

/** Puts people into central's table and tells nobody of it, as another program would; answers their ids. */
async function know(people: readonly Known[]): Promise<readonly string[]> {
  const rows = people.map((person) => {
    const id = newId()
    return { id, login: `T${id}`, ...person, language: 'nl', version: 0, fieldVersions: {}, extra: {} }
  })
  await insertMany(central.db, 'candidate', rows)
  return rows.map(({ id }) => id)
}

async function found(person: Partial<Person>, options: { limit?: number; except?: readonly string[] } = {}) {
  const similar = await findSimilar(central.db, { ...nobody, ...person }, options)
  return similar.map(({ candidate }) => candidate.id)
}

const others = ['Claes', 'Dupont', 'Lambrechts', 'Kowalczyk', 'Nguyen'].flatMap((lastName, a) =>
  ['Tom', 'Jean-Pierre', 'Zoé', 'Godelieve'].map((firstName, b) => ({
    ...nobody,
    lastName,
    firstName,
    birthDate: `19${60 + a * 3}-0${1 + b}-${10 + a + b}`,
  })),
)

describe('somebody is found', () => {
  test.each<readonly [string, Partial<Person>]>([
    ['as he is', {}],
    ['with his names swapped', { lastName: 'Sofie', firstName: 'Vermeiren' }],
    ['misspelt, with another date', { lastName: 'Vermieren', birthDate: '1961-01-10' }],
    ['without a first name', { firstName: null }],
    ['without a birth date', { birthDate: null }],
    ['with marks of direction in his name', { lastName: '\u202bVermeiren\u202c' }],
    ['with 300 more characters behind his first name', { firstName: `Sofie ${'x'.repeat(300)}` }],
    ['by his e-mail alone', { ...nobody, email: 'SOFIE.V@voorbeeld.be' }],
    ['by his phone alone', { ...nobody, phone: '+32470112233' }],
  ])('%s', async (_what, change) => {
    await know(others)
    const [id] = await know([sofie])
    expect((await found({ ...sofie, ...change }))[0]).toBe(id)
  })

  test('and nobody without criteria', async () => {
    await know([...others, sofie])
    for (const asked of [
      {},
      { lastName: 'V', firstName: 'S' },
      { lastName: '-' },
      { birthDate: '1988' },
      { email: ' ' },
    ]) {
      expect(await found(asked), JSON.stringify(asked)).toEqual([])
    }
  })

  test('and nothing breaks on what no form sends', async () => {
    await know([...others, sofie])
    for (const lastName of ['\u0000\u0000', 'محمد العمراني', "'); drop table candidate", '�'.repeat(200), '\ud800a']) {
      expect(await found({ lastName, firstName: lastName, email: lastName, phone: lastName })).toEqual([])
    }
  })

  test('the likeliest first, at most as many as wanted, and never whom one has in hand', async () => {
    const birthDates = ['1988-03-14', '1988-03-24', '1988-03-15', null]
    const [same, ...rest] = await know(
      birthDates.map((birthDate) => ({ ...nobody, lastName: 'Vermeiren', firstName: 'Sofie', birthDate })),
    )
    const asked = { lastName: 'Vermeiren', firstName: 'Sofie', birthDate: '1988-03-14' }
    const all = await found(asked)
    expect(all[0]).toBe(same)
    expect(all).toHaveLength(4)
    expect(await found(asked, { limit: 2 })).toEqual(all.slice(0, 2))
    expect((await found(asked, { except: [same ?? ''] })).toSorted()).toEqual(rest.toSorted())
  })

  test('but never a record that was merged into another one', async () => {
    const [one, other] = await know([sofie, sofie])
    await central.db
      .updateTable('candidate')
      .set({ mergedInto: one ?? null })
      .where('id', '=', other ?? '')
      .execute()
    expect(await found(sofie)).toEqual([one])
  })
})

describe('nothing relies on writers who remember', () => {
  test('an edited person is found under the new name and no more under the old one', async () => {
    const [id] = await know([{ ...sofie, email: null, phone: null }, ...others])
    expect(await found({ lastName: 'Vermeiren' })).toEqual([id])
    await central.db
      .updateTable('candidate')
      .set({ lastName: 'Hadjidakis' })
      .where('id', '=', id ?? '')
      .execute()
    expect(await found({ lastName: 'Hadjidakis' })).toEqual([id])
    expect(await found({ lastName: 'Vermeiren' })).toEqual([])
  })

  test('whoever is made in a transaction is found in it, and by nobody when it is taken back', async () => {
    const made = central.db.transaction().execute(async (db) => {
      const own = newId()
      await db
        .insertInto('candidate')
        .values({ ...sofie, id: own, login: null, language: 'nl', fieldVersions: '{}', extra: '{}' })
        .execute()
      await indexPeople(db, [own, newId()])
      const similar = await findSimilar(db, sofie)
      expect(similar.map(({ candidate }) => candidate.id)).toEqual([own])
      throw new Error('taken back')
    })
    await expect(made).rejects.toThrow('taken back')
    expect(await found(sofie)).toEqual([])
  })

  test('rows of other keys, and people whom no trigger saw, are made anew when central starts', async () => {
    const [id] = await know([sofie])
    expect(await indexOutdated(central.db)).toBe(1)
    expect(await indexOutdated(central.db)).toBe(0)
    await central.db.updateTable('matching').set({ keysVersion: 0, keys: [], trigrams: [] }).execute()
    await central.db.deleteFrom('matchingList').execute()
    expect(await found(sofie)).toEqual([])
    expect(await indexOutdated(central.db)).toBe(1)
    expect(await found(sofie)).toEqual([id])
    await central.db.deleteFrom('matching').execute()
    expect(await indexOutdated(central.db)).toBe(1)
    expect(await found(sofie)).toEqual([id])
  })

  test('whoever came or changed after the last night is found beside those who were listed in it', async () => {
    const person = { ...nobody, lastName: 'Vermeiren', firstName: 'Sofie' }
    const [listed, edited] = await know([person, { ...person, lastName: 'Hadjidakis', firstName: 'Tom' }])
    await indexOutdated(central.db)
    await refreshCounts(central.db)
    await central.db.updateTable('matching').set({ keys: [] }).execute()
    expect(await found({ ...person, lastName: 'Vermieren' })).toEqual([listed])
    const [later] = await know([person])
    await central.db
      .updateTable('candidate')
      .set({ lastName: 'Vermeiren', firstName: 'Sofie' })
      .where('id', '=', edited ?? '')
      .execute()
    await indexPeople(central.db, [later ?? '', edited ?? ''])
    await central.db.updateTable('matching').set({ keys: [] }).execute()
    const all = await found({ ...person, lastName: 'Vermieren' })
    expect(new Set(all)).toEqual(new Set([listed, later, edited]))
  })

  test('a person who is erased leaves nothing behind', async () => {
    const [id] = await know([sofie])
    await indexOutdated(central.db)
    await central.db
      .deleteFrom('candidate')
      .where('id', '=', id ?? '')
      .execute()
    expect(await central.db.selectFrom('matching').selectAll().execute()).toEqual([])
    expect(await found(sofie)).toEqual([])
  })
})

describe('how common something is', () => {
  const countOf = async (field: 'lastName' | 'firstName' | 'email' | 'phone', text: string) =>
    (await loadFrequencies(central.db, 1, (frequencies) => frequencies.count(field, text))).count(field, text)

  test('is counted by night for names, and at once for e-mails and phones', async () => {
    const family = Array.from({ length: 9 }, () => sofie)
    await know(family)
    await nightly(central)
    await know([sofie])
    await findSimilar(central.db, sofie)
    expect(await countOf('lastName', 'vermeiren')).toBe(9)
    expect(await countOf('email', 'sofie.v@voorbeeld.be')).toBe(10)
    expect(await countOf('phone', '470112233')).toBe(10)
    expect(await countOf('phone', '470112234')).toBe(0)
    expect(await countPeople(central.db)).toBe(10)
    await refreshCounts(central.db)
    expect(await countOf('lastName', 'vermeiren')).toBe(10)
  })

  test('an office of a thousand is counted by night as well', async () => {
    const office = Array.from({ length: 1_000 }, (_, n) => ({
      ...nobody,
      lastName: `Name${n}`,
      firstName: 'Tom',
      email: 'hr@exemple.be',
    }))
    await know(office)
    await indexOutdated(central.db)
    expect(await countOf('email', 'hr@exemple.be')).toBe(1_000)
    await sql`delete from "matchingCount"`.execute(central.db)
    expect(await countOf('email', 'hr@exemple.be')).toBe(400)
  })
})

test('the work is bounded when 5,000 people are called the same, and 500 more since the last night', async () => {
  const namesakes = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...sofie,
      birthDate: `19${50 + (n % 50)}-0${1 + (n % 9)}-${10 + (n % 19)}`,
      email: `s${n}@voorbeeld.be`,
      phone: null,
    }))
  const [known] = await know([sofie, ...namesakes(5_000)])
  await indexOutdated(central.db)
  const asked = { ...sofie, email: null, phone: null }
  expect((await found(asked))[0]).toBe(known)
  await know(namesakes(500))
  expect((await found(asked))[0]).toBe(known)
  const { rows } = await sql`
    with person as (select keys, trigrams from matching where "candidateId" = ${known})
    select
      (select max(n)::int from (
        select count(*) as n from person, unnest(keys) as key, "peopleByKey"(key, 400) group by key) list) as keys,
      (select count(*)::int from person, unnest(trigrams) as trigram, "peopleByTrigram"(trigram, 400)) as later,
      (select max(cardinality(people)) from "matchingList") as listed`.execute(central.db)
  expect(rows).toEqual([{ keys: 400, later: trigramsOf(prepare(sofie)).length * 400, listed: 5_001 }])
})

describe('beside the finder in memory', () => {
  // Enough for the index to be made anew from all of them.
  const [persons, perClass] = [2_100, 2]
  const strong: ReadonlySet<Verdict> = new Set(['certain', 'probable'])

  /** Without the first letter of either name, and nothing else known: whoever has no key in common with himself then. */
  function withoutKeys(known: readonly (typeof nobody)[]): readonly Person[] {
    return known.flatMap((person) => {
      const { lastName, firstName } = person
      const asked: Person = { ...nobody, lastName: lastName?.slice(1) ?? null, firstName: firstName?.slice(1) ?? null }
      const keys = new Set(keysOf(prepare(person)))
      return keysOf(prepare(asked)).some((key) => keys.has(key)) ? [] : [asked]
    })
  }

  test('finds at least 99 of 100 whom it finds, with the same weight, by keys and by trigrams', async () => {
    const records = labelledPopulation({ persons, seed: 7, perClass })
    const known = records.filter(({ error }) => error === null).map(({ person }) => person)
    const finder = createFinder<Person>(known)
    const ids = await know(known)
    const idOf = new Map(known.map((person, at) => [person as Person, ids[at]]))
    await indexOutdated(central.db)
    const { rows } = await sql`select from pg_indexes where indexname = 'matchingKeys'`.execute(central.db)
    expect(rows).toHaveLength(1)

    /** How many of those whom the finder in memory names are named here too. */
    async function compared(asked: readonly Person[], counts: (verdict: Verdict) => boolean, least: number) {
      const pairs = { all: 0, found: 0, sameWeight: 0 }
      for (const person of asked) {
        const expected = finder.find(person).filter(({ match }) => counts(match.verdict))
        if (expected.length === 0) continue
        const similar = await findSimilar(central.db, person)
        for (const { person: other, match } of expected) {
          const same = similar.find(({ candidate }) => candidate.id === idOf.get(other))
          pairs.all += 1
          if (same && counts(same.match.verdict)) pairs.found += 1
          if (same && Math.abs(same.match.weight - match.weight) < 0.01) pairs.sameWeight += 1
        }
      }
      expect(pairs.found / pairs.all).toBeGreaterThanOrEqual(least)
      expect(pairs.sameWeight / pairs.all).toBeGreaterThanOrEqual(0.95)
      return pairs.all
    }
    const wrong = records.filter(({ error }) => error !== null).map(({ person }) => person)
    expect(await compared(wrong, (verdict) => strong.has(verdict), 0.99)).toBeGreaterThan(80)
    const noKeys = withoutKeys(known).slice(0, 40)
    const noNames = known.slice(0, 20).map(({ birthDate, phone }): Person => ({ ...nobody, birthDate, phone }))
    expect(await compared(noNames, (verdict) => verdict !== 'none', 0.99)).toBeGreaterThan(10)
    // Of the last of twenty that are judged, some are as good as the next.
    expect(await compared(noKeys, (verdict) => verdict !== 'none', 0.95)).toBeGreaterThan(30)
  }, 120_000)
})

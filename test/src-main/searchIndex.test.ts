import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchText, sortName } from '../../shared/candidate.ts'
import { alikeTo, lettersOf, nearTo, readQuery, spansOf } from '../../shared/search.ts'
import { fold } from '../../shared/text.ts'
import { createSearchIndex, type SearchedRow, type SortColumn } from '../../src-main/candidates/searchIndex.ts'

const person = (id: string, lastName: string, firstName: string, more: Partial<SearchedRow> = {}): SearchedRow => {
  const values = { login: null, email: null, birthDate: null, language: 'fr', ...more }
  const named = { lastName, firstName, phone: null, ...values, language: values.language as 'fr' }
  return { id, lastName, firstName, ...values, sortName: sortName(named), searchText: searchText(named) }
}
function indexOf(people: readonly SearchedRow[]) {
  const index = createSearchIndex()
  for (const row of people) index.put(row)
  const ask = (text: string, sort: SortColumn = 'name', descending = false) => {
    for (const _moment of index.prepare(sort)) continue
    const { places, resembling } = index.find({ query: readQuery(text), sort, descending, only: null })
    return { ids: places.map(index.idAt), resembling }
  }
  return { index, ask }
}

const centre = [
  person('vdb', 'Van den Broeck', 'Élise', { birthDate: '1988-03-14', login: 'VB44719025', email: 'e.vdb@exemple.be' }),
  person('glued', 'Vandenbroeck', 'Elias', { birthDate: '1979-01-21' }),
  person('bosch', 'Vandenbossche', 'Elsa'),
  person('wis', 'Wiśniewski', 'Piotr'),
  person('ngu', 'Nguyễn', 'Thị Hương'),
  person('lam', 'Lambert', 'Marie'),
  person('lammens', 'Lammens', 'Jan'),
  person('dup', 'Dupont', 'Marie'),
  person('jp', 'D’Hondt', 'Jean-Pierre', { birthDate: '1988-04-13' }),
]
const { ask } = indexOf(centre)

describe('what holds every word', () => {
  test.each([
    ['elise van den broeck', ['vdb']],
    ['BROECK ÉLISE', ['vdb']],
    ['vandenbroeck', ['vdb', 'glued']],
    ['vandenbroeck elise', ['vdb']],
    ['14/03/1988', ['vdb']],
    ['14.3.1988', ['vdb']],
    ['14/03', ['vdb']],
    ['14/03/19', ['vdb']],
    ['vb4471', ['vdb']],
    ['e.vdb@exemple', ['vdb']],
    ['nguyen huong', ['ngu']],
    ['jeanpierre dhondt', ['jp']],
    ['d', ['dup', 'jp', 'vdb', 'glued', 'bosch']],
  ])('%s', (text, ids) => {
    const found = ask(text)
    expect(found.resembling).toBe(false)
    expect(found.ids.toSorted()).toEqual([...ids].toSorted())
  })

  test('stands in the order of the names', () => expect(ask('mari').ids).toEqual(['dup', 'lam']))

  test('13/04/1988 is not 14/03/1988 with other letters', () => expect(ask('13/04/1988').ids).toEqual(['jp']))
})

describe('what only resembles', () => {
  test.each([
    ['vandenbroek elise', 'vdb'],
    ['van den broek elise', 'vdb'],
    ['elise vandenbroek', 'vdb'],
    ['wisnievski', 'wis'],
    ['wisniewsky piotr', 'wis'],
    ['nguyen hunog', 'ngu'],
    ['lambret', 'lam'],
    ['lambret marie', 'lam'],
  ])('%s finds first', (text, id) => {
    const { ids, resembling } = ask(text)
    expect(resembling).toBe(true)
    expect(ids[0]).toBe(id)
  })

  test('is ranked by nearness, and nobody of another name is among it', () => {
    const { ids } = ask('vandenbroek elise')
    expect(ids.indexOf('glued')).toBeGreaterThan(0)
    expect(ids).not.toContain('dup')
    expect(ask('lambret marie').ids).not.toContain('dup')
  })

  test('a birth date is never guessed', () => {
    expect(ask('lambret 01/01/1901')).toEqual({ ids: [], resembling: false })
    expect(ask('01/01/1901')).toEqual({ ids: [], resembling: false })
    expect(ask('vandenbroek 14/03/1988').ids).toEqual(['vdb'])
  })

  test('nothing like it is nobody', () => expect(ask('xylophone')).toEqual({ ids: [], resembling: false }))
})

describe('the order', () => {
  test('of another column has who lacks it last, whichever way round', () => {
    const born = [...centre].filter((row) => row.birthDate !== null)
    const up = born.toSorted((a, b) => ((a.birthDate ?? '') < (b.birthDate ?? '') ? -1 : 1)).map(({ id }) => id)
    expect(ask('', 'birthDate').ids.slice(0, 3)).toEqual(up)
    expect(ask('', 'birthDate', true).ids.slice(0, 3)).toEqual(up.toReversed())
    expect(ask('', 'birthDate', true).ids).toHaveLength(centre.length)
  })
})

const ids = 'abcdefgh'.split('')
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', ' '), minLength: 1, maxLength: 10 })
const anybody = fc.record({
  id: fc.constantFrom(...ids),
  lastName: letters,
  firstName: letters,
  email: fc.option(fc.constantFrom('a@x.be', 'b@x.be')),
})

describe('whatever comes, changes and goes', () => {
  test('the index holds exactly the people there are, in order, and finds who holds the words', () => {
    const acts = fc.array(fc.oneof(fc.record({ put: anybody }), fc.record({ remove: fc.constantFrom(...ids) })))
    fc.assert(
      fc.property(acts, letters, fc.constantFrom<SortColumn>('name', 'email'), (all, text, sort) => {
        const { index, ask } = indexOf([])
        ask('', sort)
        const truth = new Map<string, SearchedRow>()
        for (const act of all) {
          if ('put' in act) {
            const row = person(act.put.id, act.put.lastName, act.put.firstName, { email: act.put.email })
            index.put(row)
            truth.set(row.id, row)
          } else {
            index.remove(act.remove)
            truth.delete(act.remove)
          }
        }
        const key = (row: SearchedRow) => `${sort === 'email' ? (row.email ?? '~') : ''} ${row.sortName} ${row.id}`
        const sorted = [...truth.values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
        expect(ask('', sort).ids).toEqual(sorted.map(({ id }) => id))
        const words = fold(text).split(' ').filter(Boolean)
        const holding = sorted.filter((row) => words.every((word) => row.searchText.includes(word))).map(({ id }) => id)
        const found = ask(text, sort)
        if (!found.resembling) expect(found.ids).toEqual(expect.arrayContaining(holding))
        else expect(holding).toEqual([])
      }),
    )
  })
})

describe('nearness', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop'.split('')), minLength: 4, maxLength: 20 })
  const near = (typed: string, name: string) => nearTo(typed)(name, lettersOf(name))

  test('a name is nearest to itself', () =>
    fc.assert(
      fc.property(word, (name) => {
        expect(near(name, name)).toBe(1)
      }),
    ))

  test('one slip is near, and never as near as none', () =>
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('leave', 'swap', 'other'), (name, where, kind) => {
        const at = where % (name.length - 1)
        const typed = {
          leave: `${name.slice(0, at)}${name.slice(at + 1)}`,
          swap: `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`,
          other: `${name.slice(0, at)}z${name.slice(at + 1)}`,
        }[kind]
        fc.pre(typed.length >= 4 && typed !== name)
        expect(near(typed, name)).toBeGreaterThan(0.5)
        expect(near(typed, name)).toBeLessThan(1)
      }),
    ))

  test('is a share, whatever is compared', () =>
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (typed, name) => {
        const words = readQuery(typed).words
        const spans = spansOf(words)
        const share = alikeTo(spans)(spans.map(({ word }) => near(word, fold(name))))
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    ))
})

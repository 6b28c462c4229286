import { describe, expect, test } from 'vitest'
import { judge, matchedPairs, searchAll } from '../../scripts/matching/evaluate.ts'
import { columnsSchema, readPeople, type Row, Unreadable } from '../../scripts/matching/people.ts'
import { truthOfColumn, truthOfPairs } from '../../scripts/matching/truth.ts'

const bytes = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))
const columns = columnsSchema.parse({ lastName: 'surname', firstName: 'given name', birthDate: 'born', email: 'mail' })

const people = bytes(
  'number , surname , given name, born, mail',
  'rec-1-org, vermeiren , sofie, 19880314, NA',
  'rec-1-dup-0, sofie, vermeiren, 14/03/1988, ',
  'rec-2-org, claes, tom, 1986-05-02, tom@example.be',
  'rec-2-dup-0, claess, tom, 1986-05-02, tom@example.be',
  'rec-3-org, dupont, anne, 19740470, NA',
  'rec-4-org, lambrechts, bram, 1990, NA',
)
const rows = readPeople(people, columns)
const personsOf = (of: readonly Row[]): readonly Row['person'][] => of.map(({ person }) => person)

describe('a set of people', () => {
  test('is read with headers and cells trimmed, NA empty, and the dates of every layout', () => {
    expect(rows[0]?.person).toMatchObject({
      lastName: 'vermeiren',
      firstName: 'sofie',
      birthDate: '1988-03-14',
      email: null,
    })
    expect(rows.map(({ person }) => person.birthDate)).toEqual([
      '1988-03-14',
      '1988-03-14',
      '1986-05-02',
      '1986-05-02',
      '1974-04-70',
      '1990',
    ])
  })

  test('may lack columns, but not those that the map names', () => {
    expect(readPeople(people, { lastName: 'surname' })[2]?.person).toMatchObject({ lastName: 'claes', firstName: null })
    expect(() => readPeople(people, { lastName: 'name' })).toThrow(Unreadable)
  })
})

describe('the truth', () => {
  const pairs = new Set(['0 1', '2 3'])

  test('of a column is equality without -org and -dup-N', () => {
    expect(truthOfColumn('number', rows, null)).toEqual(pairs)
    expect(() => truthOfColumn('who', rows, null)).toThrow(Unreadable)
  })

  test('across two files counts only pairs of one with the other', () => {
    expect(truthOfColumn('number', rows.slice(0, 3), rows.slice(3))).toEqual(new Set(['2 3']))
  })

  test('of a file of pairs is read whatever its headers, in any order of the two', () => {
    const file = bytes(
      'left,source,right,clerical score',
      'rec-1-dup-0,x,rec-1-org,1.0',
      'rec-2-org,x,rec-2-dup-0,0.5',
      'rec-3-org,x,rec-4-org,0.2',
    )
    expect(truthOfPairs(file, undefined, rows, null)).toEqual(pairs)
    expect(truthOfPairs(file, 'number', rows, null)).toEqual(pairs)
  })

  test('of pairs without a score is all of them, and one by other ids is refused', () => {
    expect(truthOfPairs(bytes('a,b', 'rec-1-dup-0,rec-1-org', 'rec-2-org,rec-2-dup-0'), undefined, rows, null)).toEqual(
      pairs,
    )
    expect(() => truthOfPairs(bytes('a,b', '77,78'), undefined, rows, null)).toThrow(Unreadable)
  })

  test('of pairs across two files has the second file behind the first', () => {
    const file = bytes('a,b,is_match', 'rec-2-dup-0,rec-2-org,true', 'rec-1-org,rec-3-org,false')
    expect(truthOfPairs(file, undefined, rows.slice(0, 3), rows.slice(3))).toEqual(new Set(['2 3']))
  })
})

describe('a run', () => {
  test('finds who is recorded twice and says what was missed, and why', () => {
    const search = searchAll(personsOf(rows), null)
    const matched = matchedPairs(search, null)
    expect(matched).toEqual(new Set(['0 1', '2 3']))
    const evaluation = judge(search, matched, new Set([...matched, '4 5']))
    expect(evaluation).toMatchObject({ records: 6, truePairs: 3, found: 2, precision: 1, recall: 0.6667, f1: 0.8 })
    expect(evaluation.misses).toEqual({ 'lastName differs, firstName differs, birthDate generation': 1 })
  })

  test('across two files finds nobody within one', () => {
    const [one, other] = [rows.slice(0, 3), rows.slice(3)]
    const search = searchAll(personsOf(one), personsOf(other))
    expect(matchedPairs(search, one.length)).toEqual(new Set(['2 3']))
  })

  test('over no people is no fault', () => {
    const search = searchAll([], null)
    expect(judge(search, matchedPairs(search, null), new Set())).toMatchObject({ records: 0, found: 0, f1: 1 })
  })
})

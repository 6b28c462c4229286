import { readText } from '../../shared/delimited.ts'
import { readTable } from '../../src-central/load/table.ts'
import { type Row, Unreadable } from './people.ts'

/** Which rows are one person: pairs of row numbers; those of a second file go on where the first one ends. */
export type Truth = ReadonlySet<string>

export const pairOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** The pairs of those who have the same value; an empty one is nobody's. */
export function pairsOf(people: readonly string[], boundary = people.length): Truth {
  const numbers = new Map<string, number[]>()
  for (const [number, person] of people.entries()) {
    if (person !== '') numbers.set(person, [...(numbers.get(person) ?? []), number])
  }
  const pairs = new Set<string>()
  for (const same of numbers.values()) {
    for (const [index, a] of same.entries()) {
      for (const b of same.slice(index + 1)) {
        if (boundary === people.length || a < boundary !== b < boundary) pairs.add(pairOf(a, b))
      }
    }
  }
  return pairs
}

/** Two rows are one person when the column is equal but for a final `-org` or `-dup-3`. */
export function truthOfColumn(column: string, rows: readonly Row[], others: readonly Row[] | null): Truth {
  const people = [...rows, ...(others ?? [])].map(({ cells }) => {
    const person = cells[column]
    if (person === undefined) throw new Unreadable(`no such column: ${column}`)
    return person.replace(/-(?:org|dup-\d+)$/, '')
  })
  return pairsOf(people, others ? rows.length : people.length)
}

const SCORE = /score|label|match|prob|truth|same|dup/i

/**
 * The truth from a file of pairs whose headers nobody knows.
 *
 * The ids are the first two columns in which nearly every value is an id of a row; of a row that is the value of the
 * column `id` of the map, or of the first column whose values are all different and occur in the file. A column of
 * numbers named like a score or label says which pairs are true: those of at least 0.5; without one all are.
 */
export function truthOfPairs(
  bytes: Uint8Array,
  id: string | undefined,
  rows: readonly Row[],
  others: readonly Row[] | null,
): Truth {
  const { header, lines } = readTable(readText(bytes))
  const column = (at: number): readonly string[] => lines.map(({ cells }) => cells[at] ?? '')
  const columns = header.map((_, at) => column(at))
  const here = idsOf(rows, 0, id, columns)
  const there = others ? idsOf(others, rows.length, id, columns) : here
  const [first, second] = pairColumns(columns, here, there)
  const score = header.findIndex(
    (name, at) => at !== first && at !== second && SCORE.test(name) && isScore(columns[at] ?? []),
  )
  const pairs = new Set<string>()
  for (const { cells } of lines) {
    let [a, b] = [here.get(cells[first] ?? ''), there.get(cells[second] ?? '')]
    if (others && (a === undefined || b === undefined))
      [a, b] = [here.get(cells[second] ?? ''), there.get(cells[first] ?? '')]
    if (a === undefined || b === undefined || a === b) continue
    if (score === -1 || isTrue(cells[score] ?? '')) pairs.add(pairOf(a, b))
  }
  return pairs
}

const isTrue = (text: string): boolean => /^(?:true|yes|match|y|t)$/i.test(text) || Number(text) >= 0.5

const isScore = (values: readonly string[]): boolean =>
  values.length > 0 &&
  values.every(
    (value) =>
      /^(?:true|false|yes|no|match|y|n|t|f)$/i.test(value) ||
      (value !== '' && Number(value) <= 1 && Number(value) >= 0),
  )

function idsOf(
  rows: readonly Row[],
  from: number,
  id: string | undefined,
  columns: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const names = id === undefined ? Object.keys(rows[0]?.cells ?? {}) : [id]
  const wanted = columns.map((values) => new Set(values))
  let best: ReadonlyMap<string, number> = new Map()
  let most = 0
  for (const name of names) {
    const numbers = new Map(rows.map(({ cells }, number) => [cells[name] ?? '', from + number]))
    const known = Math.max(0, ...wanted.map((values) => [...values].filter((value) => numbers.has(value)).length))
    if (known > most && (id !== undefined || numbers.size === rows.length)) [best, most] = [numbers, known]
  }
  if (most === 0) throw new Unreadable('no column of the people holds the ids of the pairs; name it as "id" in the map')
  return best
}

function pairColumns(
  columns: readonly (readonly string[])[],
  here: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
): readonly [number, number] {
  const isId = (value: string): boolean => here.has(value) || there.has(value)
  const fitting = columns.flatMap((values, at) =>
    values.length > 0 && values.filter(isId).length * 2 > values.length ? [at] : [],
  )
  const [first, second] = fitting
  if (first === undefined || second === undefined) throw new Unreadable('the pairs need two columns of ids')
  return [first, second]
}

import { expectedMatches, kinShares } from '../../shared/matching/estimate.ts'
import { createFinder } from '../../shared/matching/finder.ts'
import type { Frequencies } from '../../shared/matching/frequencies.ts'
import { groupRecords, type Link } from '../../shared/matching/groups.ts'
import { type Person, prepare, type Prepared } from '../../shared/matching/person.ts'
import { compare, weigh } from '../../shared/matching/score.ts'
import { learnedWeights, type Weights } from '../../shared/matching/weights.ts'
import { kindOf } from './kinds.ts'
import { pairOf, type Truth } from './truth.ts'

/** One person may have more records than the ten that the product shows. */
const LIMIT = 30

/** All the people of one file or two, what the finder says of them, and how long it took. */
export interface Search {
  readonly people: readonly Prepared[]
  readonly links: readonly Link[]
  readonly frequencies: Frequencies
  /** Milliseconds of each look-up, sorted. */
  readonly times: Float64Array
}

/** Looks every person up among all the others, or those of the first file among those of the second. */
export function searchAll(
  persons: readonly Person[],
  others: readonly Person[] | null,
  weights: Weights = learnedWeights,
): Search {
  const finder = createFinder(others ?? persons, { weights })
  const all = others ? [...persons, ...others] : persons
  const numbers = new Map(
    (others ?? persons).map((person, number) => [person, others ? persons.length + number : number]),
  )
  const links = new Map<string, Link>()
  const times = new Float64Array(persons.length)
  for (const [a, person] of persons.entries()) {
    const from = performance.now()
    const found = finder.find(person, LIMIT)
    times[a] = performance.now() - from
    for (const { person: other, match } of found) {
      const b = numbers.get(other) ?? a
      links.set(pairOf(a, b), { a, b, weight: match.weight })
    }
  }
  const people = all.map((person) => prepare(person))
  return {
    people,
    ...adapted([...links.values()], people, finder.frequencies, others !== null, weights),
    times: times.toSorted(),
  }
}

/** The same links, weighed with what they say of the set as a whole. */
function adapted(
  links: readonly Link[],
  people: readonly Prepared[],
  counted: Frequencies,
  across: boolean,
  weights: Weights,
): Pick<Search, 'links' | 'frequencies'> {
  const { records } = counted
  const count: Frequencies['count'] = (field, text) => counted.count(field, text)
  const reweigh = (frequencies: Frequencies): readonly Link[] =>
    links.map(({ a, b }) => ({
      a,
      b,
      weight: weigh(people[a] as Prepared, people[b] as Prepared, frequencies, weights),
    }))
  const shares = kinShares(links, people, counted, weights)
  const again = reweigh({ records, count, ...shares })
  const searching = across ? people.length - records : records
  const matches = expectedMatches(again, searching, across ? 1 : 2, weights.matches)
  const frequencies = { records, count, ...shares, matches }
  return { links: reweigh(frequencies), frequencies }
}

/** The pairs that are one person: what is probable or better, taken together person by person. */
export function matchedPairs(
  { people, links, frequencies }: Search,
  boundary: number | null,
  weights: Weights = learnedWeights,
): ReadonlySet<string> {
  const known = new Map(links.map(({ a, b, weight }) => [pairOf(a, b), weight]))
  const weightOf = (a: number, b: number): number => {
    const pair = pairOf(a, b)
    const weight = known.get(pair) ?? weigh(people[a] as Prepared, people[b] as Prepared, frequencies, weights)
    known.set(pair, weight)
    return weight
  }
  const pairs = new Set<string>()
  for (const group of groupRecords(links, weightOf, { threshold: weights.thresholds.probable, ...weights.groups })) {
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) {
        if (boundary === null || a < boundary !== b < boundary) pairs.add(pairOf(a, b))
      }
    }
  }
  return pairs
}

/** What a run says, the last line of its output. */
export interface Evaluation {
  readonly records: number
  readonly truePairs: number
  readonly found: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly misses: Readonly<Record<string, number>>
}

export function judge(search: Search, matched: ReadonlySet<string>, truth: Truth): Evaluation {
  const hits = [...matched].filter((pair) => truth.has(pair)).length
  const precision = matched.size === 0 ? 1 : hits / matched.size
  const recall = truth.size === 0 ? 1 : hits / truth.size
  const at = (share: number): number => rounded(search.times[Math.floor(search.times.length * share)] ?? 0)
  return {
    records: search.people.length,
    truePairs: truth.size,
    found: matched.size,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    misses: missesOf(search, matched, truth),
  }
}

/** The true pairs that were not matched, by what sets their records apart, the most frequent first. */
function missesOf({ people, frequencies }: Search, matched: ReadonlySet<string>, truth: Truth): Record<string, number> {
  const misses = new Map<string, number>()
  for (const pair of truth) {
    if (matched.has(pair)) continue
    const [one, other] = pair.split(' ').map((number) => people[Number(number)])
    if (!one || !other) continue
    const kind = kindOf(compare(one, other, frequencies).reasons)
    misses.set(kind, (misses.get(kind) ?? 0) + 1)
  }
  return Object.fromEntries([...misses].toSorted(([, a], [, b]) => b - a))
}

const rounded = (value: number): number => Number(value.toFixed(4))

import { createFrequencies, type Frequencies } from './frequencies.ts'
import { criteriaOf, keysOf, trigramsOf } from './keys.ts'
import { createNameReader } from './name.ts'
import { type Person, prepare, type Prepared } from './person.ts'
import { createChains, createLists, hashOf, MOST_COLLECTED } from './postings.ts'
import { compare, type Match, verdictOf, weigh } from './score.ts'
import { learnedWeights, type Weights } from './weights.ts'

export interface Found<P extends Person> {
  readonly person: P
  readonly match: Match
}

export interface Finder<P extends Person> {
  readonly frequencies: Frequencies
  add(person: P): void
  remove(person: P): void
  /** Who may be this person, the likeliest first; he himself, when he is among the people, is not. */
  find(person: Person, limit?: number): readonly Found<P>[]
}

export interface FinderOptions {
  readonly weights?: Weights
  /** Of whom the weight of a name is counted; of the people of the finder when it is not given. */
  readonly frequencies?: Frequencies
}

// Bounds of one search, whatever the number of people.
const MOST_TRIGRAM_ENTRIES = 8_000
const MOST_TOUCHED = 16_000
const MOST_BY_KEYS = 25
const MOST_BY_TRIGRAMS = 10

/**
 * Finds people in memory, by keys and by trigrams: each finds people whom the other misses.
 *
 * Looking up and judging are apart. What is looked up costs the same for a thousand people and for a million: a key that
 * many share is not followed, of the trigrams only the rarest are, and no more than thirty-five are judged. Only these
 * are prepared: a record costs its entries in the lists, some 400 bytes.
 */
export function createFinder<P extends Person>(people: Iterable<P>, options: FinderOptions = {}): Finder<P> {
  const weights = options.weights ?? learnedWeights
  const names = createNameReader()
  const counting = createFrequencies()
  const frequencies = options.frequencies ?? counting
  const keys = createChains()
  const trigrams = createLists()
  const persons: (P | undefined)[] = []
  const numbers = new Map<Person, number>()
  let scores = new Float32Array(1024)
  const touched = new Int32Array(MOST_TOUCHED)

  function add(person: P): void {
    if (numbers.has(person)) return
    const ready = prepare(person, names)
    const number = persons.length
    numbers.set(person, number)
    persons.push(person)
    counting.add(ready)
    for (const key of keysOf(ready)) keys.add(hashOf(key), number)
    for (const trigram of trigramsOf(ready)) trigrams.add(hashOf(trigram), number)
    if (persons.length > scores.length) scores = new Float32Array(scores.length * 2)
  }

  function remove(person: P): void {
    const number = numbers.get(person)
    if (number === undefined) return
    counting.remove(prepare(person, names))
    numbers.delete(person)
    persons[number] = undefined
  }

  /** Adds up what the lists say of each person and returns the best; `scores` is all zeros before and after. */
  function best(lists: Iterable<Int32Array>, most: number): readonly number[] {
    let count = 0
    for (const list of lists) {
      const worth = Math.log2(1 + persons.length / list.length)
      for (const number of list) {
        const score = scores[number] as number
        if (score === 0) {
          if (count === touched.length) continue
          touched[count] = number
          count += 1
        }
        scores[number] = score + worth
      }
    }
    const chosen = highest(touched.subarray(0, count), scores, most)
    for (let at = 0; at < count; at += 1) scores[touched[at] as number] = 0
    return chosen
  }

  function* byKeys(person: Prepared): Generator<Int32Array> {
    for (const key of keysOf(person)) {
      const list = keys.list(hashOf(key))
      if (list.length < MOST_COLLECTED) yield list
    }
  }

  function* byTrigrams(person: Prepared): Generator<Int32Array> {
    const lists = trigramsOf(person).map((trigram) => trigrams.list(hashOf(trigram)))
    let left = MOST_TRIGRAM_ENTRIES
    for (const list of lists.filter(({ length }) => length > 0).toSorted((a, b) => a.length - b.length)) {
      left -= list.length
      if (left < 0) return
      yield list
    }
  }

  function find(person: Person, limit = 10): readonly Found<P>[] {
    const asked = prepare(person, names)
    if (!criteriaOf(asked)) return []
    const candidates = new Set([...best(byKeys(asked), MOST_BY_KEYS), ...best(byTrigrams(asked), MOST_BY_TRIGRAMS)])
    const weighed: { readonly found: P; readonly other: Prepared; readonly weight: number }[] = []
    for (const number of candidates) {
      const found = persons[number]
      if (!found || found === person) continue
      const other = prepare(found, names)
      const weight = weigh(asked, other, frequencies, weights)
      if (verdictOf(weight, weights) !== 'none') weighed.push({ found, other, weight })
    }
    return weighed
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, limit)
      .map(({ found, other }) => ({ person: found, match: compare(asked, other, frequencies, weights) }))
  }

  for (const person of people) add(person)
  return { frequencies, add, remove, find }
}

/** The numbers with the highest scores, in no order: cut where a count by score, in steps, reaches `most`. */
function highest(numbers: Int32Array, scores: Float32Array, most: number): readonly number[] {
  if (numbers.length <= most) return [...numbers]
  const steps = new Int32Array(STEPS)
  const stepOf = (number: number): number => Math.min(STEPS - 1, Math.floor((scores[number] as number) * STEPS_A_BIT))
  for (const number of numbers) steps[stepOf(number)] = (steps[stepOf(number)] as number) + 1
  let least = STEPS - 1
  for (let sum = steps[least] as number; least > 0 && sum < most; sum += steps[least] as number) least -= 1
  const chosen: number[] = []
  const level: number[] = []
  for (const number of numbers) {
    const step = stepOf(number)
    if (step > least) chosen.push(number)
    else if (step === least && level.length < most) level.push(number)
  }
  return [...chosen, ...level.slice(0, most - chosen.length)]
}

const STEPS = 2048
const STEPS_A_BIT = 8

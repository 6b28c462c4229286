import { readFileSync } from 'node:fs'
import { dateLevel, dateLevels } from '../../shared/matching/birthDate.ts'
import { contactLevels, emailLevel, numberLevel, placeLevel } from '../../shared/matching/contact.ts'
import { createFrequencies } from '../../shared/matching/frequencies.ts'
import { lengthOf, nameLevel, type NameLevel, nameLevels } from '../../shared/matching/name.ts'
import { prepare, type Prepared } from '../../shared/matching/person.ts'
import { compare } from '../../shared/matching/score.ts'
import { learnedWeights, type Weights } from '../../shared/matching/weights.ts'
import type { Row } from './people.ts'
import { pairOf, type Truth } from './truth.ts'

/** What is taken for granted where the sets show little. */
interface Assumed {
  readonly match: Weights['match']
  readonly stranger: Weights['match']
}
const assumed = JSON.parse(readFileSync(new URL('assumed.json', import.meta.url), 'utf8')) as Assumed

export interface Labelled {
  readonly rows: readonly Row[]
  readonly others: readonly Row[] | null
  readonly truth: Truth
}

const contactFields = ['email', 'phone', 'address', 'postcode', 'locality', 'identifier'] as const
const levelOf = {
  email: emailLevel,
  phone: numberLevel,
  address: placeLevel,
  postcode: numberLevel,
  locality: placeLevel,
  identifier: numberLevel,
}

type Counts = Record<string, Record<string, number>>

const count = (counts: Counts, field: string, level: string, by = 1): void => {
  const levels = (counts[field] ??= {})
  levels[level] = (levels[level] ?? 0) + by
}

/** What two records of one person look like: how often each level of each field occurs among the true pairs. */
function countMatches({ rows, others, truth }: Labelled, weights: Weights): Counts {
  const counts: Counts = {}
  const [here, there] = prepareAll(rows, others)
  const frequencies = createFrequencies()
  for (const person of there) frequencies.add(person)
  for (const pair of truth) {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    const [one, other] = [here[a], there[others ? b - rows.length : b]]
    if (!one || !other) continue
    const { reasons } = compare(one, other, frequencies, weights)
    for (const { field, code } of reasons) {
      if (code === 'perhapsTwins' || code === 'perhapsRelatives') continue
      count(counts, field, code === 'sharedByMany' ? 'same' : code)
    }
    count(counts, 'names', reasons.some(({ code }) => code === 'swapped') ? 'swapped' : 'straight')
  }
  return counts
}

/** What two people look like who have nothing to do with each other. */
function countStrangers({ rows, others, truth }: Labelled, pairs: number, shortest: number, lengths: number): Counts {
  const counts: Counts = {}
  const [here, there] = prepareAll(rows, others)
  const random = randomNumbers(7)
  for (let drawn = 0; drawn < pairs; drawn += 1) {
    const [a, b] = [Math.floor(random() * here.length), Math.floor(random() * there.length)]
    const [one, other] = [here[a], there[b]]
    if (!one || !other || (!others && a === b) || truth.has(pairOf(a, others ? rows.length + b : b))) continue
    for (const field of ['lastName', 'firstName'] as const) {
      const [x, y] = [one[field], other[field]]
      if (x && y)
        count(
          counts,
          `${field}${Math.min(Math.max(lengthOf(x, y), shortest), shortest + lengths - 1)}`,
          nameLevel(x, y),
        )
    }
    if (one.birthDate && other.birthDate) count(counts, 'birthDate', dateLevel(one.birthDate, other.birthDate))
    for (const field of contactFields) {
      const [x, y] = [one[field], other[field]]
      if (x && y) count(counts, field, levelOf[field](x, y))
    }
  }
  return counts
}

const prepareAll = (
  rows: readonly Row[],
  others: readonly Row[] | null,
): readonly [readonly Prepared[], readonly Prepared[]] => {
  const here = rows.map(({ person }) => prepare(person))
  return [here, others ? others.map(({ person }) => prepare(person)) : here]
}

/** The same numbers in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The shares of the levels of a field, each set weighing the same, drawn towards what is assumed while little is known. */
function shares<L extends string>(
  sets: readonly Counts[],
  field: string,
  levels: readonly L[],
  assumed: Readonly<Record<L, number>>,
  worth: number,
): Record<L, number> {
  const known = sets
    .map((counts) => counts[field] ?? {})
    .map((counts) => ({ counts, sum: levels.reduce((sum, level) => sum + (counts[level] ?? 0), 0) }))
    .filter(({ sum }) => sum > 0)
  const all = levels.map((level) => {
    const each = known.map(({ counts, sum }) => ((counts[level] ?? 0) + worth * assumed[level]) / (sum + worth))
    return each.length === 0 ? assumed[level] : each.reduce((a, b) => a + b, 0) / each.length
  })
  const total = all.reduce((a, b) => a + b, 0)
  return Object.fromEntries(levels.map((level, at) => [level, rounded((all[at] ?? 0) / total)])) as Record<L, number>
}

/** The shares of every way to reach a person. */
const contactShares = (
  sets: readonly Counts[],
  assumed: Weights['match']['contacts'],
  worth: number,
): Weights['match']['contacts'] =>
  Object.fromEntries(
    contactFields.map((field) => [field, shares(sets, field, contactLevels, assumed[field], worth)]),
  ) as Weights['match']['contacts']

const rounded = (share: number): number => Number(share.toPrecision(3))

const LENGTHS = 7

/** New weights from labelled sets. What no set shows stays as it was. */
export function learn(sets: readonly Labelled[], start: Weights = learnedWeights, pairs = 400_000): Weights {
  const strangers = sets.map((set) => countStrangers(set, pairs, start.shortestName, LENGTHS))
  let weights: Weights = start
  for (let round = 0; round < 3; round += 1) {
    const matches = sets.map((set) => countMatches(set, weights))
    const names = matches
      .map((counts) => counts['names'] ?? {})
      .map(({ swapped = 0, straight = 0 }) => swapped / Math.max(1, swapped + straight))
    weights = {
      ...start,
      swapped: rounded(Math.max(0.005, names.reduce((a, b) => a + b, 0) / Math.max(1, names.length))),
      match: {
        lastName: shares(matches, 'lastName', nameLevels, assumed.match.lastName, 20),
        firstName: shares(matches, 'firstName', nameLevels, assumed.match.firstName, 20),
        birthDate: shares(matches, 'birthDate', dateLevels, assumed.match.birthDate, 20),
        contacts: contactShares(matches, assumed.match.contacts, 20),
      },
      stranger: {
        lastName: byLength(strangers, 'lastName', start.shortestName),
        firstName: byLength(strangers, 'firstName', start.shortestName),
        birthDate: shares(strangers, 'birthDate', dateLevels, assumed.stranger.birthDate, 100_000),
        contacts: contactShares(strangers, assumed.stranger.contacts, 20_000),
      },
    }
  }
  const { contacts } = weights.stranger
  const email = { ...contacts.email, alike: Math.max(contacts.email.alike, EMAIL_AFTER_NAME) }
  return { ...weights, stranger: { ...weights.stranger, contacts: { ...contacts, email } } }
}

/** Addresses are made of names: of strangers with one name so many have addresses alike, which no random pair shows. */
const EMAIL_AFTER_NAME = 0.01

function byLength(
  strangers: readonly Counts[],
  field: 'lastName' | 'firstName',
  shortest: number,
): Weights['stranger']['lastName'] {
  const each = Array.from({ length: LENGTHS }, (_, more) =>
    shares(strangers, `${field}${shortest + more}`, nameLevels, assumed.stranger[field], 2000),
  )
  return Object.fromEntries(
    nameLevels.map((level) => [level, each.map((lengths) => lengths[level])] as const),
  ) as Record<NameLevel, number[]>
}

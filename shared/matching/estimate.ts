import { dateLevel } from './birthDate.ts'
import { type Frequencies, shareOfName } from './frequencies.ts'
import type { Link } from './groups.ts'
import { nameLevel, type NameLevel } from './name.ts'
import type { Prepared } from './person.ts'
import { learnedWeights } from './weights.ts'

const ROUNDS = 20
const [FEWEST, MOST] = [0.02, 20]

/**
 * How many other records of himself a record has, by the weights of all links: the prior of the model, found by
 * expectation and maximisation. `sides` is how many records of one link look for another: 2 within one set, 1 across.
 */
export function expectedMatches(links: readonly Link[], records: number, sides: 1 | 2, assumed: number): number {
  let matches = assumed
  for (let round = 0; round < ROUNDS; round += 1) {
    const shift = Math.log2(matches / assumed)
    let sum = 0
    for (const { weight } of links) sum += 1 / (1 + 2 ** -(weight + shift))
    matches = Math.min(MOST, Math.max(FEWEST, (sides * sum + assumed * SOME) / (records + SOME)))
  }
  return matches
}

/** Of how many records the assumption is worth. */
const SOME = 20

/** What only the people searched can tell of the pairs that look like kin: how many of them are two people. */
export interface KinShares {
  readonly twinShare: number
  readonly namesakeShare: number
}

/**
 * How many of those who look like twins, or like father and son, are two people.
 *
 * Twins as many as are born, and no more: where many more pairs differ in the first name alone, it is the records that
 * are damaged. Fathers and sons as many as are left over when a generation lies between replaced dates about as often
 * as less or more.
 */
export function kinShares(
  links: readonly Link[],
  people: readonly Prepared[],
  frequencies: Frequencies,
  assumed: KinShares = learnedWeights,
): KinShares {
  const seen = { twins: 0, generation: 0, otherDate: 0 }
  for (const { a, b } of links) {
    const [one, other] = [people[a], people[b]]
    if (!one || !other || !isWhole(one) || !isWhole(other)) continue
    const rare = (field: 'lastName' | 'firstName'): number =>
      shareOfName(frequencies, field, one[field].text) * frequencies.records
    const date = dateLevel(one.birthDate, other.birthDate)
    const last = nameLevel(one.lastName, other.lastName)
    const first = nameLevel(one.firstName, other.firstName)
    if (date === 'same' && first === 'differs' && isNear(last)) {
      seen.twins += certainty(rare('lastName') / DAYS_OF_BIRTH)
    } else if (last === 'same' && first === 'same') {
      const alone = certainty((rare('lastName') * rare('firstName')) / frequencies.records)
      if (date === 'generation') seen.generation += alone
      if (date === 'differs') seen.otherDate += alone
    }
  }
  const replaced = Math.min(seen.generation, seen.otherDate * GENERATION_TO_OTHER)
  const assumedReplaced = (1 - assumed.namesakeShare) * WORTH
  return {
    twinShare: Math.min(assumed.twinShare, (TWINS * frequencies.records) / Math.max(1, seen.twins)),
    namesakeShare: Math.max(LEAST_SHARE, 1 - (replaced + assumedReplaced) / (seen.generation + WORTH)),
  }
}

/** Pairs for each record at most: every eightieth birth is one of twins, few of them are both recorded. */
const TWINS = 0.003
const DAYS_OF_BIRTH = 20_000
/** Between two dates drawn at random, from a century or from the ages of those who work. */
const GENERATION_TO_OTHER = 0.85
const WORTH = 3
const LEAST_SHARE = 0.03

type Whole = Prepared & { readonly [F in 'lastName' | 'firstName' | 'birthDate']: NonNullable<Prepared[F]> }

const isWhole = (person: Prepared): person is Whole =>
  person.lastName !== null && person.firstName !== null && person.birthDate?.digits.length === 8

const isNear = (level: NameLevel): boolean => level === 'same' || level === 'sameSpelling' || level === 'oneLetter'

/** What a pair counts when so many strangers are expected to look the same. */
const certainty = (strangers: number): number => Math.max(0, 1 - 2 * strangers)

import { chance } from '../../../src-central/demo/random.ts'
import { createAddresses, firm } from './contacts.ts'
import { personErrors } from './errors/errors.ts'
import { household } from './families.ts'
import type { Inhabitant, Person } from './person.ts'
import { plant } from './plant.ts'

/** Of how many people one firm gives the office. */
const PEOPLE_PER_FIRM = 12

/** An invented Belgian population: households, firms, homonyms; the same people for the same seed. */
export function population(persons: number, seed: number): readonly Inhabitant[] {
  const random = chance(seed)
  const firms = Array.from({ length: Math.ceil(persons / PEOPLE_PER_FIRM) }, (_, number) => firm(random, number + 1))
  const surroundings = { firmOf: () => random.pick(firms), addresses: createAddresses(random) }
  const inhabitants: Inhabitant[] = []
  for (let number = 0; inhabitants.length < persons; number += 1) {
    for (const member of household(random, number, surroundings).slice(0, persons - inhabitants.length)) {
      inhabitants.push({ ...member, id: `p${inhabitants.length + 1}` })
    }
  }
  return inhabitants
}

/** A record, and who it is of. */
export interface Labelled {
  readonly person: Person
  /** Records with the same `truth` are of one person. */
  readonly truth: string
  readonly household: number
  readonly isTwin: boolean
  /** The name of the error that was planted; null in the record that the error was made from. */
  readonly error: string | null
}

/**
 * `labelledPopulation({ persons, seed, perClass })`: a population of `persons` records, and behind them for every class
 * of error up to `perClass` second records, each of another person of the population, with that error.
 *
 * Two records are of one person when `truth` is the same, of one family when `household` is. `eval:classes` uses seed 1
 * unless told otherwise: what learns from a population takes other seeds.
 */
export function labelledPopulation(options: {
  readonly persons: number
  readonly seed: number
  readonly perClass: number
}): readonly Labelled[] {
  const inhabitants = population(options.persons, options.seed)
  const labelled = (of: Inhabitant, person: Person, error: string | null): Labelled => ({
    person,
    truth: of.id,
    household: of.household,
    isTwin: of.isTwin,
    error,
  })
  const records = inhabitants.map((one) => labelled(one, one.person, null))
  const random = chance(options.seed ^ 0x5eed)
  for (const error of personErrors) {
    for (const { of, asked } of plant(error, inhabitants, random, options.perClass)) {
      records.push(labelled(of, asked, error.name))
    }
  }
  return records
}

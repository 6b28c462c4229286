import { createCounts, hashOf } from './postings.ts'
import { type PersonField, type Prepared, personFields } from './person.ts'
import commonNames from './tables/commonNames.json' with { type: 'json' }

/**
 * How often each value occurs among the people who are searched: two Peeters are worth less than two Vandekerckhove.
 *
 * `count` may ask a database as well as the maps below. `matches`, `twinShare` and `namesakeShare` (weights.ts) are given
 * where estimate.ts found them; elsewhere what was learned is assumed.
 */
export interface Frequencies {
  readonly records: number
  count(field: PersonField, text: string): number
  readonly matches?: number
  readonly twinShare?: number
  readonly namesakeShare?: number
}

/** Per million people of Belgium and its neighbours: what a name is worth where the people searched are few. */
const COMMON: Readonly<Partial<Record<PersonField, Readonly<Record<string, number>>>>> = commonNames

/** A name that no table knows, per million, and of how many people the table's word is worth. */
const UNKNOWN: Readonly<Partial<Record<PersonField, number>>> = { lastName: 30, firstName: 150 }
const TABLE_WORTH = 200

/** The share of other people who have this name: the two that are compared do not count. */
export function shareOfName(frequencies: Frequencies, field: 'lastName' | 'firstName', text: string): number {
  const table = (COMMON[field]?.[text] ?? UNKNOWN[field] ?? 0) / 1e6
  const others = Math.max(0, frequencies.count(field, text) - 2)
  return (others + TABLE_WORTH * table) / (frequencies.records + TABLE_WORTH)
}

/** Records of one person repeat his dates and numbers; only what occurs more often than that belongs to several. */
const OF_ONE_PERSON = 6

export const othersWith = (frequencies: Frequencies, field: PersonField, text: string): number =>
  Math.max(0, frequencies.count(field, text) - OF_ONE_PERSON)

export interface Counting extends Frequencies {
  records: number
  add(person: Prepared): void
  remove(person: Prepared): void
}

/** A value as it is counted. */
export const textOf = (person: Prepared, field: PersonField): string | undefined => {
  const value = person[field]
  if (!value) return undefined
  return 'digits' in value ? value.digits : value.text
}

/** Counts people in memory. */
export function createFrequencies(): Counting {
  const counts = createCounts()
  const keyOf = (field: PersonField, text: string): number => hashOf(`${field} ${text}`)
  function change(person: Prepared, by: 1 | -1): void {
    counting.records += by
    for (const field of personFields) {
      const text = textOf(person, field)
      if (text !== undefined) counts.change(keyOf(field, text), by)
    }
  }
  const counting: Counting = {
    records: 0,
    count: (field, text) => counts.of(keyOf(field, text)),
    add: (person) => change(person, 1),
    remove: (person) => change(person, -1),
  }
  return counting
}

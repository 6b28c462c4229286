import type { DateLevel } from './birthDate.ts'
import type { ContactLevel } from './contact.ts'
import type { NameLevel } from './name.ts'
import type { PersonField } from './person.ts'
import weights from './weights.json' with { type: 'json' }

export type NameField = 'lastName' | 'firstName'
export type ContactField = Exclude<PersonField, NameField | 'birthDate'>

/** For each level of each field: how often it is seen. The levels of one field add up to one. */
export interface Chances {
  readonly lastName: Readonly<Record<NameLevel, number>>
  readonly firstName: Readonly<Record<NameLevel, number>>
  readonly birthDate: Readonly<Record<DateLevel, number>>
  readonly contacts: Readonly<Record<ContactField, Readonly<Record<ContactLevel, number>>>>
}

/**
 * What scripts/matching/learn.ts learned, see docs/matching.md.
 *
 * `match`: two records of one person. `stranger`: two people by chance; a name by the length of the shorter one, from
 * `shortestName` on. `household` and `twin`: two people of one family. `relatives`: how many of them a person has among the
 * people searched; `matches`: how many other records of himself; `twinShare`: of the pairs with one family name and
 * one birth date but two first names, how many are two people; `namesakeShare`: the same of those with one name and birth
 * dates a generation apart. Thresholds in bits.
 */
export interface Weights {
  readonly version: number
  readonly matches: number
  readonly relatives: { readonly household: number; readonly twin: number }
  readonly twinShare: number
  readonly namesakeShare: number
  /** With how many strangers a person shares a value that is not known to be common: an office, a switchboard. */
  readonly sharing: Readonly<Record<ContactField, number>>
  readonly swapped: number
  /** By how much likelier two of one name have one address that is made of it, times the share of people with the name. */
  readonly addressOfName: number
  readonly shortestName: number
  readonly match: Chances
  readonly household: Chances
  readonly twin: Chances
  readonly stranger: {
    readonly lastName: Readonly<Record<NameLevel, readonly number[]>>
    readonly firstName: Readonly<Record<NameLevel, readonly number[]>>
    readonly birthDate: Chances['birthDate']
    readonly contacts: Chances['contacts']
  }
  /** How groups.ts joins records: what the strongest link counts against the mean, and the least that a pair counts. */
  readonly groups: { readonly strongest: number; readonly least: number }
  readonly thresholds: { readonly certain: number; readonly probable: number; readonly possible: number }
}

export const learnedWeights: Weights = weights

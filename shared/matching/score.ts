import { dateLevel } from './birthDate.ts'
import { type Contact, emailLevel, numberLevel, placeLevel } from './contact.ts'
import { type Frequencies, othersWith, shareOfName } from './frequencies.ts'
import { lengthOf, type Name, nameLevel, type NameLevel } from './name.ts'
import type { Prepared } from './person.ts'
import type { Reason } from './reasons.ts'
import { type Chances, type ContactField, learnedWeights, type NameField, type Weights } from './weights.ts'

export const verdicts = ['certain', 'probable', 'possible', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** `weight`: the bits by which "one person" is more likely than "two people", given how many people are searched. */
export interface Match {
  readonly verdict: Verdict
  readonly weight: number
  readonly reasons: readonly Reason[]
}

/** How well what is seen fits each of the explanations, in bits. */
interface Evidence {
  match: number
  stranger: number
  household: number
  twin: number
}

const nothing = (): Evidence => ({ match: 0, stranger: 0, household: 0, twin: 0 })

const { log2, max } = Math

/**
 * Says whether two records are of one person, and why.
 *
 * Fellegi and Sunter's model ("A Theory for Record Linkage", 1969) with four explanations in place of two: one person,
 * two strangers, two of one household, twins. Family members share a name, an address, an e-mail, twins a birth date as
 * well: what they share speaks for kinship before it speaks for one person. A field that one record does not have
 * speaks for nothing.
 */
export function compare(a: Prepared, b: Prepared, frequencies: Frequencies, weights: Weights = learnedWeights): Match {
  const reasons: Reason[] = []
  const weight = weigh(a, b, frequencies, weights, reasons)
  return { verdict: verdictOf(weight, weights), weight, reasons }
}

export function verdictOf(weight: number, { thresholds }: Weights = learnedWeights): Verdict {
  if (weight >= thresholds.certain) return 'certain'
  if (weight >= thresholds.probable) return 'probable'
  return weight >= thresholds.possible ? 'possible' : 'none'
}

/** The weight alone, for the many that are looked at and not shown; `reasons` are added when somebody wants them. */
export function weigh(
  a: Prepared,
  b: Prepared,
  frequencies: Frequencies,
  weights: Weights = learnedWeights,
  reasons?: Reason[],
): number {
  const total = weighNames(a, b, frequencies, weights, reasons)
  weighBirthDate(a, b, frequencies, weights, total, reasons)
  for (const [field, level] of CONTACTS) {
    const [one, other] = [a[field], b[field]]
    if (one && other) weighContact(field, level(one, other), one, other, frequencies, weights, total, reasons)
  }
  const records = max(frequencies.records, 2)
  const matches = frequencies.matches ?? weights.matches
  const stranger = 2 ** total.stranger
  const household = 2 ** total.household * (weights.relatives.household / records)
  const twin = 2 ** total.twin * (weights.relatives.twin / records)
  const weight = total.match + log2(matches / records) - log2(stranger + household + twin)
  if (reasons && household + twin > stranger && weight < weights.thresholds.certain) {
    reasons.push({ field: 'lastName', code: twin > household ? 'perhapsTwins' : 'perhapsRelatives' })
  }
  return weight
}

/**
 * How often one person's records have two first names, or dates a generation apart: as often as the sets showed, but no
 * more often than `twinShare` and `namesakeShare` leave to him beside the twins, the fathers and the sons.
 */
function replacedFirstName({ twinShare }: Frequencies, { match, twin, relatives, ...weights }: Weights): number {
  const kin = relatives.twin * twin.lastName.same * twin.firstName.differs * twin.birthDate.same
  const most = leftOf(kin, twinShare ?? weights.twinShare) / (match.lastName.same * match.birthDate.same)
  return Math.min(match.firstName.differs, most)
}

function replacedDate({ namesakeShare }: Frequencies, { match, household, relatives, ...weights }: Weights): number {
  const kin = relatives.household * household.lastName.same * household.firstName.same * household.birthDate.generation
  const most = leftOf(kin, namesakeShare ?? weights.namesakeShare) / (match.lastName.same * match.firstName.same)
  return Math.min(match.birthDate.generation, most)
}

const leftOf = (kin: number, share: number): number => (kin * (1 - share)) / share

const CONTACTS = [
  ['email', emailLevel],
  ['phone', numberLevel],
  ['address', placeLevel],
  ['postcode', numberLevel],
  ['locality', placeLevel],
  ['identifier', numberLevel],
] as const satisfies readonly (readonly [ContactField, (a: Contact, b: Contact) => string])[]

interface NamePair {
  readonly field: NameField
  readonly other: NameField
  readonly level: NameLevel
}

function weighNames(
  a: Prepared,
  b: Prepared,
  frequencies: Frequencies,
  weights: Weights,
  reasons?: Reason[],
): Evidence {
  const straight = arrange(a, b, 'lastName', 'firstName')
  const direct = sumOf(a, b, straight, frequencies, weights)
  if (straight.length === 2 && straight.every(({ level }) => level !== 'differs')) {
    explain(straight, reasons)
    return direct
  }
  const crossed = arrange(a, b, 'firstName', 'lastName')
  if (crossed.some(({ level }) => level !== 'differs')) {
    const swapped = sumOf(a, b, crossed, frequencies, weights)
    swapped.match += log2(weights.swapped)
    if (swapped.match - swapped.stranger > direct.match - direct.stranger) {
      reasons?.push({ field: 'lastName', code: 'swapped' })
      explain(crossed, reasons)
      return swapped
    }
  }
  explain(straight, reasons)
  return direct
}

function arrange(a: Prepared, b: Prepared, last: NameField, first: NameField): readonly NamePair[] {
  const pairs: NamePair[] = []
  if (a.lastName && b[last]) pairs.push({ field: 'lastName', other: last, level: nameLevel(a.lastName, b[last]) })
  if (a.firstName && b[first]) pairs.push({ field: 'firstName', other: first, level: nameLevel(a.firstName, b[first]) })
  return pairs
}

function explain(pairs: readonly NamePair[], reasons?: Reason[]): void {
  for (const { field, level } of pairs) reasons?.push({ field, code: level })
}

function sumOf(
  a: Prepared,
  b: Prepared,
  pairs: readonly NamePair[],
  frequencies: Frequencies,
  weights: Weights,
): Evidence {
  const sum = nothing()
  for (const { field, other, level } of pairs) {
    const [one, two] = [a[field] as Name, b[other] as Name]
    add(sum, weights, (chances) => chances[field][level])
    if (field === 'firstName' && level === 'differs') {
      sum.match += log2(replacedFirstName(frequencies, weights) / weights.match.firstName.differs)
    }
    sum.stranger += log2(strangerShare(one, two, field, other, level, frequencies, weights))
  }
  return sum
}

/** How often another person's name is as near to this one: never less than the names themselves are borne. */
function strangerShare(
  one: Name,
  two: Name,
  field: NameField,
  other: NameField,
  level: NameLevel,
  frequencies: Frequencies,
  { stranger, shortestName }: Weights,
): number {
  const byLength = stranger[field][level]
  const base = byLength[max(0, Math.min(lengthOf(one, two) - shortestName, byLength.length - 1))] ?? 1
  if (level === 'differs') return base
  const share = max(
    shareOfName(frequencies, other, one.text),
    shareOfName(frequencies, field, two.text),
    field === other ? 0 : max(shareOfName(frequencies, field, one.text), shareOfName(frequencies, other, two.text)),
  )
  return level === 'same' ? share : max(base, share)
}

function weighBirthDate(
  { birthDate: a }: Prepared,
  { birthDate: b }: Prepared,
  frequencies: Frequencies,
  weights: Weights,
  total: Evidence,
  reasons?: Reason[],
): void {
  if (!a || !b) return
  const level = dateLevel(a, b)
  add(total, weights, (chances) => chances.birthDate[level])
  if (level === 'generation') {
    total.match += log2(replacedDate(frequencies, weights) / weights.match.birthDate.generation)
  }
  const common = level === 'same' ? othersWith(frequencies, 'birthDate', a.digits) / frequencies.records : 0
  total.stranger += log2(max(weights.stranger.birthDate[level], common))
  reasons?.push({ field: 'birthDate', code: level })
}

function weighContact(
  field: ContactField,
  level: keyof Chances['contacts'][ContactField],
  a: Contact,
  b: Contact,
  frequencies: Frequencies,
  weights: Weights,
  total: Evidence,
  reasons?: Reason[],
): void {
  add(total, weights, (chances) => chances.contacts[field][level])
  const base = weights.stranger.contacts[field][level]
  const others =
    level === 'differs' ? 0 : max(othersWith(frequencies, field, a.text), othersWith(frequencies, field, b.text))
  const shared = level === 'same' ? max(others, weights.sharing[field]) : others
  total.stranger += log2(max(base, shared / max(frequencies.records, 2)))
  if (others > 0 && level === 'same') reasons?.push({ field, code: 'sharedByMany', others })
  else reasons?.push({ field, code: level })
}

function add(sum: Evidence, weights: Weights, chance: (chances: Chances) => number): void {
  sum.match += log2(chance(weights.match))
  sum.household += log2(chance(weights.household))
  sum.twin += log2(chance(weights.twin))
}

import { dateLevel } from './birthDate.ts'
import { type Contact, type ContactLevel, emailLevel, followsFromNames, numberLevel, placeLevel } from './contact.ts'
import { doubtOf } from './doubts.ts'
import { add, type Evidence } from './evidence.ts'
import { type Frequencies, othersWith, shareOfName } from './frequencies.ts'
import { replacedDate } from './kin.ts'
import { type Name, nameLevel } from './name.ts'
import { weighNames } from './nameEvidence.ts'
import type { Prepared } from './person.ts'
import type { Reason } from './reasons.ts'
import { type Chances, type ContactField, learnedWeights, type Weights } from './weights.ts'

export const verdicts = ['certain', 'probable', 'possible', 'none'] as const
export type Verdict = (typeof verdicts)[number]

/** `weight`: the bits by which "one person" is more likely than "two people", given how many people are searched. */
export interface Match {
  readonly verdict: Verdict
  readonly weight: number
  readonly reasons: readonly Reason[]
}

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
  const verdict = verdictOf(weight, weights)
  const doubt = doubtOf(a, b, reasons, frequencies)
  if (!doubt || verdicts.indexOf(verdict) >= verdicts.indexOf(doubt.most)) return { verdict, weight, reasons }
  if (doubt.because && !reasons.some(({ code }) => code === doubt.because)) {
    reasons.push({ field: 'lastName', code: doubt.because })
  }
  return { verdict: doubt.most, weight, reasons }
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
    if (!one || !other) continue
    const reached = level(one, other)
    if (field === 'email' && isAfterNames(a, b, one, other, reached)) {
      reasons?.push({ field, code: reached })
      continue
    }
    const bearers = field === 'email' && reached === 'same' ? bearersOf(a, b, one, frequencies, weights) : 1
    weighContact(field, reached, one, other, bearers, frequencies, weights, total, reasons)
  }
  if (a.email && b.email && a.phone && b.phone) weighOnce(a.email, b.email, a.phone, b.phone, weights, total)
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
 * Whether two addresses that are alike only show again that the names are: `quentin.wattiez` elsewhere, `tim.genot` beside
 * `tom.genot`. A local part made of a name that the other record has no more, a maiden name, does say something.
 */
function isAfterNames(a: Prepared, b: Prepared, one: Contact, other: Contact, level: ContactLevel): boolean {
  if (level === 'same' || level === 'differs') return false
  const [names, others] = [namesOf(a), namesOf(b)]
  if (one.parts[0] !== other.parts[0]) return followsFromNames(one, names) && followsFromNames(other, others)
  // One letter of the provider is a slip.
  if (level === 'oneLetter') return false
  const [follows, alsoFollows] = [followsFromNames(one, names), followsFromNames(one, others)]
  // One of them may be misspelt.
  const isNear = a.lastName && b.lastName ? nameLevel(a.lastName, b.lastName) !== 'differs' : false
  return isNear ? follows || alsoFollows : follows && alsoFollows
}

const namesOf = ({ lastName, firstName }: Prepared): readonly Name[] =>
  [lastName, firstName].filter((name) => name !== null)

/** How many times as likely strangers have one address when it is made of a common name. */
function bearersOf(a: Prepared, b: Prepared, email: Contact, frequencies: Frequencies, weights: Weights): number {
  if (!a.lastName || !b.lastName || !followsFromNames(email, namesOf(a)) || !followsFromNames(email, namesOf(b)))
    return 1
  return 1 + weights.addressOfName * shareOfName(frequencies, 'lastName', a.lastName.text)
}

/** A family that shares its e-mail shares its phone as well: of the second it says no less than one person would. */
function weighOnce(
  email: Contact,
  otherEmail: Contact,
  phone: Contact,
  otherPhone: Contact,
  { match, household, twin }: Weights,
  total: Evidence,
): void {
  if (email.text !== otherEmail.text || phone.text !== otherPhone.text) return
  total.household += max(0, log2(match.contacts.phone.same / household.contacts.phone.same))
  total.twin += max(0, log2(match.contacts.phone.same / twin.contacts.phone.same))
}

const CONTACTS = [
  ['email', emailLevel],
  ['phone', numberLevel],
  ['address', placeLevel],
  ['postcode', numberLevel],
  ['locality', placeLevel],
  ['identifier', numberLevel],
] as const satisfies readonly (readonly [ContactField, (a: Contact, b: Contact) => string])[]

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
  bearers: number,
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
  total.stranger += log2(max(base, shared / max(frequencies.records, 2)) * bearers)
  if (others > 0 && level === 'same') reasons?.push({ field, code: 'sharedByMany', others })
  else reasons?.push({ field, code: level })
}

import type { DateLevel } from './birthDate.ts'
import type { Frequencies } from './frequencies.ts'
import type { NameLevel } from './name.ts'
import type { Prepared } from './person.ts'
import type { Reason } from './reasons.ts'

/** What no weight outdoes when only one person is looked up: the highest verdict that is left, and what may be behind it. */
export interface Doubt {
  readonly most: 'probable' | 'possible'
  readonly because: 'perhapsTwins' | 'perhapsRelatives' | null
}

const OTHER_NAME: ReadonlySet<string> = new Set<NameLevel>(['differs', 'alike'])
const NEAR_NAME: ReadonlySet<string> = new Set<NameLevel>(['oneLetter', 'twoLetters', 'sounds'])
const OTHER_DATE: ReadonlySet<string> = new Set<DateLevel>(['twoDigits', 'sameYearOnly', 'generation', 'differs'])

/** From so many on, two who can be reached in one way are father and son before they are one person with a wrong date. */
const YEARS_OF_A_GENERATION = 25

/** So many bear a first name that is no slip of the pen. */
const BEARERS = 5

/**
 * What makes somebody look twice, however much else agrees: another first name, another date, a generation between two
 * who can be reached in one way. Twins and families agree in everything else.
 */
export function doubtOf(a: Prepared, b: Prepared, reasons: readonly Reason[], frequencies: Frequencies): Doubt | null {
  const codeOf = (of: Reason['field']): string => reasons.find(({ field }) => field === of)?.code ?? ''
  // 1958 for 1985 is a slip.
  const isSlip = codeOf('birthDate') === 'digitsSwapped'
  if (isGenerationApart(a, b) && !isSlip && isReachedAlike(a, b))
    return { most: 'possible', because: 'perhapsRelatives' }
  const first = codeOf('firstName')
  const isSameDay = codeOf('birthDate') === 'same'
  if (OTHER_NAME.has(first) || (NEAR_NAME.has(first) && areTwoNames(a, b, frequencies))) {
    return { most: 'probable', because: isSameDay ? 'perhapsTwins' : null }
  }
  const date = codeOf('birthDate')
  const isOther = OTHER_DATE.has(date) || (date === 'twoParts' && !isReachedAlike(a, b))
  return isOther && areWhole(a, b) ? { most: 'probable', because: null } : null
}

const isReachedAlike = (a: Prepared, b: Prepared): boolean =>
  (['email', 'phone', 'address'] as const).some((field) => a[field] !== null && a[field].text === b[field]?.text)

const areWhole = ({ birthDate: a }: Prepared, { birthDate: b }: Prepared): boolean =>
  a?.digits.length === 8 && b?.digits.length === 8

const isGenerationApart = (a: Prepared, b: Prepared): boolean =>
  a.birthDate !== null &&
  b.birthDate !== null &&
  Math.abs(Number(a.birthDate.year) - Number(b.birthDate.year)) >= YEARS_OF_A_GENERATION

/** Tim and Tom: one letter apart, and borne by too many to be a slip. */
const areTwoNames = (a: Prepared, b: Prepared, frequencies: Frequencies): boolean =>
  [a.firstName, b.firstName].every((name) => name !== null && frequencies.count('firstName', name.text) >= BEARERS)

/** A birth date as it is compared: its digits, whatever the calendar says of them. */
export interface BirthDate {
  /** `YYYYMMDD`, or `YYYY` when only the year is known. */
  readonly digits: string
  readonly year: string
  readonly month: string
  readonly day: string
}

/** How near two dates are, the nearest first; `generation`: another date, as far away as a parent's or a child's. */
export const dateLevels = [
  'same',
  'dayMonthSwapped',
  'oneDigit',
  'digitsSwapped',
  'oneYear',
  'sameYear',
  'twoParts',
  'twoDigits',
  'sameYearOnly',
  'generation',
  'differs',
] as const
export type DateLevel = (typeof dateLevels)[number]

const WRITTEN = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?/

export function birthDateOf(text: string | null | undefined): BirthDate | null {
  const [, year, month = '', day = ''] = WRITTEN.exec(text?.trim() ?? '') ?? []
  if (year === undefined || year === '0000') return null
  const known = month !== '' && day !== ''
  return { digits: known ? year + month + day : year, year, month: known ? month : '', day: known ? day : '' }
}

export function dateLevel(a: BirthDate, b: BirthDate): DateLevel {
  if (a.digits.length < 8 || b.digits.length < 8) return yearLevel(a.year, b.year)
  if (a.digits === b.digits) return 'same'
  const [sameYear, sameMonth, sameDay] = [a.year === b.year, a.month === b.month, a.day === b.day]
  if (sameYear && a.month === b.day && a.day === b.month) return 'dayMonthSwapped'
  if (sameMonth && sameDay && Math.abs(Number(a.year) - Number(b.year)) === 1) return 'oneYear'
  const wrong = differences(a.digits, b.digits)
  if (wrong === 1) return 'oneDigit'
  if (wrong === 2 && isSwap(a.digits, b.digits)) return 'digitsSwapped'
  if (wrong === 2 && (sameYear || (sameMonth && sameDay))) return 'twoParts'
  if (Number(sameYear) + Number(sameMonth) + Number(sameDay) === 2) return 'twoParts'
  if (wrong === 2) return 'twoDigits'
  return sameYear ? 'sameYearOnly' : apart(a.year, b.year)
}

function yearLevel(a: string, b: string): DateLevel {
  if (a === b) return 'sameYear'
  return differences(a, b) === 1 ? 'twoDigits' : apart(a, b)
}

function apart(a: string, b: string): DateLevel {
  const years = Math.abs(Number(a) - Number(b))
  return years >= YOUNGEST_PARENT && years <= OLDEST_PARENT ? 'generation' : 'differs'
}

const YOUNGEST_PARENT = 16
const OLDEST_PARENT = 50

function differences(a: string, b: string): number {
  let count = 0
  for (let place = 0; place < a.length; place += 1) if (a.charCodeAt(place) !== b.charCodeAt(place)) count += 1
  return count
}

/** Of two digits that differ: whether they changed places, next to each other or around one. */
function isSwap(a: string, b: string): boolean {
  let first = 0
  while (a[first] === b[first]) first += 1
  let second = first + 1
  while (a[second] === b[second]) second += 1
  return a[first] === b[second] && a[second] === b[first] && second - first <= 2
}

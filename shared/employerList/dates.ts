import { readBirthDate } from '../birthDate.ts'
import type { Result } from '../result.ts'
import { fold } from '../text.ts'
import { isDay } from '../time.ts'

// The beginnings of the months' names in French, Dutch, German and English; a longer one stands before its beginning.
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['fe', 'feb'],
  ['mars', 'maart', 'marz', 'march', 'mar', 'mrt'],
  ['av', 'apr'],
  ['mai', 'mei', 'may'],
  ['juin', 'juni', 'june', 'jun'],
  ['juil', 'juli', 'july', 'jul'],
  ['ao', 'aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]

/** A spreadsheet counts days from here, one too many since it believes in 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
// 18 May 1927 to 13 October 2064: fewer figures are a year, more are a date without separators.
const SERIAL = /^([1-5]\d{4}|60\d{3})(?:[.,]\d+)?$/

/** `14 mars 1988`, `14-mrt-88` → `14-03-1988`; any other text as it is. */
function withMonthAsNumber(text: string): string {
  const [, day, name, year] = /^(\d{1,2})(?:er|e)?[\s.-]+([\p{L}]+)\.?[\s.-]+(\d{4}|\d{2})$/u.exec(text) ?? []
  if (!day || !name || !year) return text
  const month = MONTHS.findIndex((names) => names.some((start) => fold(name).startsWith(start)))
  return month < 0 ? text : `${day}-${month + 1}-${year}`
}

/**
 * A birth date as the lists of employers have it, on the way to `readBirthDate`, which knows what people type.
 *
 * Besides: `19880314`, a date with an hour after it, a month by its name, and the bare number of a spreadsheet.
 */
function writtenDate(text: string): string {
  const bare = text.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/u, '').trim()
  const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(bare) ?? []
  if (year && isDay(`${year}-${month}-${day}`)) return `${year}-${month}-${day}`
  const [slashed, y, m, d] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(bare) ?? []
  if (slashed) return `${y}-${m}-${d}`
  const [, serial] = SERIAL.exec(bare) ?? []
  if (serial) return new Date(DAY_ZERO + Number(serial) * DAY).toISOString().slice(0, 10)
  return withMonthAsNumber(bare)
}

/** @param today `YYYY-MM-DD` */
export const readListDate = (text: string, today: string): Result<string | null> =>
  readBirthDate(writtenDate(text), today)

/** Far enough away that every birth is past. */
const LATER = '2100-01-01'
export const looksLikeDate = (text: string): boolean => {
  const read = readListDate(text, LATER)
  return read.ok && read.value !== null
}

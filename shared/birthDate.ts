import { oldestBirthYear } from './candidate.ts'
import { fail, type FieldCode, ok, type Result } from './result.ts'

const wrong = (code: FieldCode): Result<never> =>
  fail('input.invalid', 'invalid: birthDate', { fields: [{ field: 'birthDate', code }] })

/** `YYYY-MM-DD` when the day exists in the calendar. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

/** Day, month and year as three texts; null when the text is no date at all. */
function partsOf(text: string): readonly [day: string, month: string, year: string] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? '']
  const found =
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text) ?? /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})$/.exec(text)
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : null
}

/**
 * A birth date as people type it: 210398, 21031998, 21-3-98, 21/03/1998, 21.03.1998, 21 3 98.
 *
 * The order is day, month, year, as everybody in Belgium writes it. A year of two digits is the last one that is past:
 * nobody is born tomorrow. An empty text is no date.
 * @param today `YYYY-MM-DD`
 */
export function readBirthDate(text: string, today: string): Result<string | null> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const parts = partsOf(typed)
  if (!parts) return wrong('date.invalid')
  const [day, month] = [Number(parts[0]), Number(parts[1])]
  const years = parts[2].length === 4 ? [Number(parts[2])] : [2000 + Number(parts[2]), 1900 + Number(parts[2])]
  const days = years.map((year) => dayOf(year, month, day)).filter((found) => found !== null)
  const past = days.find((found) => found < today)
  if (past) return Number(past.slice(0, 4)) < oldestBirthYear ? wrong('date.invalid') : ok(past)
  return wrong(days.length > 0 ? 'date.notInPast' : 'date.invalid')
}

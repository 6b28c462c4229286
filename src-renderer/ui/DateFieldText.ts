import { type FieldCode, fail, ok, type Result } from '../../shared/result.ts'
import { isDay } from '../../shared/time.ts'

const wrong = (code: FieldCode): Result<never> =>
  fail('input.invalid', 'invalid: date', { fields: [{ field: 'date', code }] })

const two = (text: string): string => text.padStart(2, '0')

/** Day, month and, when it was typed, year; null when the text is no date at all. */
function partsOf(text: string): readonly [day: string, month: string, year: string | undefined] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return [iso[3] ?? '', iso[2] ?? '', iso[1]]
  const found =
    /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text) ?? /^(\d{1,2})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(text)
  return found ? [found[1] ?? '', found[2] ?? '', found[3]] : null
}

/**
 * A day of now as people type it: 281126, 28112026, 28-11-26, 28/11/2026, and 28/11 for the next one.
 *
 * The order is day, month, year, as everybody in Belgium writes it. An empty text is no day.
 * @param today `YYYY-MM-DD`
 */
export function readDay(text: string, today: string): Result<string | null> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const parts = partsOf(typed)
  if (!parts) return wrong('date.invalid')
  const [day, month, year] = parts
  const thisYear = Number(today.slice(0, 4))
  const years = year === undefined ? [thisYear, thisYear + 1] : [year.length === 4 ? Number(year) : 2000 + Number(year)]
  const days = years.map((one) => `${one}-${two(month)}-${two(day)}`).filter((one) => isDay(one))
  const found = year === undefined ? days.find((one) => one >= today) : days[0]
  return found === undefined ? wrong('date.invalid') : ok(found)
}

/** `2026-11-28` as a field shows it: 28/11/2026. The same in every language, because it is typed the same. */
export const showDay = (day: string): string => day.split('-').toReversed().join('/')

import { z } from 'zod'

/** The one time zone of the product: sessions are stated in the wall-clock time of Belgium. */
const timeZone = 'Europe/Brussels'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** An instant on Belgian clocks: `date` is YYYY-MM-DD, `time` HH:mm. */
export function inBelgium(instant: Date | number | string): { readonly date: string; readonly time: string } {
  const found = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

const DAY = 86_400_000

/** The day so many days later; a day is a calendar day, whatever the clocks do in it. */
export const addDays = (date: string, days: number): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10)

/**
 * The instant of a Belgian date and hour (UTC ISO, milliseconds).
 *
 * An hour that the clocks skip in March counts as the one after it; one that comes twice in October is the first.
 */
export function instantOf(date: string, time: string): string {
  const wall = new Date(`${date}T${time}:00Z`).getTime()
  // Belgium is one or two hours ahead: the first guess whose Belgian clock reads as asked is the instant.
  for (const hours of [2, 1]) {
    const instant = wall - hours * 3_600_000
    const there = inBelgium(instant)
    if (there.date === date && there.time === time) return new Date(instant).toISOString()
  }
  return new Date(wall - 3_600_000).toISOString()
}

/** A day that exists in the calendar, from this year on; '2026-02-30' does not. */
export const isDay = (text: string, fromYear = 1900): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getUTCFullYear() >= fromYear
}

/** `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date.invalid')
  .refine((text) => isDay(text), 'date.invalid')

/** `HH:mm`. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time.invalid')

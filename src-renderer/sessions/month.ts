import { addDays } from '../../shared/time.ts'

/** Monday is 0: the week begins there. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** `YYYY-MM` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)

export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))

/** The weeks that a month touches, from Monday to Sunday: what stands on the calendar's sheet. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const weeks: string[][] = []
  for (let monday = mondayOf(`${month}-01`); monthOf(monday) <= month; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)))
  }
  return weeks
}

/** So many months later. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The same day of another month, or its last day when it has none such. */
export function inMonth(month: string, day: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const wanted = `${month}-${day.slice(8)}`
  return wanted > last ? last : wanted
}

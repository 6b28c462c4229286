import type { SessionRow } from '../../shared/calls/session.ts'
import { fold } from '../../shared/text.ts'

const shown = 5

/** Every word typed begins a word of the text: "sam nam" finds "samedi 28/11 09:00 · Namur". */
export function matches(text: string, typed: string): boolean {
  const words = fold(text).split(' ')
  return fold(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}

const weekday = (day: string, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** A day as people type it, in either language of the house: samedi zaterdag 28/11/2026 28/11 28 11. */
function daysWords(day: string): string {
  const [year, month, dayOfMonth] = day.split('-')
  const short = `${dayOfMonth}/${month}`
  return `${weekday(day, 'fr-BE')} ${weekday(day, 'nl-BE')} ${short}/${year} ${short.replace('/', ' ')}`
}

/** The sessions whose day, hour, place or number is typed; those to come first, and without a word the next ones. */
export function findSessions(rows: readonly SessionRow[], typed: string, today: string): readonly SessionRow[] {
  const found = rows.filter(({ session: { date, startTime, room, code }, location }) =>
    matches(`${daysWords(date)} ${startTime} ${location} ${room ?? ''} ${code ?? ''}`, typed),
  )
  const coming = found.filter(({ session }) => session.date >= today)
  const past = found.filter(({ session }) => session.date < today).toReversed()
  return (typed.trim() === '' ? coming : [...coming, ...past]).slice(0, typed.trim() === '' ? 3 : shown)
}

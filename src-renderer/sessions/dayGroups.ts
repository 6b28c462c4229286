import type { SessionRow } from '../../shared/calls/session.ts'

/** The sessions of one day, in the order of the list. */
export interface DayGroup {
  readonly date: string
  readonly rows: readonly SessionRow[]
}

export interface DayGroups {
  readonly past: readonly DayGroup[]
  readonly today: DayGroup
  readonly coming: readonly DayGroup[]
  readonly pastCount: number
}

function byDay(rows: readonly SessionRow[]): readonly DayGroup[] {
  const days = new Map<string, SessionRow[]>()
  for (const row of rows) days.set(row.session.date, [...(days.get(row.session.date) ?? []), row])
  return [...days].map(([date, found]) => ({ date, rows: found }))
}

/** Before, on and after a day (`YYYY-MM-DD`). */
export function groupByDay(rows: readonly SessionRow[], today: string): DayGroups {
  const past = rows.filter(({ session }) => session.date < today)
  return {
    past: byDay(past),
    today: { date: today, rows: rows.filter(({ session }) => session.date === today) },
    coming: byDay(rows.filter(({ session }) => session.date > today)),
    pastCount: past.length,
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { AppError } from '../../shared/result.ts'
import { addDays } from '../../shared/time.ts'
import { type Desk, errorOf } from '../desk.ts'
import { todayInBelgium } from '../i18n/format.ts'
import type { Preferences } from '../ui/preferences.ts'
import { monthOf, weeksOf } from './month.ts'

const refreshPause = 150
const preference = 'sessions.list'

export const views = ['list', 'calendar'] as const
type View = (typeof views)[number]

/** How far the list looks back and ahead, in days; everything is what a desk keeps. */
export const periods = { week: 7, month: 31, quarter: 92, all: 400 } as const
export type Period = keyof typeof periods
export const periodNames = Object.keys(periods) as readonly Period[]

interface ListState {
  readonly view: View
  readonly period: Period
  readonly locationId: string | null
  /** The sheet of the calendar, `YYYY-MM`. */
  readonly month: string
  /** The day of the last answer, `YYYY-MM-DD` in Belgium. */
  readonly today: string
  readonly rows: readonly SessionRow[]
  /** What the rows answer, so that a screen never shows the rows of another question as its own. */
  readonly answered: string
  readonly loaded: boolean
  readonly error: AppError | null
}

export interface SessionList extends StoreApi<ListState> {
  /** Takes up how the operator left the list and asks for its rows; returns what ends it. */
  follow(): () => void
  look(view: View): void
  choosePeriod(period: Period): void
  chooseLocation(locationId: string | null): void
  turnTo(month: string): void
  /** Asks again for what is shown, after a change of the data; many changes in a row make one question. */
  refresh(): void
}

type Range = Readonly<{ from: string; to: string; locationId: string | null }>

/** The days that the view shows. */
function rangeOf({ view, period, month, locationId }: ListState, today: string): Range {
  const weeks = view === 'calendar' ? weeksOf(month) : []
  const from = weeks[0]?.[0] ?? addDays(today, -periods[period])
  const to = weeks.at(-1)?.at(-1) ?? addDays(today, periods[period])
  return { from, to, locationId }
}

/** What was kept of the last time, as far as it still means something. */
function remembered(text: string | undefined): Partial<Pick<ListState, 'view' | 'period' | 'locationId'>> {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    const { view, period, locationId } = (kept ?? {}) as Readonly<Record<string, unknown>>
    const knownView = views.find((one) => one === view)
    const knownPeriod = periodNames.find((one) => one === period)
    return {
      ...(knownView && { view: knownView }),
      ...(knownPeriod && { period: knownPeriod }),
      locationId: typeof locationId === 'string' ? locationId : null,
    }
  } catch {
    return {}
  }
}

/** @param now milliseconds since 1970 */
export function createList(desk: Desk, preferences: Preferences, now: () => number): SessionList {
  const first = todayInBelgium(now())
  const store = createStore<ListState>(() => ({
    view: 'list',
    period: 'month',
    locationId: null,
    month: monthOf(first),
    today: first,
    rows: [],
    answered: '',
    loaded: false,
    error: null,
  }))
  // An answer counts only for the last question.
  let question = 0
  let refreshing: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    question += 1
    const mine = question
    const today = todayInBelgium(now())
    const range = rangeOf(store.getState(), today)
    try {
      const rows = await desk.call('session:list', range)
      if (mine === question) store.setState({ rows, today, answered: JSON.stringify(range), loaded: true, error: null })
    } catch (thrown) {
      if (mine === question) store.setState({ loaded: true, error: errorOf(thrown) })
    }
  }

  const takeUp = (kept: Readonly<Record<string, string>>): boolean => {
    const { view, period, locationId } = store.getState()
    const next = { view, period, locationId, ...remembered(kept[preference]) }
    if (next.view === view && next.period === period && next.locationId === locationId) return false
    store.setState(next)
    return true
  }

  const change = (next: Partial<Pick<ListState, 'view' | 'period' | 'locationId'>>) => {
    store.setState(next)
    const { view, period, locationId } = store.getState()
    preferences.keep(preference, { view, period, locationId })
    void read()
  }

  return {
    ...store,
    follow() {
      takeUp(preferences.getState().kept)
      void read()
      return preferences.subscribe(({ kept }) => {
        if (takeUp(kept)) void read()
      })
    },
    look: (view) => change({ view }),
    choosePeriod: (period) => change({ period }),
    chooseLocation: (locationId) => change({ locationId }),
    turnTo(month) {
      store.setState({ month })
      void read()
    },
    refresh() {
      if (refreshing !== undefined) return
      refreshing = setTimeout(() => {
        refreshing = undefined
        void read()
      }, refreshPause)
    },
  }
}

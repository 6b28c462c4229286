import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { AppError } from '../../shared/result.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import { type Desk, errorOf } from '../desk.ts'

interface ComingState {
  /** Null until the desk has answered. */
  readonly sessions: readonly SessionRow[] | null
  readonly error: AppError | null
}

/** How far ahead somebody may be registered. */
const DAYS = 400

/** The sessions that somebody can still be registered in, the nearest first. */
export function readComingSessions(desk: Desk, now: number): StoreApi<ComingState> {
  const store = createStore<ComingState>(() => ({ sessions: null, error: null }))
  const today = inBelgium(now).date
  void desk.call('session:list', { from: today, to: addDays(today, DAYS) }).then(
    (rows) =>
      store.setState({
        sessions: rows.filter(({ session }) => session.status === 'planned' && session.closedAt === null),
      }),
    (thrown: unknown) => store.setState({ error: errorOf(thrown) }),
  )
  return store
}

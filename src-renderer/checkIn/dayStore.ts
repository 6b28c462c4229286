import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRow } from '../../shared/calls/session.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface DayState {
  readonly sessions: readonly SessionRow[]
  readonly loaded: boolean
  readonly error: AppError | null
}

/** The sessions somebody may receive at today. */
export interface Day extends StoreApi<DayState> {
  refresh(): Promise<void>
}

export function createDay(desk: Desk): Day {
  const store = createStore<DayState>(() => ({ sessions: [], loaded: false, error: null }))
  let question = 0
  return {
    ...store,
    async refresh() {
      question += 1
      const mine = question
      try {
        const sessions = await desk.call('checkIn:sessions', {})
        if (mine === question) store.setState({ sessions, loaded: true, error: null })
      } catch (thrown) {
        if (mine === question) store.setState({ error: errorOf(thrown), loaded: true })
      }
    },
  }
}

import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Today } from '../../shared/calls/today.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

const refreshPause = 150
/** A day ends and a session begins without any change of the data. */
const minute = 60_000

interface TodayState {
  readonly today: Today | null
  readonly error: AppError | null
}

export interface TodayStore extends StoreApi<TodayState> {
  /** Asks again; many changes in a row make one question. */
  refresh(): void
  follow(): () => void
}

export function createToday(desk: Desk): TodayStore {
  const store = createStore<TodayState>(() => ({ today: null, error: null }))
  let question = 0
  let refreshing: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    question += 1
    const mine = question
    try {
      const today = await desk.call('today:read', {})
      if (mine === question) store.setState({ today, error: null })
    } catch (thrown) {
      if (mine === question) store.setState({ error: errorOf(thrown) })
    }
  }

  const refresh = () => {
    refreshing ??= setTimeout(() => {
      refreshing = undefined
      void read()
    }, refreshPause)
  }

  return {
    ...store,
    refresh,
    follow() {
      void read()
      const stop = desk.on('data:changed', refresh)
      const clock = setInterval(refresh, minute)
      return () => {
        stop()
        clearInterval(clock)
      }
    },
  }
}

export const TodayContext = createContext<TodayStore | null>(null)

export function useToday(): TodayStore {
  const today = use(TodayContext)
  if (!today) throw new Error('the day stands outside its context')
  return today
}

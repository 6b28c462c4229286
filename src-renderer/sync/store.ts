import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SyncState } from '../../shared/calls/sync.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface Exchange {
  readonly sync: SyncState | null
  readonly error: AppError | null
}

export interface SyncStore extends StoreApi<Exchange> {
  /** Begins to follow the exchange with central; returns what ends it. */
  follow(): () => void
  /** Asks for an exchange at once. */
  now(): Promise<void>
}

export function createSync(desk: Desk): SyncStore {
  const store = createStore<Exchange>(() => ({ sync: null, error: null }))
  // An event is newer than the answer to a question asked before it.
  let events = 0

  async function ask(name: 'sync:read' | 'sync:now'): Promise<void> {
    const before = events
    try {
      const sync = await desk.call(name, {})
      if (before === events) store.setState({ sync, error: null })
    } catch (thrown) {
      store.setState({ error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    follow() {
      const stop = desk.on('sync:changed', (sync) => {
        events += 1
        store.setState({ sync, error: null })
      })
      void ask('sync:read')
      return () => {
        stop()
        store.setState({ sync: null, error: null })
      }
    },
    now: () => ask('sync:now'),
  }
}

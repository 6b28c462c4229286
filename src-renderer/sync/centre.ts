import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Centre } from '../../shared/centre.ts'
import type { Desk } from '../desk.ts'

/** The centre as central describes it: its places, its staff, its exams. Null until it was received. */
export interface CentreStore extends StoreApi<{ readonly centre: Centre | null }> {
  follow(): () => void
}

export function createCentre(desk: Desk): CentreStore {
  const store = createStore<{ readonly centre: Centre | null }>(() => ({ centre: null }))
  async function read(): Promise<void> {
    try {
      store.setState({ centre: await desk.call('centre:read', {}) })
    } catch {
      // Codes stand where the titles would: the screens say enough without.
    }
  }
  return {
    ...store,
    follow() {
      void read()
      return desk.on('data:changed', ({ tables }) => {
        if (tables.includes('centre')) void read()
      })
    },
  }
}

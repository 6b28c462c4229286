import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Printer } from '../../shared/calls/document.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import type { Preferences } from '../ui/preferences.ts'

interface PrintersState {
  /** Null while the system is asked. */
  readonly printers: readonly Printer[] | null
  readonly last: string | null
  readonly error: AppError | null
}

export interface Printers extends StoreApi<PrintersState> {
  read(): Promise<void>
  choose(name: string): void
}

/** The desk itself keeps the printer last used under the same name, so that a choice here counts until the next print. */
const preference = 'printer.last'

export function createPrinters(desk: Desk, preferences: Preferences): Printers {
  const store = createStore<PrintersState>(() => ({ printers: null, last: null, error: null }))
  return {
    ...store,
    async read() {
      try {
        store.setState({ ...(await desk.call('document:printers', {})), error: null })
      } catch (thrown) {
        store.setState({ error: errorOf(thrown) })
      }
    },
    choose(last) {
      preferences.keep(preference, last)
      store.setState({ last })
    },
  }
}

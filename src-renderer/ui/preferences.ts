import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Desk } from '../desk.ts'
import { useTools } from '../tools.ts'

interface PreferencesState {
  /** Key → JSON text, as the desk keeps it. */
  readonly kept: Readonly<Record<string, string>>
}

/** How an operator likes the program: widths, sort orders, the state of the rail. Kept in the encrypted cache. */
export interface Preferences extends StoreApi<PreferencesState> {
  read(): Promise<void>
  keep(key: string, value: unknown): void
}

export function createPreferences(desk: Desk): Preferences {
  const store = createStore<PreferencesState>(() => ({ kept: {} }))
  return {
    ...store,
    async read() {
      try {
        const kept = await desk.call('preference:read', {})
        // What was chosen while the answer was on the way is newer.
        store.setState((state) => ({ kept: { ...kept, ...state.kept } }))
      } catch {
        // A screen without its widths is a screen all the same: nobody is told.
      }
    },
    keep(key, value) {
      const text = JSON.stringify(value)
      store.setState((state) => ({ kept: { ...state.kept, [key]: text } }))
      void desk.call('preference:write', { key, value: text }).catch(() => undefined)
    },
  }
}

const parsed = (text: string | undefined): unknown => {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * One preference and the way to change it.
 * @param read makes the value of what was kept (undefined the first time), whatever an older program wrote there
 */
export function usePreference<T>(key: string, read: (kept: unknown) => T): readonly [T, (value: T) => void] {
  const { preferences } = useTools()
  const text = useStore(preferences, ({ kept }) => kept[key])
  return [read(parsed(text)), (value) => preferences.keep(key, value)]
}

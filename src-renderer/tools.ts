import { createContext, use } from 'react'
import type { Desk } from './desk.ts'
import type { DeskStore } from './desk/store.ts'
import type { Going } from './shell/going.ts'
import type { CentreStore } from './sync/centre.ts'
import type { SyncStore } from './sync/store.ts'
import type { Leaving } from './ui/leaving.ts'
import type { Preferences } from './ui/preferences.ts'

/** What `main.tsx` builds once and every screen is handed: nothing in the window makes its own. */
export interface Tools {
  readonly desk: Desk
  readonly deskStore: DeskStore
  readonly sync: SyncStore
  readonly centre: CentreStore
  readonly leaving: Leaving
  /** From this screen to another, and to something on it. */
  readonly going: Going
  readonly preferences: Preferences
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** A new UUIDv7. */
  readonly newId: () => string
}

export const ToolsContext = createContext<Tools | null>(null)

export function useTools(): Tools {
  const tools = use(ToolsContext)
  if (!tools) throw new Error('a screen stands outside the tools')
  return tools
}

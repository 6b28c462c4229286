import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Desk } from '../desk.ts'
import { type Acts, createActs } from './acts.ts'
import { createDay, type Day } from './dayStore.ts'
import { createDoor, type Door } from './doorStore.ts'
import { createElsewhere, type ElsewhereSearch } from './elsewhereStore.ts'
import type { Shown } from './rows.ts'
import { createView, type View } from './viewStore.ts'

/** One store a concern: today's sessions, the list at the door, who is not on it, and what the operator looks at. */
export interface CheckInScreenState {
  readonly day: Day
  readonly door: Door
  readonly view: View
  readonly elsewhere: ElsewhereSearch
  readonly acts: Acts
  /** Opens a session's list; null goes back to the choice. */
  open(sessionId: string | null): void
  /** Begins to follow the data; returns what ends it. */
  follow(): () => void
}

const refreshPause = 100

/**
 * @param newId makes a UUIDv7
 * @param now milliseconds since 1970
 */
export function createCheckIn(desk: Desk, newId: () => string, now: () => number): CheckInScreenState {
  const day = createDay(desk)
  const door = createDoor(desk, newId)
  const view = createView()
  const elsewhere = createElsewhere(desk)
  const acts = createActs({ door, view, elsewhere, now, open: (sessionId) => open(sessionId) })
  let refreshing: ReturnType<typeof setTimeout> | undefined

  function open(sessionId: string | null): void {
    view.reset()
    elsewhere.look('', '')
    acts.ask(null)
    door.open(sessionId)
  }
  async function refresh(): Promise<void> {
    await Promise.all([day.refresh(), door.refresh()])
    const [only, ...others] = day.getState().sessions
    if (only && others.length === 0 && door.getState().sessionId === null) open(only.session.id)
  }

  return {
    day,
    door,
    view,
    elsewhere,
    acts,
    open,
    follow() {
      void refresh()
      const stop = desk.on('data:changed', () => {
        refreshing ??= setTimeout(() => {
          refreshing = undefined
          void refresh()
        }, refreshPause)
      })
      return () => {
        stop()
        clearTimeout(refreshing)
        refreshing = undefined
      }
    },
  }
}

export const CheckInContext = createContext<CheckInScreenState | null>(null)

export function useCheckIn(): CheckInScreenState {
  const checkIn = use(CheckInContext)
  if (!checkIn) throw new Error('the check-in screen stands outside its context')
  return checkIn
}

/** The lines on the screen and which of them is under the cursor. */
export function useShown(): Shown & { readonly cursor: number } {
  const { door, view, elsewhere, acts } = useCheckIn()
  useStore(door)
  useStore(view)
  useStore(elsewhere)
  return acts.shown()
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord, SessionRow } from '../../shared/calls/session.ts'
import type { AppError } from '../../shared/result.ts'
import { addDays } from '../../shared/time.ts'
import { type Desk, errorOf } from '../desk.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { createAttempt } from '../ui/attempt.ts'
import { periods } from './listStore.ts'
import { isOver } from './status.ts'

interface MoveState {
  /** The registrations to move; null while nobody is being moved. */
  readonly ids: readonly string[] | null
  /** Where they may go: sessions to come that still take people, the nearest first. */
  readonly targets: readonly SessionRow[]
  readonly loaded: boolean
  readonly chosen: string | null
  readonly reason: string
  readonly saving: boolean
  readonly error: AppError | null
}

/** People on their way to another session. */
export interface Move extends StoreApi<MoveState> {
  begin(from: string, ids: readonly string[]): void
  choose(sessionId: string): void
  explain(reason: string): void
  /** True when it is written on this desk; on failure the error is in the state and the choice stays. */
  confirm(): Promise<boolean>
  giveUp(): void
}

/** How many more people a session takes; below zero when it is over-full. */
export const freeSeats = ({ session, counts }: SessionRow): number => session.seats - counts.registered

/**
 * @param newId makes a UUIDv7
 * @param now milliseconds since 1970
 * @param accept is handed the session that they left
 */
export function createMove(
  desk: Desk,
  newId: () => string,
  now: () => number,
  accept: (record: SessionRecord) => void,
): Move {
  const none: MoveState = {
    ids: null,
    targets: [],
    loaded: false,
    chosen: null,
    reason: '',
    saving: false,
    error: null,
  }
  const store = createStore<MoveState>(() => none)
  const attempt = createAttempt(newId)
  let question = 0

  async function readTargets(from: string): Promise<void> {
    question += 1
    const mine = question
    const today = todayInBelgium(now())
    try {
      const rows = await desk.call('session:list', { from: today, to: addDays(today, periods.all), locationId: null })
      const targets = rows.filter((row) => row.session.id !== from && !isOver(row))
      if (mine === question) store.setState({ targets, loaded: true })
    } catch (thrown) {
      if (mine === question) store.setState({ loaded: true, error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    begin(from, ids) {
      attempt.done()
      store.setState({ ...none, ids })
      void readTargets(from)
    },
    choose: (chosen) => store.setState({ chosen, error: null }),
    explain: (reason) => store.setState({ reason }),
    async confirm() {
      const { ids, chosen, reason, saving } = store.getState()
      if (saving || ids === null || chosen === null) return false
      const overrideReason = reason.trim() === '' ? null : reason
      const changes = attempt.ids([ids, chosen, overrideReason], ids.length)
      const moves = ids.map((id, i) => ({ id, changeId: changes[i] ?? '' }))
      store.setState({ saving: true, error: null })
      try {
        accept(await desk.call('registration:move', { moves, sessionId: chosen, overrideReason }))
        attempt.done()
        store.setState(none)
        return true
      } catch (thrown) {
        store.setState({ saving: false, error: errorOf(thrown) })
        return false
      }
    },
    giveUp() {
      question += 1
      store.setState(none)
    },
  }
}

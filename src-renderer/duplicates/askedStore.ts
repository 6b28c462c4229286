import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HoldCase } from '../../shared/calls/duplicate.ts'
import type { MergeRequest } from '../../shared/duplicate.ts'
import type { Desk } from '../desk.ts'
import { createDecisions, type Decisions } from './decisions.ts'

interface AskedState {
  readonly id: string | null
  /** What waits for a word on whom the open record is of; null when nothing does. */
  readonly held: HoldCase | null
  /** What was asked of Certassur; null until somebody needs it. */
  readonly requests: readonly MergeRequest[] | null
}

/** What is asked about the open record: whose it is, and whether it is to become one with another. */
export interface Asked extends StoreApi<AskedState> {
  readonly decisions: Decisions
  open(id: string | null): void
  refresh(): void
  /** Somebody resembles him: what was asked of Certassur is to be shown. */
  wantRequests(): void
}

/** @param newId makes a UUIDv7 */
export function createAsked(desk: Desk, newId: () => string): Asked {
  const store = createStore<AskedState>(() => ({ id: null, held: null, requests: null }))
  // An answer counts only for the last question.
  let question = 0
  let requestsWanted = false

  async function readHold(): Promise<void> {
    question += 1
    const { id } = store.getState()
    if (id === null) return
    const mine = question
    // Of most records nothing is asked, which the desk says with an error.
    const found = await desk.call('hold:read', { id }).catch(() => null)
    const waits = found !== null && (found.hold.decision === null || found.waiting)
    if (mine === question) store.setState({ held: waits ? found : null })
  }
  async function readRequests(): Promise<void> {
    if (!requestsWanted) return
    const rows = await desk.call('merge:list', {}).catch(() => null)
    if (rows) store.setState({ requests: rows.map(({ request }) => request) })
  }

  return {
    ...store,
    decisions: createDecisions(desk, newId),
    open(id) {
      if (id === store.getState().id) return
      store.setState({ id, held: null })
      void readHold()
    },
    refresh() {
      void readHold()
      void readRequests()
    },
    wantRequests() {
      if (requestsWanted) return
      requestsWanted = true
      void readRequests()
    },
  }
}

/** The last thing asked about these two, whichever was named first. */
export const requestAbout = (
  requests: readonly MergeRequest[] | null,
  one: string,
  other: string,
): MergeRequest | undefined => requests?.find(({ a, b }) => (a === one && b === other) || (a === other && b === one))

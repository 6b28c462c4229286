import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidateDocuments } from '../../shared/calls/document.ts'
import type { CandidateSession } from '../../shared/calls/session.ts'
import type { HistoryLine } from '../../shared/history.ts'
import type { Mail } from '../../shared/mail.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

/** The parts of a record, side by side. */
export const tabs = ['record', 'sessions', 'documents', 'history'] as const
export type Tab = (typeof tabs)[number]

interface AroundState {
  readonly id: string | null
  readonly tab: Tab
  readonly sessions: readonly CandidateSession[] | null
  readonly documents: CandidateDocuments | null
  /** Asked when somebody looks at it. */
  readonly history: readonly HistoryLine[] | null
  /** Asked with the history. */
  readonly mails: readonly Mail[] | null
  readonly historyWanted: boolean
  readonly error: AppError | null
  readonly issuing: boolean
  readonly issueError: AppError | null
}

/** What belongs to a person beside his record. */
export interface Around extends StoreApi<AroundState> {
  open(id: string | null): void
  show(tab: Tab): void
  refresh(): void
  wantHistory(): void
  /** Issues an attendance attestation; its id, or null when the error is in the state. */
  issue(registrationId: string): Promise<string | null>
}

const nothing: AroundState = {
  id: null,
  tab: 'record',
  sessions: null,
  documents: null,
  history: null,
  mails: null,
  historyWanted: false,
  error: null,
  issuing: false,
  issueError: null,
}

/** @param newId makes a UUIDv7 */
export function createAround(desk: Desk, newId: () => string): Around {
  const store = createStore<AroundState>(() => nothing)
  // An answer counts only for the last question.
  let question = 0
  // Kept while issuing fails, so that pressing again is the same act.
  let attempt: { readonly registrationId: string; readonly changeId: string; readonly id: string } | null = null

  async function read(): Promise<void> {
    const { id, historyWanted } = store.getState()
    if (id === null) return
    question += 1
    const mine = question
    try {
      const [sessions, documents, history, mails] = await Promise.all([
        desk.call('candidate:sessions', { id }),
        desk.call('attestation:forCandidate', { candidateId: id }),
        historyWanted ? desk.call('history:read', { candidateId: id, sessionId: null }) : null,
        historyWanted ? desk.call('candidate:mails', { id }) : null,
      ])
      if (mine === question) store.setState({ sessions, documents, history, mails, error: null })
    } catch (thrown) {
      if (mine === question) store.setState({ error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    open(id) {
      question += 1
      attempt = null
      store.setState({ ...nothing, id })
      void read()
    },
    show: (tab) => store.setState({ tab }),
    refresh: () => void read(),
    wantHistory() {
      if (store.getState().historyWanted) return
      store.setState({ historyWanted: true })
      void read()
    },
    async issue(registrationId) {
      if (store.getState().issuing) return null
      if (attempt?.registrationId !== registrationId) attempt = { registrationId, changeId: newId(), id: newId() }
      const { id } = store.getState()
      store.setState({ issuing: true, issueError: null })
      try {
        const issued = await desk.call('attendance:issue', attempt)
        attempt = null
        if (store.getState().id === id) {
          store.setState({ issuing: false })
          void read()
        }
        return issued.id
      } catch (thrown) {
        if (store.getState().id === id) store.setState({ issuing: false, issueError: errorOf(thrown) })
        return null
      }
    },
  }
}

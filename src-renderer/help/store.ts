import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidateRecord, CandidateRow } from '../../shared/calls/candidate.ts'
import type { CandidateDocuments } from '../../shared/calls/document.ts'
import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import type { CandidateSession } from '../../shared/calls/session.ts'
import type { Contact, ContactOutcome, ContactProblem } from '../../shared/contact.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { likely } from '../duplicates/remarks.ts'
import { createAttempt } from '../ui/attempt.ts'
import { createPagedList, type PagedList } from '../ui/pagedList.ts'

/** Everything that the desk knows of whoever calls. */
export interface Caller {
  readonly record: CandidateRecord
  readonly documents: CandidateDocuments
  readonly sessions: readonly CandidateSession[]
  /** Who on this desk may be a second record of his. */
  readonly likely: readonly SimilarPerson[]
  readonly contacts: readonly Contact[]
}

interface HelpState {
  readonly caller: Caller | null
  readonly problem: ContactProblem | null
  readonly busy: boolean
  /** What was just done, to be said where it was done. */
  readonly done: ContactOutcome | null
  readonly error: AppError | null
}

interface People {
  readonly rows: readonly CandidateRow[]
  readonly total: number
}
interface Query {
  readonly text: string
}

/** Who calls, what about, and what is done about it. */
export interface Help extends StoreApi<HelpState> {
  readonly people: PagedList<Query, CandidateRow, People>
  open(id: string): void
  choose(problem: ContactProblem): void
  /** Has the codes sent, and notes it. */
  sendCodes(): Promise<void>
  /** Notes what came of it. True when it is written on this desk. */
  note(outcome: ContactOutcome, note: string | null): Promise<boolean>
  leave(): void
  follow(): () => void
}

/** @param newId makes a UUIDv7 */
export function createHelp(desk: Desk, newId: () => string): Help {
  const store = createStore<HelpState>(() => ({ caller: null, problem: null, busy: false, done: null, error: null }))
  const people = createPagedList<Query, CandidateRow, People>({
    first: { text: '' },
    idOf: ({ id }) => id,
    ask: ({ text }, offset, limit) => desk.call('candidate:search', { text, offset, limit }),
  })
  const attempt = createAttempt(newId)
  let wanted: string | null = null

  async function read(id: string): Promise<void> {
    const [record, documents, sessions, similar, contacts] = await Promise.all([
      desk.call('candidate:read', { id }),
      desk.call('attestation:forCandidate', { candidateId: id }),
      desk.call('candidate:sessions', { id }),
      desk.call('candidate:similar', { id }),
      desk.call('contact:list', { candidateId: id }),
    ])
    if (wanted !== id) return
    store.setState({ caller: { record, documents, sessions, likely: likely(similar.people), contacts } })
  }
  const refresh = () => {
    if (wanted !== null) void read(wanted).catch((thrown: unknown) => store.setState({ error: errorOf(thrown) }))
  }
  const open = (id: string) => {
    if (wanted === id) return
    wanted = id
    store.setState({ caller: null, problem: null, done: null, error: null })
    refresh()
  }

  /** Runs one act at a time; its error stays in the state. */
  async function run(act: () => Promise<unknown>, done: ContactOutcome): Promise<boolean> {
    if (store.getState().busy) return false
    store.setState({ busy: true, error: null, done: null })
    try {
      await act()
      attempt.done()
      store.setState({ busy: false, done })
      refresh()
      return true
    } catch (thrown) {
      store.setState({ busy: false, error: errorOf(thrown) })
      return false
    }
  }

  return {
    ...store,
    people,
    open,
    choose: (problem) => store.setState({ problem, done: null, error: null }),
    async sendCodes() {
      const { problem } = store.getState()
      const id = wanted
      if (id === null || problem === null) return
      const [changeId = '', contactId = '', contactChange = ''] = attempt.ids(['codes', id], 3)
      await run(async () => {
        await desk.call('candidate:sendCodes', { changeId, id })
        await desk.call('contact:record', {
          changeId: contactChange,
          id: contactId,
          candidateId: id,
          problem,
          outcome: 'codesSent',
          note: null,
        })
      }, 'codesSent')
    },
    async note(outcome, note) {
      const { problem } = store.getState()
      if (wanted === null || problem === null) return false
      const candidateId = wanted
      const [changeId = '', id = ''] = attempt.ids([candidateId, problem, outcome, note], 2)
      return run(() => desk.call('contact:record', { changeId, id, candidateId, problem, outcome, note }), outcome)
    },
    leave() {
      wanted = null
      people.leave()
      store.setState({ caller: null, problem: null, done: null, error: null })
    },
    follow() {
      people.refresh()
      refresh()
      const stopRows = people.subscribe(({ chosen }, before) => {
        if (chosen && chosen !== before.chosen) open(chosen.id)
      })
      const stop = desk.on('data:changed', () => {
        people.refresh()
        refresh()
      })
      return () => {
        stopRows()
        stop()
      }
    },
  }
}

export const HelpContext = createContext<Help | null>(null)

export function useHelp(): Help {
  const help = use(HelpContext)
  if (!help) throw new Error('the help for candidates stands outside its context')
  return help
}

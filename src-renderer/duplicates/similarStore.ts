import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SimilarPeople } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface SimilarState {
  readonly id: string | null
  /** Null until the desk has answered once. */
  readonly similar: SimilarPeople | null
  readonly error: AppError | null
  /** The records stand side by side. */
  readonly comparing: boolean
}

/** Who may be the person whose record is open. */
export interface Similar extends StoreApi<SimilarState> {
  open(id: string | null): void
  /** Asks again: the data changed, here or elsewhere. */
  refresh(): void
  compare(comparing: boolean): void
}

/** The desk reads everybody after the sign-in, and says nothing of its own accord when it has. */
const ASK_AGAIN = 1_000

export function createSimilar(desk: Desk): Similar {
  const closed: SimilarState = { id: null, similar: null, error: null, comparing: false }
  const store = createStore<SimilarState>(() => closed)
  // An answer counts only for the last question.
  let question = 0
  let later: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    clearTimeout(later)
    question += 1
    const { id } = store.getState()
    if (id === null) return
    const mine = question
    try {
      const similar = await desk.call('candidate:similar', { id })
      if (mine !== question) return
      store.setState({ similar, error: null })
      if (!similar.ready) later = setTimeout(() => void read(), ASK_AGAIN)
    } catch (thrown) {
      if (mine === question) store.setState({ similar: null, error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    open(id) {
      if (id === store.getState().id) return
      store.setState({ ...closed, id })
      void read()
    },
    refresh: () => void read(),
    compare: (comparing) => store.setState({ comparing }),
  }
}

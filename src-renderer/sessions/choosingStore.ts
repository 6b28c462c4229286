import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import type { Person } from './registerStore.ts'

interface ChoosingState {
  /** For whom a session is being chosen; null while nobody waits for one. */
  readonly candidateId: string | null
  /** The same, once his record was read. */
  readonly person: Person | null
  readonly error: AppError | null
  /** The session was chosen for good, not only looked at: its form takes the keyboard. */
  readonly entering: boolean
}

/** Somebody who comes from his record to be registered, while his session is still to be chosen. */
export interface Choosing extends StoreApi<ChoosingState> {
  begin(candidateId: string): void
  enter(entering: boolean): void
  giveUp(): void
}

export function createChoosing(desk: Desk): Choosing {
  const nobody: ChoosingState = { candidateId: null, person: null, error: null, entering: false }
  const store = createStore<ChoosingState>(() => nobody)
  // An answer counts only for the person asked for last.
  let question = 0

  async function read(id: string): Promise<void> {
    question += 1
    const mine = question
    try {
      const { candidate } = await desk.call('candidate:read', { id })
      if (mine === question) store.setState({ person: candidate })
    } catch (thrown) {
      if (mine === question) store.setState({ error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    begin(candidateId) {
      store.setState({ ...nobody, candidateId })
      void read(candidateId)
    },
    enter: (entering) => store.setState({ entering }),
    giveUp() {
      question += 1
      store.setState(nobody)
    },
  }
}

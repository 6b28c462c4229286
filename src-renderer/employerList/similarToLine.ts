import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SimilarPeople } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface SimilarState {
  readonly line: number | null
  /** Null until the desk has answered. */
  readonly similar: SimilarPeople | null
  readonly error: AppError | null
}

/** The records that look like the person of the line that is open. */
export interface SimilarToLine extends StoreApi<SimilarState> {
  open(line: number | null): void
}

export function createSimilarToLine(desk: Desk): SimilarToLine {
  const closed: SimilarState = { line: null, similar: null, error: null }
  const store = createStore<SimilarState>(() => closed)
  return {
    ...store,
    open(line) {
      if (line === store.getState().line) return
      store.setState({ ...closed, line })
      if (line === null) return
      const answered = (answer: Partial<SimilarState>) => {
        // An answer counts only for the line that is still open.
        if (store.getState().line === line) store.setState(answer)
      }
      void desk.call('employerList:similar', { line }).then(
        (similar) => answered({ similar }),
        (thrown: unknown) => answered({ error: errorOf(thrown) }),
      )
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Elsewhere } from '../../shared/calls/checkIn.ts'
import type { AppError } from '../../shared/result.ts'
import { fold } from '../../shared/text.ts'
import { type Desk, errorOf } from '../desk.ts'

const typingPause = 120

interface ElsewhereState {
  /** The text that the people answer; empty while nobody is looked for. */
  readonly answered: string
  readonly people: readonly Elsewhere[]
  readonly error: AppError | null
}

/** People beside the list, asked for only when nobody on it fits. */
export interface ElsewhereSearch extends StoreApi<ElsewhereState> {
  /** An empty text ends the search. */
  look(sessionId: string, text: string): void
}

export function createElsewhere(desk: Desk): ElsewhereSearch {
  const nobody: ElsewhereState = { answered: '', people: [], error: null }
  const store = createStore<ElsewhereState>(() => nobody)
  let question = 0
  let pause: ReturnType<typeof setTimeout> | undefined

  async function ask(sessionId: string, text: string): Promise<void> {
    const mine = question
    try {
      const people = await desk.call('checkIn:elsewhere', { sessionId, text })
      if (mine === question) store.setState({ answered: text, people, error: null })
    } catch (thrown) {
      if (mine === question) store.setState({ ...nobody, error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    look(sessionId, text) {
      question += 1
      clearTimeout(pause)
      if (fold(text).length < 2) store.setState(nobody)
      else pause = setTimeout(() => void ask(sessionId, text), typingPause)
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidateRow } from '../../shared/calls/candidate.ts'
import type { SessionRow } from '../../shared/calls/session.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import type { Desk } from '../desk.ts'

const typingPause = 80
/** A single letter finds everybody. */
const shortest = 2
const people = 6
const days = 30

interface PaletteState {
  readonly text: string
  /** The text that the candidates shown answer. */
  readonly answered: string
  readonly candidates: readonly CandidateRow[]
  /** The sessions around today, whatever is typed: they are few, and sorted out on the screen. */
  readonly sessions: readonly SessionRow[]
}

export interface Palette extends StoreApi<PaletteState> {
  /** Somebody begins to search: the sessions are asked anew. */
  begin(): void
  type(text: string): void
}

interface PaletteOptions {
  readonly now: () => number
  /** Somebody who may not read records is not offered any. */
  readonly readsRecords: boolean
}

/** Failures leave the lists as they are: the palette is a short way, and the screens themselves say what is wrong. */
export function createPalette(desk: Desk, { now, readsRecords }: PaletteOptions): Palette {
  const store = createStore<PaletteState>(() => ({ text: '', answered: '', candidates: [], sessions: [] }))
  let round = 0
  let typing: ReturnType<typeof setTimeout> | undefined

  async function search(text: string): Promise<void> {
    const mine = round
    try {
      const { rows } = await desk.call('candidate:search', { text, offset: 0, limit: people })
      if (mine === round) store.setState({ answered: text, candidates: rows })
    } catch {
      if (mine === round) store.setState({ answered: text, candidates: [] })
    }
  }

  return {
    ...store,
    begin() {
      if (!readsRecords) return
      const { date } = inBelgium(now())
      desk.call('session:list', { from: addDays(date, -days), to: addDays(date, days) }).then(
        (sessions) => store.setState({ sessions }),
        () => undefined,
      )
    },
    type(text) {
      round += 1
      clearTimeout(typing)
      store.setState({ text })
      if (!readsRecords) return
      if (text.trim().length < shortest) store.setState({ answered: text, candidates: [] })
      else typing = setTimeout(() => void search(text), typingPause)
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidatePage, CandidateRow } from '../../shared/calls/candidate.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

/** Rows asked at once; a screen shows two pages at most. */
export const pageSize = 100
const typingPause = 80
const refreshPause = 150

interface ListState {
  readonly text: string
  /** The text that the rows shown answer. */
  readonly answered: string
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>
  readonly total: number
  readonly all: number
  readonly loaded: boolean
  readonly error: AppError | null
}

export interface CandidateList extends StoreApi<ListState> {
  /** Searches while somebody types: one question per pause, and only the last answer counts. */
  type(text: string): void
  /** Says which rows stand on the screen, so that their pages are fetched. */
  show(first: number, last: number): void
  /** Asks again for what is shown, after a change of the data; many changes in a row make one question. */
  refresh(): void
  row(index: number): CandidateRow | undefined
}

export function createList(desk: Desk): CandidateList {
  const store = createStore<ListState>(() => ({
    text: '',
    answered: '',
    pages: new Map(),
    total: 0,
    all: 0,
    loaded: false,
    error: null,
  }))
  // A round is one text at one moment: an answer of an older round is dropped, however late it comes.
  let round = 0
  let asked = new Set<number>()
  let visible: readonly number[] = [0]
  let typing: ReturnType<typeof setTimeout> | undefined
  let refreshing: ReturnType<typeof setTimeout> | undefined

  const ask = (text: string, page: number): Promise<CandidatePage> =>
    desk.call('candidate:search', { text, offset: page * pageSize, limit: pageSize })

  async function restart(pages: readonly number[]): Promise<void> {
    round += 1
    const mine = round
    const { text } = store.getState()
    asked = new Set(pages)
    try {
      const answers = await Promise.all(pages.map(async (page) => [page, await ask(text, page)] as const))
      const last = answers.at(-1)?.[1]
      if (mine !== round || !last) return
      const found = new Map(answers.map(([page, answer]) => [page, answer.rows]))
      store.setState({ answered: text, pages: found, total: last.total, all: last.all, loaded: true, error: null })
    } catch (thrown) {
      if (mine === round) store.setState({ error: errorOf(thrown), loaded: true })
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = round
    const { answered } = store.getState()
    asked.add(page)
    try {
      const answer = await ask(answered, page)
      if (mine !== round) return
      store.setState((state) => ({
        pages: new Map(state.pages).set(page, answer.rows),
        total: answer.total,
        all: answer.all,
      }))
    } catch (thrown) {
      if (mine !== round) return
      asked.delete(page)
      store.setState({ error: errorOf(thrown) })
    }
  }

  return {
    ...store,
    type(text) {
      store.setState({ text })
      clearTimeout(typing)
      typing = setTimeout(() => {
        visible = [0]
        void restart(visible)
      }, typingPause)
    },
    show(first, last) {
      const from = Math.max(0, Math.floor(first / pageSize))
      const to = Math.max(from, Math.floor(last / pageSize))
      visible = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      if (!store.getState().loaded) return
      for (const page of visible) if (!asked.has(page)) void fetchPage(page)
    },
    refresh() {
      if (refreshing !== undefined) return
      refreshing = setTimeout(() => {
        refreshing = undefined
        void restart(visible)
      }, refreshPause)
    },
    row: (index) => store.getState().pages.get(Math.floor(index / pageSize))?.[index % pageSize],
  }
}

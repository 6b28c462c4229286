import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidatePage, CandidateRow } from '../../shared/calls/candidate.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

/** Rows asked at once; a screen shows two pages at most. */
export const pageSize = 100
const typingPause = 80
const refreshPause = 150

type ListFilter = HandlerArgs<'candidate:search'>['only']
export type SortColumn = HandlerArgs<'candidate:search'>['sort']
export interface ListOrder {
  readonly sort: SortColumn
  readonly descending: boolean
}

interface ListState {
  readonly text: string
  readonly only: ListFilter
  readonly order: ListOrder
  /** The text and the filter that the rows shown answer. */
  readonly answered: string
  readonly answeredOnly: ListFilter
  readonly pages: ReadonlyMap<number, readonly CandidateRow[]>
  readonly total: number
  readonly all: number
  readonly counts: CandidatePage['counts']
  /** Nobody has the words as typed: these resemble them, the nearest first. */
  readonly resembling: boolean
  readonly loaded: boolean
  readonly error: AppError | null
  /** Something outside the list sent the operator there; the screen takes him to the rows. */
  readonly summoned: boolean
}

export interface CandidateList extends StoreApi<ListState> {
  /** Searches while somebody types: one question per pause, and only the last answer counts. */
  type(text: string): void
  filter(only: ListFilter): void
  order(order: ListOrder): void
  /** Shows everything of one kind, whatever was searched before. */
  summon(only: ListFilter): void
  /** The operator has arrived. */
  arrive(): void
  /** Says which rows stand on the screen, so that their pages are fetched. */
  show(first: number, last: number): void
  /** Asks again for what is shown, after a change of the data; many changes in a row make one question. */
  refresh(): void
  row(index: number): CandidateRow | undefined
}

export function createList(desk: Desk): CandidateList {
  const store = createStore<ListState>(() => ({
    text: '',
    only: 'all',
    order: { sort: 'name', descending: false },
    answered: '',
    answeredOnly: 'all',
    pages: new Map(),
    total: 0,
    all: 0,
    counts: { toReview: 0, incomplete: 0, coming: 0 },
    resembling: false,
    loaded: false,
    error: null,
    summoned: false,
  }))
  // A round is one question at one moment: an answer of an older round is dropped, however late it comes.
  let round = 0
  let asked = new Set<number>()
  let visible: readonly number[] = [0]
  let typing: ReturnType<typeof setTimeout> | undefined
  let refreshing: ReturnType<typeof setTimeout> | undefined

  const ask = (text: string, only: ListFilter, page: number): Promise<CandidatePage> =>
    desk.call('candidate:search', {
      text,
      only,
      ...store.getState().order,
      offset: page * pageSize,
      limit: pageSize,
    })

  async function restart(pages: readonly number[]): Promise<void> {
    round += 1
    const mine = round
    const { text, only } = store.getState()
    asked = new Set(pages)
    try {
      const answers = await Promise.all(pages.map(async (page) => [page, await ask(text, only, page)] as const))
      const last = answers.at(-1)?.[1]
      if (mine !== round || !last) return
      const found = new Map(answers.map(([page, answer]) => [page, answer.rows]))
      const { total, all, counts, resembling } = last
      store.setState({
        answered: text,
        answeredOnly: only,
        pages: found,
        total,
        all,
        counts,
        resembling,
        loaded: true,
        error: null,
      })
    } catch (thrown) {
      if (mine === round) store.setState({ error: errorOf(thrown), loaded: true })
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = round
    const { answered, answeredOnly } = store.getState()
    asked.add(page)
    try {
      const answer = await ask(answered, answeredOnly, page)
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

  const search = () => {
    clearTimeout(typing)
    visible = [0]
    void restart(visible)
  }

  return {
    ...store,
    type(text) {
      store.setState({ text })
      clearTimeout(typing)
      typing = setTimeout(search, typingPause)
    },
    filter(only) {
      store.setState({ only })
      search()
    },
    order(order) {
      const now = store.getState().order
      if (now.sort === order.sort && now.descending === order.descending) return
      store.setState({ order })
      search()
    },
    summon(only) {
      store.setState({ text: '', only, summoned: true })
      search()
    },
    arrive: () => store.setState({ summoned: false }),
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

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/result.ts'
import { errorOf } from '../desk.ts'

/** Rows asked at once; a screen shows two pages at most. */
export const pageSize = 100
const typingPause = 80
const refreshPause = 150

export interface PageAnswer<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

interface PagedState<Query, Row, Answer> {
  readonly query: Query
  /** What the rows shown answer. */
  readonly answered: Query
  /** The latest answer, for what it says beside its rows. */
  readonly answer: Answer | null
  readonly pages: ReadonlyMap<number, readonly Row[]>
  readonly total: number
  readonly loaded: boolean
  readonly error: AppError | null
  /** The row under the mark; -1 without one. */
  readonly index: number
  readonly chosen: Row | null
  /** Counts what the operator did: it scrolls the list, a row that only changed its place does not. */
  readonly moves: number
}

export interface PagedList<Query, Row, Answer> extends StoreApi<PagedState<Query, Row, Answer>> {
  /** Asks something else: at once, or after a pause while somebody types. */
  ask(query: Partial<Query>, typing?: boolean): void
  /** Asks again for what is shown, after a change of the data; many changes in a row make one question. */
  refresh(): void
  /** Says which rows stand on the screen, so that their pages are fetched. */
  show(first: number, last: number): void
  row(index: number): Row | undefined
  choose(index: number): void
  leave(): void
  /** The open row is dealt with: when it leaves the list, the one that takes its place opens. */
  moveOn(): void
}

interface Source<Query, Row, Answer> {
  readonly first: Query
  readonly idOf: (row: Row) => string
  ask(query: Query, offset: number, limit: number): Promise<Answer>
}

/** A long list of which only the pages in sight are held, with the row that is open beside it. */
export function createPagedList<Query extends object, Row, Answer extends PageAnswer<Row>>(
  source: Source<Query, Row, Answer>,
): PagedList<Query, Row, Answer> {
  const store = createStore<PagedState<Query, Row, Answer>>(() => ({
    query: source.first,
    answered: source.first,
    answer: null,
    pages: new Map(),
    total: 0,
    loaded: false,
    error: null,
    index: -1,
    chosen: null,
    moves: 0,
  }))
  // An answer of an older round is dropped, however late it comes.
  let round = 0
  let asked = new Set<number>()
  let visible: readonly number[] = [0]
  let movingOn = false
  let typing: ReturnType<typeof setTimeout> | undefined
  let refreshing: ReturnType<typeof setTimeout> | undefined

  /** The mark stays with its row, not with the place. */
  const follow = (pages: ReadonlyMap<number, readonly Row[]>, total: number) => {
    const { chosen, index } = store.getState()
    if (chosen === null) return { index: -1, chosen: null }
    for (const [page, rows] of pages) {
      const at = rows.findIndex((row) => source.idOf(row) === source.idOf(chosen))
      if (at >= 0) return { index: page * pageSize + at, chosen: rows[at] ?? null }
    }
    const next = Math.min(index, total - 1)
    const taker = movingOn ? pages.get(Math.floor(next / pageSize))?.[next % pageSize] : undefined
    return taker === undefined ? { index: -1, chosen: null } : { index: next, chosen: taker }
  }

  async function restart(wanted: readonly number[]): Promise<void> {
    round += 1
    const mine = round
    const { query } = store.getState()
    asked = new Set(wanted)
    try {
      const answers = await Promise.all(
        wanted.map(async (page) => [page, await source.ask(query, page * pageSize, pageSize)] as const),
      )
      const last = answers.at(-1)?.[1]
      if (mine !== round || !last) return
      const pages = new Map(answers.map(([page, answer]) => [page, answer.rows]))
      const place = follow(pages, last.total)
      movingOn = false
      store.setState({
        ...place,
        answered: query,
        answer: last,
        pages,
        total: last.total,
        loaded: true,
        error: null,
      })
    } catch (thrown) {
      if (mine === round) store.setState({ error: errorOf(thrown), loaded: true })
    }
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = round
    asked.add(page)
    try {
      const answer = await source.ask(store.getState().answered, page * pageSize, pageSize)
      if (mine !== round) return
      store.setState(({ pages }) => ({ pages: new Map(pages).set(page, answer.rows), total: answer.total }))
    } catch (thrown) {
      if (mine !== round) return
      asked.delete(page)
      store.setState({ error: errorOf(thrown) })
    }
  }

  const restartAtTop = () => {
    clearTimeout(typing)
    visible = [0]
    void restart(visible)
  }
  const row = (index: number) => store.getState().pages.get(Math.floor(index / pageSize))?.[index % pageSize]

  return {
    ...store,
    ask(query, whileTyping = false) {
      store.setState((state) => ({ query: { ...state.query, ...query } }))
      clearTimeout(typing)
      if (whileTyping) typing = setTimeout(restartAtTop, typingPause)
      else restartAtTop()
    },
    refresh() {
      if (refreshing !== undefined) return
      refreshing = setTimeout(() => {
        refreshing = undefined
        void restart(visible)
      }, refreshPause)
    },
    show(first, last) {
      const from = Math.max(0, Math.floor(first / pageSize))
      const to = Math.max(from, Math.floor(last / pageSize))
      visible = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      if (!store.getState().loaded) return
      for (const page of visible) if (!asked.has(page)) void fetchPage(page)
    },
    row,
    choose(wanted) {
      const index = Math.min(Math.max(wanted, 0), store.getState().total - 1)
      const chosen = row(index)
      if (chosen !== undefined) store.setState(({ moves }) => ({ index, chosen, moves: moves + 1 }))
    },
    leave: () => store.setState({ index: -1, chosen: null }),
    moveOn() {
      movingOn = true
    },
  }
}

import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  EmployerListState,
  LineDecision,
  LineFilter,
  LineVerdict,
  ListChoices,
  ListPage,
  ListRegistration,
  ListRow,
} from '../../shared/calls/employerList.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createPagedList, type PagedList } from '../ui/pagedList.ts'
import { createSimilarToLine, type SimilarToLine } from './similarToLine.ts'

/** What follows the check is looked at before anything is done; the main process knows nothing of it. */
type CheckView = 'check' | 'session' | 'summary'

interface ListState {
  /** The desk has answered once. */
  readonly loaded: boolean
  readonly list: EmployerListState | null
  readonly view: CheckView
  /** The session that a list was begun for, from its own screen. */
  readonly wantedSession: string | null
  /** An act is on its way. */
  readonly busy: boolean
  readonly error: AppError | null
  readonly reportSaved: boolean
}

interface RowQuery {
  readonly only: LineFilter
  readonly text: string
}

/** The list of an employer on its way into the records. */
export interface EmployerList extends StoreApi<ListState> {
  readonly rows: PagedList<RowQuery, ListRow, ListPage>
  readonly similar: SimilarToLine
  /** Follows the desk while the screen stands. */
  follow(): () => void
  want(sessionId: string): void
  show(view: CheckView): void
  choose(): Promise<void>
  paste(text: string): Promise<void>
  check(choices: ListChoices): Promise<void>
  back(): Promise<void>
  decide(line: number, decision: LineDecision | null): Promise<boolean>
  decideAll(verdict: Exclude<LineVerdict, 'refused'>, decision: LineDecision['kind']): Promise<void>
  register(registration: ListRegistration | null): Promise<boolean>
  import(): Promise<void>
  saveReport(): Promise<void>
  end(): Promise<void>
}

/** The calls that answer the list as it stands after them. */
type ListCall =
  | 'employerList:choose'
  | 'employerList:paste'
  | 'employerList:check'
  | 'employerList:back'
  | 'employerList:decide'
  | 'employerList:decideAll'
  | 'employerList:register'
  | 'employerList:import'

export function createEmployerList(desk: Desk): EmployerList {
  const store = createStore<ListState>(() => ({
    loaded: false,
    list: null,
    view: 'check',
    wantedSession: null,
    busy: false,
    error: null,
    reportSaved: false,
  }))
  const rows = createPagedList<RowQuery, ListRow, ListPage>({
    first: { only: 'all', text: '' },
    idOf: ({ key }) => key,
    ask: (query, offset, limit) => desk.call('employerList:lines', { ...query, offset, limit }),
  })
  const similar = createSimilarToLine(desk)

  /** One act at a time: a second press of the same button is no second act. */
  async function act(work: () => Promise<Partial<ListState>>): Promise<boolean> {
    if (store.getState().busy) return false
    store.setState({ busy: true, error: null })
    try {
      store.setState({ ...(await work()), busy: false })
      return true
    } catch (thrown) {
      store.setState({ busy: false, error: errorOf(thrown) })
      return false
    }
  }
  const call = <N extends ListCall>(name: N, args: CallArgs<N>, more: Partial<ListState> = {}): Promise<boolean> =>
    act(async () => ({ ...more, list: await desk.call(name, args) }))

  async function read(): Promise<void> {
    try {
      const list = await desk.call('employerList:read', {})
      store.setState({ list, loaded: true })
      if (list?.step === 'check') rows.refresh()
    } catch (thrown) {
      store.setState({ error: errorOf(thrown), loaded: true })
    }
  }

  /** Another list, or the same one read anew: nothing of before stands in the rows. */
  const begin = () => {
    rows.leave()
    rows.ask({ only: 'all', text: '' })
  }

  return {
    ...store,
    rows,
    similar,
    follow() {
      void read()
      return desk.on('data:changed', ({ tables }) => {
        const concerned = ['employerList', 'candidate', 'registration', 'session'] as const
        if (concerned.some((table) => tables.includes(table))) void read()
      })
    },
    want: (wantedSession) => store.setState({ wantedSession }),
    show: (view) => store.setState({ view, error: null }),
    async choose() {
      await call('employerList:choose', {}, { view: 'check' })
    },
    async paste(text) {
      await call('employerList:paste', { text }, { view: 'check' })
    },
    async check(choices) {
      if (await call('employerList:check', { choices: { ...choices, columns: [...choices.columns] } })) begin()
    },
    async back() {
      await call('employerList:back', {})
    },
    async decide(line, decision) {
      if (decision) rows.moveOn()
      const decided = await call('employerList:decide', { line, decision })
      rows.refresh()
      return decided
    },
    async decideAll(verdict, decision) {
      await call('employerList:decideAll', { verdict, decision })
      rows.refresh()
    },
    register: (registration) => call('employerList:register', { registration }, { view: 'summary' }),
    async import() {
      await call('employerList:import', {}, { reportSaved: false, wantedSession: null })
    },
    async saveReport() {
      await act(async () => ((await desk.call('employerList:saveReport', {})) ? { reportSaved: true } : {}))
    },
    async end() {
      await act(async () => {
        await desk.call('employerList:end', {})
        return { list: null, view: 'check', wantedSession: null }
      })
    },
  }
}

export const EmployerListContext = createContext<EmployerList | null>(null)

export function useEmployerList(): EmployerList {
  const list = use(EmployerListContext)
  if (!list) throw new Error('the screen of lists stands outside its store')
  return list
}

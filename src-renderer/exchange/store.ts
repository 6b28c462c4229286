import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ExchangeLine, ExchangePage } from '../../shared/calls/sync.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createPagedList, type PagedList } from '../ui/pagedList.ts'

export type ExchangeFilter = 'waiting' | 'toReview' | 'all'

interface ExchangeQuery {
  readonly only: ExchangeFilter
}

interface ActState {
  readonly busy: boolean
  readonly error: AppError | null
}

/** Everything this desk exchanged, and what an operator does with an answer that he did not want. */
export interface Exchange {
  readonly list: PagedList<ExchangeQuery, ExchangeLine, ExchangePage>
  readonly acts: StoreApi<ActState>
  /** The operator is done with a refusal or a conflict. */
  close(id: string): Promise<boolean>
  /** Sends a refused act again, as a new one. */
  retry(id: string): Promise<boolean>
  follow(): () => void
}

/** @param newId makes a UUIDv7 */
export function createExchange(desk: Desk, newId: () => string): Exchange {
  const list = createPagedList<ExchangeQuery, ExchangeLine, ExchangePage>({
    first: { only: 'all' },
    idOf: ({ id }) => id,
    ask: ({ only }, offset, limit) => desk.call('change:list', { only, offset, limit }),
  })
  const acts = createStore<ActState>(() => ({ busy: false, error: null }))
  // Pressed again after a failure it is the same act: were the first one written after all, it is not sent twice.
  const retries = new Map<string, string>()

  list.subscribe(({ chosen }, before) => {
    if (chosen?.id !== before.chosen?.id) acts.setState({ error: null })
  })

  async function act(call: () => Promise<unknown>): Promise<boolean> {
    if (acts.getState().busy) return false
    acts.setState({ busy: true, error: null })
    list.moveOn()
    try {
      await call()
      acts.setState({ busy: false })
      list.refresh()
      return true
    } catch (thrown) {
      acts.setState({ busy: false, error: errorOf(thrown) })
      return false
    }
  }

  return {
    list,
    acts,
    close: (id) => act(() => desk.call('change:close', { id })),
    retry(id) {
      const changeId = retries.get(id) ?? newId()
      retries.set(id, changeId)
      return act(() => desk.call('change:retry', { id, changeId }))
    },
    follow() {
      list.refresh()
      return desk.on('data:changed', () => list.refresh())
    },
  }
}

export const ExchangeContext = createContext<Exchange | null>(null)

export function useExchange(): Exchange {
  const exchange = use(ExchangeContext)
  if (!exchange) throw new Error('the exchange screen stands outside its context')
  return exchange
}

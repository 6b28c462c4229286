import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HoldCase, MergeRequestRow, SuspectedPair, SuspectedPairs } from '../../shared/calls/duplicate.ts'
import type { HoldDecision } from '../../shared/duplicate.ts'
import type { Desk } from '../desk.ts'
import { createPagedList, type PageAnswer, type PagedList } from '../ui/pagedList.ts'
import { createWholeList, openIn, type WholeList } from '../ui/wholeList.ts'
import { createDecisions, type Decisions } from './decisions.ts'

/** The parts of the screen. */
export const parts = ['holds', 'pairs', 'requests'] as const
type Part = (typeof parts)[number]

interface PairPage extends PageAnswer<SuspectedPair> {
  readonly compared: number
  readonly records: number
}
export type PairList = PagedList<object, SuspectedPair, PairPage>

/** Who may exist twice: new records that wait for a word, suspected pairs, and what was asked of Certassur. */
export interface Duplicates {
  readonly part: StoreApi<{ readonly part: Part }>
  readonly holds: WholeList<HoldCase>
  readonly pairs: PairList
  readonly requests: WholeList<MergeRequestRow>
  readonly decisions: Decisions
  choose(part: Part): void
  /** Opens the new record of this id, as soon as the list holds it. */
  openHold(id: string): void
  /** Opens what was asked about these two. */
  openRequest(id: string): void
  resolve(id: string, decision: HoldDecision): Promise<boolean>
  withdraw(id: string): Promise<boolean>
  /** Follows the number that waits, whatever screen is shown. */
  count(): () => void
  /** Follows the part that is shown. */
  follow(): () => void
}

/** The desk compares its records piece by piece, and says nothing of its own accord when it has found a pair. */
const ASK_AGAIN = 1_000

/** A pair has no id of its own. */
export const pairId = ({ a, b }: SuspectedPair): string => `${a.id} ${b.id}`

/** @param newId makes a UUIDv7 */
export function createDuplicates(desk: Desk, newId: () => string): Duplicates {
  const part = createStore<{ readonly part: Part }>(() => ({ part: 'holds' }))
  const holds = createWholeList(
    () => desk.call('hold:list', {}),
    ({ hold }) => hold.id,
  )
  const requests = createWholeList(
    () => desk.call('merge:list', {}),
    ({ request }) => request.id,
  )
  const pairs: PairList = createPagedList<object, SuspectedPair, PairPage>({
    first: {},
    idOf: pairId,
    ask: async (_, offset, limit) => pageOf(await desk.call('pair:list', { offset, limit })),
  })
  const lists = { holds, pairs, requests }
  const decisions = createDecisions(desk, newId)

  const decide = async (list: { moveOn(): void; refresh(): void }, act: () => Promise<boolean>): Promise<boolean> => {
    list.moveOn()
    const done = await act()
    if (done) list.refresh()
    return done
  }

  return {
    part,
    holds,
    pairs,
    requests,
    decisions,
    choose(next) {
      part.setState({ part: next })
      lists[next].refresh()
    },
    openHold(id) {
      part.setState({ part: 'holds' })
      openIn(holds, ({ hold }) => hold.id === id)
    },
    openRequest(id) {
      part.setState({ part: 'requests' })
      openIn(requests, ({ request }) => request.id === id)
    },
    resolve: (id, decision) => decide(holds, () => decisions.act('hold:resolve', { id, decision })),
    withdraw: (id) => decide(requests, () => decisions.act('merge:withdraw', { id })),
    count() {
      holds.refresh()
      return desk.on('data:changed', () => holds.refresh())
    },
    follow() {
      const refresh = () => lists[part.getState().part].refresh()
      refresh()
      const stop = desk.on('data:changed', refresh)
      const searching = setInterval(() => {
        const { answer } = pairs.getState()
        if (part.getState().part === 'pairs' && answer && answer.compared < answer.records) pairs.refresh()
      }, ASK_AGAIN)
      return () => {
        stop()
        clearInterval(searching)
      }
    },
  }
}

const pageOf = ({ pairs, ...page }: SuspectedPairs): PairPage => ({ ...page, rows: pairs })

export const DuplicatesContext = createContext<Duplicates | null>(null)

export function useDuplicates(): Duplicates {
  const duplicates = use(DuplicatesContext)
  if (!duplicates) throw new Error('the duplicates screen stands outside its context')
  return duplicates
}

import { createContext, use } from 'react'
import type { Desk } from '../desk.ts'
import { type CandidateList, createList } from './listStore.ts'
import { createOpenRecord, type OpenRecord } from './recordStore.ts'

/** The list and the open record: two stores, because each keystroke concerns one of them only. */
export interface Candidates {
  readonly list: CandidateList
  readonly open: OpenRecord
  /** Begins to follow the data; returns what ends it. */
  follow(): () => void
}

export function createCandidates(desk: Desk, newId: () => string): Candidates {
  const list = createList(desk)
  const open = createOpenRecord(desk, newId)
  return {
    list,
    open,
    follow() {
      list.refresh()
      open.refresh()
      return desk.on('data:changed', () => {
        list.refresh()
        open.refresh()
      })
    },
  }
}

export const CandidatesContext = createContext<Candidates | null>(null)

export function useCandidates(): Candidates {
  const candidates = use(CandidatesContext)
  if (!candidates) throw new Error('the candidates screen stands outside its context')
  return candidates
}

import { createContext, use } from 'react'
import type { Desk } from '../desk.ts'
import { createSimilar, type Similar } from '../duplicates/similarStore.ts'
import { createDrafts, type Drafts, flushWhenLeft, readOnce } from '../ui/drafts.ts'
import { type Around, createAround } from './aroundStore.ts'
import { recordOfDraft } from './draft.ts'
import { type CandidateList, createList } from './listStore.ts'
import { createOpenRecord, type OpenRecord } from './recordStore.ts'

/** The stores of the screen, one for each concern, because each keystroke concerns one of them only. */
export interface Candidates {
  readonly list: CandidateList
  readonly open: OpenRecord
  /** What belongs to the open record: sessions, documents, history. */
  readonly around: Around
  /** Who may be the same person. */
  readonly similar: Similar
  readonly drafts: Drafts
  /** Begins to follow the data; returns what ends it. */
  follow(): () => void
}

export function createCandidates(desk: Desk, newId: () => string): Candidates {
  const list = createList(desk)
  const open = createOpenRecord(desk, newId)
  const around = createAround(desk, newId)
  const similar = createSimilar(desk)
  const drafts = createDrafts(desk)
  open.subscribe(({ id }, before) => {
    if (id === before.id) return
    around.open(id)
    similar.open(id)
  })

  /** The record that somebody was typing in opens again. */
  const takeUp = async () => {
    const last = await readOnce(drafts, (draft) => recordOfDraft(draft) !== undefined)
    if (last && open.getState().id === null) open.open(recordOfDraft(last) ?? null)
  }

  return {
    list,
    open,
    around,
    similar,
    drafts,
    follow() {
      list.refresh()
      open.refresh()
      around.refresh()
      similar.refresh()
      void takeUp()
      const stop = desk.on('data:changed', () => {
        list.refresh()
        open.refresh()
        around.refresh()
        similar.refresh()
      })
      const stopFlushing = flushWhenLeft(drafts, window)
      return () => {
        stop()
        stopFlushing()
        drafts.flush()
      }
    },
  }
}

export const CandidatesContext = createContext<Candidates | null>(null)

export function useCandidates(): Candidates {
  const candidates = use(CandidatesContext)
  if (!candidates) throw new Error('the candidates screen stands outside its context')
  return candidates
}

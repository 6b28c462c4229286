import { createContext, use } from 'react'
import { openKey } from '../creation/draft.ts'
import { createCreation, type CreationStore } from '../creation/store.ts'
import { type Asked, createAsked } from '../duplicates/askedStore.ts'
import { createSimilar, type Similar } from '../duplicates/similarStore.ts'
import type { Tools } from '../tools.ts'
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
  /** What is asked about the open record and another one. */
  readonly asked: Asked
  /** Somebody who has no record yet. */
  readonly creation: CreationStore
  readonly drafts: Drafts
  /** Begins a new record, with the words of the search where they found nobody. */
  begin(): void
  /** Begins to follow the data; returns what ends it. */
  follow(): () => void
}

type Needed = Pick<Tools, 'desk' | 'sync' | 'newId' | 'now'>

export function createCandidates({ desk, sync, newId, now }: Needed): Candidates {
  const list = createList(desk)
  const open = createOpenRecord(desk, newId)
  const around = createAround(desk, newId)
  const similar = createSimilar(desk)
  const asked = createAsked(desk, newId)
  const drafts = createDrafts(desk)
  const creation = createCreation({ desk, drafts, sync, newId, now })
  open.subscribe(({ id }, before) => {
    if (id === before.id) return
    if (id !== null) creation.putAside()
    around.open(id)
    similar.open(id)
    asked.open(id)
  })

  /** What somebody was typing in opens again: a record, or a new one. */
  const takeUp = async () => {
    const last = await readOnce(drafts, (draft) => recordOfDraft(draft) !== undefined || draft.key === openKey)
    if (!last || open.getState().id !== null) return
    creation.takeUp()
    const id = recordOfDraft(last)
    if (id !== undefined) open.open(id)
  }

  return {
    list,
    open,
    around,
    similar,
    asked,
    creation,
    drafts,
    begin() {
      const { total, resembling, text, answered } = list.getState()
      const foundNobody = text === answered && (total === 0 || resembling)
      open.open(null)
      void creation.begin(foundNobody ? text.trim() : '')
    },
    follow() {
      list.refresh()
      open.refresh()
      around.refresh()
      similar.refresh()
      asked.refresh()
      void takeUp()
      const stop = desk.on('data:changed', () => {
        list.refresh()
        open.refresh()
        around.refresh()
        similar.refresh()
        asked.refresh()
      })
      const stopCreation = creation.follow()
      const stopFlushing = flushWhenLeft(drafts, window)
      return () => {
        stop()
        stopCreation()
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

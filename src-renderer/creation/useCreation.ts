import { useStore } from 'zustand'
import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import { useCandidates } from '../candidates/store.ts'
import { useTools } from '../tools.ts'
import type { CreationStore } from './store.ts'
import { type CreationView, isOffline, viewOf } from './view.ts'

interface CreationInUse extends CreationView {
  readonly creation: CreationStore
  readonly person: TypedPerson | null
  readonly offline: boolean
}

/** The creation as it stands: drawn anew when the fields, an answer or the line changes. */
export function useCreation(): CreationInUse {
  const { creation } = useCandidates()
  const search = useStore(creation.search)
  const decisions = useStore(creation, (state) => state.decisions)
  const offline = useStore(useTools().sync, ({ sync }) => isOffline(sync))
  return { creation, person: search.person, offline, ...viewOf(search, decisions, offline) }
}

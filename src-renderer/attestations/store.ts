import { createContext, use } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Print } from '../../shared/attestation.ts'
import type { AttestationPage, AttestationRow, AttestationState } from '../../shared/calls/document.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createPagedList, type PagedList } from '../ui/pagedList.ts'

export type AttestationFilter = AttestationState | 'all'

interface AttestationQuery {
  readonly state: AttestationFilter
  readonly text: string
}

/** Who printed the chosen attestation; null while it is asked. */
interface PrintsState {
  readonly prints: readonly Print[] | null
  readonly error: AppError | null
}

export interface Attestations {
  readonly list: PagedList<AttestationQuery, AttestationRow, AttestationPage>
  readonly prints: StoreApi<PrintsState>
  follow(): () => void
}

export function createAttestations(desk: Desk): Attestations {
  const list = createPagedList<AttestationQuery, AttestationRow, AttestationPage>({
    first: { state: 'ready', text: '' },
    idOf: ({ attestation }) => attestation.id,
    ask: (query, offset, limit) => desk.call('attestation:list', { ...query, offset, limit }),
  })
  const prints = createStore<PrintsState>(() => ({ prints: null, error: null }))
  // An answer about an attestation that is no longer the chosen one is dropped.
  let question = 0

  async function readPrints({ attestation: { id, candidateId } }: AttestationRow): Promise<void> {
    question += 1
    const mine = question
    try {
      const { prints: all } = await desk.call('attestation:forCandidate', { candidateId })
      if (mine !== question) return
      const own = all.filter((print) => print.documentKind === 'success' && print.documentId === id)
      prints.setState({ prints: own, error: null })
    } catch (thrown) {
      if (mine === question) prints.setState({ error: errorOf(thrown) })
    }
  }

  list.subscribe(({ chosen }, before) => {
    if (chosen === before.chosen) return
    if (chosen?.attestation.id !== before.chosen?.attestation.id) prints.setState({ prints: null, error: null })
    question += 1
    if (chosen) void readPrints(chosen)
  })

  return {
    list,
    prints,
    follow() {
      list.refresh()
      return desk.on('data:changed', () => list.refresh())
    },
  }
}

export const AttestationsContext = createContext<Attestations | null>(null)

export function useAttestations(): Attestations {
  const attestations = use(AttestationsContext)
  if (!attestations) throw new Error('the attestations screen stands outside its context')
  return attestations
}

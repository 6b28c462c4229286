import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AttestationState } from '../../shared/calls/document.ts'
import type { Leaving } from '../ui/leaving.ts'

/**
 * Where an operator can be sent: a screen, and on it what he is to see.
 *
 * `id` is the record, or the session, that opens there; `only` the filter that the screen begins with; `create` begins a
 * new record; `candidateId` is the person to be registered in the session that is chosen there. `sessionId` is the
 * session that a list is to be registered in. Without them the screen stands as it was left.
 */
export type Target =
  | { readonly screen: 'today' }
  | {
      readonly screen: 'candidates'
      readonly id?: string
      readonly only?: 'toReview' | 'incomplete' | 'coming'
      readonly create?: true
    }
  | { readonly screen: 'sessions'; readonly id?: string; readonly candidateId?: string }
  | { readonly screen: 'checkIn'; readonly id?: string }
  | { readonly screen: 'attestations'; readonly only?: AttestationState }
  | { readonly screen: 'duplicates'; readonly id?: string; readonly only?: 'holds' | 'pairs' | 'requests' }
  | { readonly screen: 'corrections'; readonly id?: string }
  | { readonly screen: 'help'; readonly id?: string }
  | { readonly screen: 'employerList'; readonly sessionId?: string }
  | { readonly screen: 'exchange'; readonly only?: 'waiting' | 'toReview' | 'all' }
  | { readonly screen: 'settings' }
export type ScreenName = Target['screen']
export type TargetOf<N extends ScreenName> = Extract<Target, { screen: N }>

/** What going needs of a screen. */
interface Place {
  readonly id: ScreenName
  show?(target: Target): void
}

interface GoingState {
  /** Null until somebody chose: the first screen of the rail. */
  readonly screen: ScreenName | null
}

/** The way from one screen to another, for whoever knows what somebody wants to see next. */
export interface Going extends StoreApi<GoingState> {
  /** The screens of whoever signed in, in the order of the rail; returns what takes them back. */
  offer(places: readonly Place[]): () => void
  /** Whether this operator has that screen: an act that leads nowhere is not offered. */
  has(screen: ScreenName): boolean
  /** Through the leaving door. True when the operator has arrived. */
  go(target: Target): Promise<boolean>
}

export function createGoing(leaving: Leaving): Going {
  const store = createStore<GoingState>(() => ({ screen: null }))
  let offered: readonly Place[] = []
  const find = (screen: ScreenName) => offered.find(({ id }) => id === screen)

  return {
    ...store,
    offer(places) {
      offered = places
      return () => {
        offered = []
        store.setState({ screen: null })
      }
    },
    has: (screen) => find(screen) !== undefined,
    async go(target) {
      const place = find(target.screen)
      if (!place) return false
      const here = store.getState().screen ?? offered[0]?.id
      const alreadyThere = here === target.screen && Object.keys(target).length === 1
      if (alreadyThere) return true
      if (!(await leaving.leave())) return false
      place.show?.(target)
      store.setState({ screen: target.screen })
      return true
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scanned } from '../../shared/calls/checkIn.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import type { Filter } from './rows.ts'

const identities = ['matches', 'differs', 'notSeen'] as const

/** A scan that let nobody in. */
export type Stranger = Exclude<Scanned, { readonly kind: 'here' }>

type Hint =
  | { readonly kind: 'already' | 'notIn'; readonly registrationId: string }
  | { readonly kind: 'scanned'; readonly scanned: Stranger }

interface ViewState {
  readonly text: string
  readonly filter: Filter
  /** The line that somebody chose; the cursor finds its own while there is none. */
  readonly chosen: string | null
  /** The operator goes through the list with the arrows or the mouse: a letter alone is an act. */
  readonly browsing: boolean
  /** What the next mark says about the identity. */
  readonly identity: CheckIn['identity']
  /** The hour that marks get while a paper list is entered (HH:mm); null is now. */
  readonly hour: string | null
  /** Why a key did nothing: a scan let nobody in, he has a mark already, he is not in the room. */
  readonly hint: Hint | null
}

/** What the operator looks at: nothing of it is kept or sent. */
export interface View extends StoreApi<ViewState> {
  type(text: string): void
  filter(filter: Filter): void
  choose(key: string): void
  /** After a mark: the search is empty again and this line is next. */
  goOn(key: string | null): void
  nextIdentity(): void
  setHour(hour: string | null): void
  /** Letters are typed again. */
  leave(): void
  /** Says why nothing was done; the search is empty again. */
  explain(hint: Hint): void
  reset(): void
}

export function createView(): View {
  const beginning: ViewState = {
    text: '',
    filter: 'all',
    chosen: null,
    browsing: false,
    identity: 'matches',
    hour: null,
    hint: null,
  }
  const store = createStore<ViewState>(() => beginning)
  const fresh = { identity: 'matches', hint: null } as const
  return {
    ...store,
    type: (text) => store.setState({ ...fresh, text, chosen: null, browsing: false }),
    filter: (filter) =>
      store.setState((state) => ({
        ...fresh,
        text: '',
        chosen: null,
        filter: filter === state.filter && state.text.trim() === '' ? 'all' : filter,
      })),
    choose: (chosen) => store.setState({ ...fresh, chosen, browsing: true }),
    goOn: (chosen) => store.setState((state) => ({ ...fresh, text: '', chosen, browsing: state.browsing })),
    nextIdentity: () =>
      store.setState(({ identity }) => ({
        identity: identities[(identities.indexOf(identity) + 1) % identities.length] ?? 'matches',
      })),
    setHour: (hour) => store.setState({ hour }),
    leave: () => store.setState({ ...fresh, text: '', browsing: false }),
    explain: (hint) =>
      store.setState({ ...fresh, text: '', chosen: hint.kind === 'scanned' ? null : hint.registrationId, hint }),
    reset: () => store.setState(beginning),
  }
}

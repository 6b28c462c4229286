import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DeskState } from '../../shared/calls/desk.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface DeskView {
  readonly desk: DeskState | null
  /** Why the window could not learn its state at all. */
  readonly startError: AppError | null
  /** A PC that is paired already asks for the pairing form again. */
  readonly relinking: boolean
}

/** Every act answers with its error, or null: the form that asked shows it and keeps what was typed. */
export interface DeskStore extends StoreApi<DeskView> {
  start(): Promise<void>
  pair(args: CallArgs<'desk:pair'>): Promise<AppError | null>
  signIn(args: CallArgs<'operator:signIn'>): Promise<AppError | null>
  lock(): Promise<AppError | null>
  speak(language: InterfaceLanguage): Promise<AppError | null>
  relink(wanted: boolean): void
}

/**
 * @param endPage called once when the desk is no longer open: whatever the page still holds of it in its memory must go,
 * and only a new page is sure to know nothing
 */
export function createDesk(desk: Desk, endPage: () => void): DeskStore {
  const store = createStore<DeskView>(() => ({ desk: null, startError: null, relinking: false }))
  let ended = false

  const accept = (state: DeskState) => {
    // The event and the reply both say it; what comes while the page goes is for the next one.
    if (ended) return
    ended = store.getState().desk?.phase === 'open' && state.phase !== 'open'
    store.setState({ desk: ended ? null : state, startError: null })
    if (ended) endPage()
  }
  desk.on('desk:changed', accept)

  async function act(ask: () => Promise<DeskState>): Promise<AppError | null> {
    try {
      accept(await ask())
      return null
    } catch (thrown) {
      return errorOf(thrown)
    }
  }

  return {
    ...store,
    async start() {
      const startError = await act(() => desk.call('desk:read', {}))
      if (startError) store.setState({ startError })
    },
    async pair(args) {
      const error = await act(() => desk.call('desk:pair', args))
      if (!error) store.setState({ relinking: false })
      return error
    },
    signIn: (args) => act(() => desk.call('operator:signIn', args)),
    lock: () => act(() => desk.call('operator:lock', {})),
    speak: (language) => act(() => desk.call('desk:language', { language })),
    relink: (relinking) => store.setState({ relinking }),
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'

interface DecisionState {
  readonly busy: boolean
  readonly error: AppError | null
}

type Act = 'hold:resolve' | 'merge:withdraw' | 'correction:decide'
type Creation = 'merge:request' | 'candidate:notDuplicate'

/** What an operator decides about records; the error of the last attempt stays in the state. */
export interface Decisions extends StoreApi<DecisionState> {
  /** True when it is written on this desk. */
  act<N extends Act>(name: N, args: Omit<CallArgs<N>, 'changeId'>): Promise<boolean>
  /** The same of an act that makes something of its own. */
  create(name: Creation, args: Omit<CallArgs<Creation>, 'changeId' | 'id'>): Promise<boolean>
  /** Another record is open: the error was not about it. */
  forget(): void
}

/** @param newId makes a UUIDv7 */
export function createDecisions(desk: Desk, newId: () => string): Decisions {
  const store = createStore<DecisionState>(() => ({ busy: false, error: null }))
  const attempt = createAttempt(newId)

  async function run(call: () => Promise<unknown>): Promise<boolean> {
    if (store.getState().busy) return false
    store.setState({ busy: true, error: null })
    try {
      await call()
      attempt.done()
      store.setState({ busy: false })
      return true
    } catch (thrown) {
      store.setState({ busy: false, error: errorOf(thrown) })
      return false
    }
  }

  return {
    ...store,
    act(name, args) {
      const [changeId = ''] = attempt.ids([name, args], 1)
      return run(() => desk.call(name, { ...args, changeId } as CallArgs<typeof name>))
    },
    create(name, args) {
      const [changeId = '', id = ''] = attempt.ids([name, args], 2)
      return run(() => desk.call(name, { ...args, changeId, id }))
    },
    forget: () => store.setState({ error: null }),
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { bodyOf, type Creation, type WaitingCreation, waitingAmong } from './draft.ts'

interface WaitingState {
  readonly people: readonly WaitingCreation[]
  readonly error: AppError | null
}

/** Those whom nobody could look for at Certassur yet: kept on this desk, each as it was typed. */
export interface Waiting extends StoreApi<WaitingState> {
  read(): Promise<void>
  /** True when he is written on this desk; otherwise the error is in the state. */
  put(key: string, creation: Creation): Promise<boolean>
  /** He exists now, or is given up. */
  remove(key: string): Promise<boolean>
}

export function createWaiting(desk: Desk): Waiting {
  const store = createStore<WaitingState>(() => ({ people: [], error: null }))

  async function read(): Promise<void> {
    try {
      store.setState({ people: waitingAmong(await desk.call('draft:list', {})), error: null })
    } catch (thrown) {
      store.setState({ error: errorOf(thrown) })
    }
  }

  async function write(key: string, body: string | null): Promise<boolean> {
    try {
      await desk.call('draft:write', { key, body })
    } catch (thrown) {
      store.setState({ error: errorOf(thrown) })
      return false
    }
    await read()
    return true
  }

  return {
    ...store,
    read,
    put: (key, creation) => write(key, JSON.stringify(bodyOf({ ...creation, waitingKey: key }))),
    remove: (key) => write(key, null),
  }
}

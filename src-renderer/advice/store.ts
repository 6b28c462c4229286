import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AdviceWay } from '../../shared/advice.ts'
import type { SessionAdvice } from '../../shared/calls/advice.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'

interface AdviceState {
  readonly advice: SessionAdvice | null
  readonly busy: boolean
  readonly error: AppError | null
}

/** How far the candidates of one session were reminded. */
export interface AdviceStore extends StoreApi<AdviceState> {
  /** @returns true when it is written on this desk */
  give(way: AdviceWay): Promise<boolean>
  follow(): () => void
}

/** @param newId makes a UUIDv7 */
export function createAdvice(desk: Desk, newId: () => string, sessionId: string): AdviceStore {
  const store = createStore<AdviceState>(() => ({ advice: null, busy: false, error: null }))
  const attempt = createAttempt(newId)
  const read = async () => {
    try {
      store.setState({ advice: await desk.call('advice:read', { sessionId }) })
    } catch (thrown) {
      store.setState({ error: errorOf(thrown) })
    }
  }
  return {
    ...store,
    async give(way) {
      if (store.getState().busy) return false
      store.setState({ busy: true, error: null })
      const [changeId = '', id = ''] = attempt.ids([sessionId, way], 2)
      try {
        await desk.call('advice:give', { changeId, id, sessionId, way })
        attempt.done()
        store.setState({ busy: false })
        await read()
        return true
      } catch (thrown) {
        store.setState({ busy: false, error: errorOf(thrown) })
        return false
      }
    },
    follow() {
      void read()
      return desk.on('data:changed', () => void read())
    },
  }
}

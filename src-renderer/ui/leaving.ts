import { useEffect, useEffectEvent } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Something typed that is not saved yet. */
export interface Work {
  /** Whose work it is, as the question names it. */
  readonly name: string
  /** True while leaving would lose something. */
  pending(): boolean
  /** True when it is saved. */
  save(): Promise<boolean>
}

type LeaveAnswer = 'save' | 'discard' | 'stay'

/**
 * One door for everything that leaves a form: another row, another screen, the lock.
 *
 * It asks only when something would be lost; `leave()` is true when the way is free.
 */
export interface Leaving extends StoreApi<{ readonly asking: string | null }> {
  leave(): Promise<boolean>
  answer(answer: LeaveAnswer): void
  watch(work: Work): () => void
}

export function createLeaving(): Leaving {
  const store = createStore<{ readonly asking: string | null }>(() => ({ asking: null }))
  let watched: Work | null = null
  let decide: ((answer: LeaveAnswer) => void) | null = null

  return {
    ...store,
    async leave() {
      const work = watched
      if (!work?.pending()) return true
      if (decide) return false
      const answered = new Promise<LeaveAnswer>((resolve) => {
        decide = resolve
      })
      store.setState({ asking: work.name })
      const answer = await answered
      store.setState({ asking: null })
      return answer === 'save' ? await work.save() : answer === 'discard'
    },
    answer(answer) {
      const resolve = decide
      decide = null
      resolve?.(answer)
    },
    watch(work) {
      watched = work
      return () => {
        if (watched === work) watched = null
      }
    },
  }
}

/** Places a form's work behind the door while the form stands on the screen. */
export function useWork(leaving: Leaving, work: Work): void {
  const pending = useEffectEvent(() => work.pending())
  const save = useEffectEvent(() => work.save())
  const { name } = work
  useEffect(() => leaving.watch({ name, pending: () => pending(), save: () => save() }), [leaving, name])
}

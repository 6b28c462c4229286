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
  /** It is given up: a draft of it need not be kept. */
  discard?(): void
}

type LeaveAnswer = 'save' | 'discard' | 'stay'

interface Question {
  /** Whose work would be lost; null while nothing is asked. */
  readonly asking: string | null
  /** The whole window would go, not only the form. */
  readonly closing: boolean
}

/**
 * One door for everything that leaves a form: another row, another screen, the lock, the window's cross.
 *
 * It asks only when something would be lost; `leave()` is true when the way is free.
 */
export interface Leaving extends StoreApi<Question> {
  pending(): boolean
  leave(closing?: boolean): Promise<boolean>
  /** From now on the way is free: the page ends, and nobody could answer. */
  release(): void
  answer(answer: LeaveAnswer): void
  watch(work: Work): () => void
}

export function createLeaving(): Leaving {
  const store = createStore<Question>(() => ({ asking: null, closing: false }))
  let watched: Work | null = null
  let decide: ((answer: LeaveAnswer) => void) | null = null
  let released = false

  return {
    ...store,
    pending: () => !released && (watched?.pending() ?? false),
    async leave(closing = false) {
      const work = watched
      if (released || !work?.pending()) return true
      if (decide) return false
      const answered = new Promise<LeaveAnswer>((resolve) => {
        decide = resolve
      })
      store.setState({ asking: work.name, closing })
      const answer = await answered
      store.setState({ asking: null })
      if (answer === 'discard') work.discard?.()
      return answer === 'save' ? await work.save() : answer === 'discard'
    },
    release() {
      released = true
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

/**
 * Asks before the window closes with work in it, and closes it once the way is free.
 *
 * The page may only refuse to go; the question is then the same dialog as for another row.
 */
export function askBeforeClosing(leaving: Leaving, window: Pick<Window, 'addEventListener' | 'close'>): void {
  window.addEventListener('beforeunload', (event) => {
    if (!leaving.pending()) return
    event.preventDefault()
    void leaving.leave(true).then((left) => {
      if (!left) return
      leaving.release()
      window.close()
    })
  })
}

/** Places a form's work behind the door while the form stands on the screen. */
export function useWork(leaving: Leaving, work: Work): void {
  const pending = useEffectEvent(() => work.pending())
  const save = useEffectEvent(() => work.save())
  const discard = useEffectEvent(() => work.discard?.())
  const { name } = work
  useEffect(
    () => leaving.watch({ name, pending: () => pending(), save: () => save(), discard: () => discard() }),
    [leaving, name],
  )
}

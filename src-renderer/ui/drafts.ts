import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Draft } from '../../shared/calls/kept.ts'
import type { Desk } from '../desk.ts'

/** How long somebody may type before what he typed is kept. */
const pause = 400

interface DraftsState {
  /** What was found at the beginning and is not dealt with, by key; null until it was read. */
  readonly found: ReadonlyMap<string, Draft> | null
}

/**
 * What stands in a form and is not saved, kept in the encrypted cache so that a crash, a lock or a new page loses none.
 *
 * A screen makes one (`createDrafts(desk)`) when it is opened and calls `read()`; its form takes `found.get(key)` as its
 * first values when it is mounted. While it holds work the form calls `keep(key, values)` at every change; `forget(key)`
 * when it was saved, put back or given up. Keys say what the text is about, never what it says: `candidate:<id>`,
 * `session:new`. The body is the form's own JSON: whoever reads it must take whatever an older program wrote there.
 */
export interface Drafts extends StoreApi<DraftsState> {
  read(): Promise<void>
  keep(key: string, body: unknown): void
  forget(key: string): void
  /** Writes at once what waits for its pause: the window is hidden, or the desk is about to be locked. */
  flush(): void
}

export function createDrafts(desk: Desk): Drafts {
  const store = createStore<DraftsState>(() => ({ found: null }))
  const waiting = new Map<string, { readonly body: string; readonly timer: ReturnType<typeof setTimeout> }>()
  const written = new Map<string, string>()

  // A draft that could not be written is no error of what somebody is doing: nobody is told.
  const write = (key: string, body: string | null): void => {
    void desk.call('draft:write', { key, body }).catch(() => undefined)
  }

  function writeWaiting(key: string): void {
    const next = waiting.get(key)
    if (!next) return
    clearTimeout(next.timer)
    waiting.delete(key)
    written.set(key, next.body)
    write(key, next.body)
  }

  return {
    ...store,
    async read() {
      try {
        const all = await desk.call('draft:list', {})
        for (const { key, body } of all) written.set(key, body)
        store.setState({ found: new Map(all.map((draft) => [draft.key, draft])) })
      } catch {
        store.setState({ found: new Map() })
      }
    },
    keep(key, values) {
      const body = JSON.stringify(values)
      const before = waiting.get(key)
      if ((before?.body ?? written.get(key)) === body) return
      clearTimeout(before?.timer)
      waiting.set(key, { body, timer: setTimeout(() => writeWaiting(key), pause) })
    },
    forget(key) {
      clearTimeout(waiting.get(key)?.timer)
      waiting.delete(key)
      if (written.delete(key)) write(key, null)
      store.setState(({ found }) => {
        if (!found?.has(key)) return {}
        return { found: new Map([...found].filter(([other]) => other !== key)) }
      })
    },
    flush() {
      for (const key of waiting.keys()) writeWaiting(key)
    },
  }
}

/** Reads the drafts, once a sign-in, and answers what was typed last of those that a screen can open again. */
export async function readOnce(drafts: Drafts, mine: (draft: Draft) => boolean): Promise<Draft | undefined> {
  if (drafts.getState().found !== null) return undefined
  await drafts.read()
  return [...(drafts.getState().found?.values() ?? [])].findLast(mine)
}

/** Writes what waits as soon as the window loses the operator: the screen is locked, the PC goes to sleep, the page ends. */
export function flushWhenLeft(
  drafts: Drafts,
  window: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const flush = () => drafts.flush()
  const moments = ['blur', 'pagehide', 'beforeunload'] as const
  for (const moment of moments) window.addEventListener(moment, flush)
  return () => {
    for (const moment of moments) window.removeEventListener(moment, flush)
  }
}

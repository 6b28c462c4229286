import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Leaving } from '../ui/leaving.ts'
import type { Sessions } from './store.ts'

const browsingPause = 90

/**
 * Which session is marked, and that it opens.
 *
 * The mark moves at once; the session follows after a short pause, so that a held arrow key does not open a hundred of
 * them. A form with work asks before the mark moves. `moves` counts what the operator did, which scrolls the list.
 */
export interface ChosenSession {
  readonly id: string | null
  readonly moves: number
  /** @param browsing it is only looked at on the way to another one */
  choose(id: string, browsing?: boolean): Promise<void>
}

export function useChosenSession({ open, choosing }: Sessions, leaving: Leaving): ChosenSession {
  const openId = useStore(open, ({ id }) => id)
  const [marked, setMarked] = useState(openId)
  const [moves, setMoves] = useState(0)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (pause.current === undefined) setMarked(openId)
  }, [openId])
  useEffect(() => () => clearTimeout(pause.current), [])

  const choose = async (id: string, browsing = false): Promise<void> => {
    if (id !== marked && !(await leaving.leave())) return
    clearTimeout(pause.current)
    choosing.enter(!browsing)
    setMarked(id)
    setMoves((count) => count + 1)
    pause.current = setTimeout(() => {
      pause.current = undefined
      open.open(id)
    }, browsingPause)
  }

  return { id: marked, moves, choose }
}

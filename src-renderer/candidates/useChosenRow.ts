import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Leaving } from '../ui/leaving.ts'
import { pageSize } from './listStore.ts'
import type { Candidates } from './store.ts'

const browsingPause = 90

/**
 * Which row is chosen, and that its record opens.
 *
 * The mark moves at once; the record follows after a short pause, so that a held arrow key does not open a hundred
 * records. A form with work asks before the mark moves. `index` is -1 without a row; `moves` counts what the operator
 * did, which scrolls the list, unlike a row that only changed its place.
 */
export interface ChosenRow {
  readonly index: number
  readonly moves: number
  choose(wanted: number): Promise<void>
}

export function useChosenRow({ list, open }: Candidates, leaving: Leaving): ChosenRow {
  const { pages, total } = useStore(list)
  const openId = useStore(open, ({ id }) => id)
  const [index, setIndex] = useState(-1)
  const [moves, setMoves] = useState(0)
  // The person meant, from the moment of the choice: the rows may be others when the pause is over.
  const meant = useRef<string | null>(openId)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The chosen row whose page is still on the way.
  const awaited = useRef<number | null>(null)

  useEffect(() => {
    if (pause.current === undefined) meant.current = openId
  }, [openId])

  useEffect(() => {
    if (awaited.current !== null) {
      const row = list.row(awaited.current)
      if (!row) return
      awaited.current = null
      meant.current = row.id
      open.open(row.id)
      return
    }
    if (index >= 0 && list.row(index)?.id === meant.current) return
    // The list changed under the mark: it stays with the person, not with the place.
    let found = -1
    for (const [page, rows] of pages) {
      const at = rows.findIndex(({ id }) => id === meant.current)
      if (at >= 0) found = page * pageSize + at
    }
    setIndex(found)
  }, [pages, openId, index, list, open])

  const choose = async (wanted: number): Promise<void> => {
    const next = Math.min(Math.max(wanted, 0), total - 1)
    const row = list.row(next)
    if (next < 0 || next === index || !(await leaving.leave())) return
    clearTimeout(pause.current)
    awaited.current = row ? null : next
    if (row) {
      meant.current = row.id
      pause.current = setTimeout(() => {
        pause.current = undefined
        open.open(row.id)
      }, browsingPause)
    }
    setIndex(next)
    setMoves((count) => count + 1)
  }

  return { index, moves, choose }
}

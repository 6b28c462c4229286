import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useFormat } from '../i18n/format.ts'
import grid from '../ui/RowGrid.module.css'
import { useRowHeight } from '../ui/useRowHeight.ts'
import styles from './CandidateList.module.css'
import { CandidateRow } from './CandidateRow.tsx'
import { ListHead } from './ListHead.tsx'
import { ListNotice } from './ListNotice.tsx'
import { useCandidates } from './store.ts'
import { useColumns } from './useColumns.ts'
import type { ChosenRow } from './useChosenRow.ts'

const headHeight = 33
const rowId = (index: number) => `candidate-row-${index}`

interface CandidateListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly chosen: ChosenRow
  readonly searchBox: RefObject<HTMLInputElement | null>
  /** Enter on a person: his record is to take the focus. */
  readonly onEnter: (id: string) => void
}

/** The list: only the rows on the screen exist, and their pages arrive while one scrolls. */
export function CandidateList({
  ref,
  chosen: { index: chosen, moves, choose },
  searchBox,
  onEnter,
}: CandidateListProps) {
  const { t } = useTranslation('candidates')
  const format = useFormat()
  const { list } = useCandidates()
  const { pages, total, answered, answeredOnly, resembling, order } = useStore(list)
  const columns = useColumns(list)
  const rowHeight = useRowHeight()

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return chosen < 0 || chosen >= total || shown.includes(chosen) ? shown : [...shown, chosen]
    },
  })
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => list.show(first, last), [list, first, last, pages])
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    if (ref.current) ref.current.scrollTop = 0
  }, [ref, answered, answeredOnly, order])

  // A row that only changed its place under the mark must not move what somebody is reading: moves alone count.
  const scrollToChosen = useEffectEvent(() => virtual.scrollToIndex(chosen))
  useEffect(() => {
    if (moves > 0) scrollToChosen()
  }, [moves])

  // The same function for ever, so that a row is drawn anew only when it changes.
  const latestChoose = useRef(choose)
  useEffect(() => {
    latestChoose.current = choose
  })
  const onChoose = useCallback((index: number) => void latestChoose.current(index), [])

  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of a column's head are its own.
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor(((ref.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const steps: Record<string, number> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + page,
      PageUp: chosen - page,
      Home: 0,
      End: total - 1,
    }
    const step = steps[event.key]
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'ArrowUp' && chosen <= 0) searchBox.current?.focus()
    else if (step !== undefined) void choose(step)
    else if (event.key === 'Enter') {
      const row = list.row(Math.max(chosen, 0))
      if (row) onEnter(row.id)
      void choose(Math.max(chosen, 0))
    } else if (event.key === 'Escape') searchBox.current?.select()
    // Anything typed goes on in the search box, where the letter itself arrives.
    else if (event.key.length === 1) return searchBox.current?.focus()
    else return
    event.preventDefault()
  }

  return (
    <section className={grid.area}>
      <ListNotice />
      <div
        ref={ref}
        className={`${grid.grid} ${grid.long} ${styles.columns}`}
        style={columns.style}
        role="grid"
        tabIndex={0}
        aria-label={t(($) => $.title)}
        aria-rowcount={total + 1}
        aria-activedescendant={chosen >= 0 && chosen < total ? rowId(chosen) : undefined}
        onKeyDown={onKeyDown}
      >
        <ListHead columns={columns} />
        <div role="rowgroup" className={grid.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => (
            <CandidateRow
              key={item.index}
              id={rowId(item.index)}
              index={item.index}
              top={item.start - headHeight}
              height={rowHeight}
              row={list.row(item.index)}
              query={answered}
              resembling={resembling}
              selected={item.index === chosen}
              onChoose={onChoose}
              t={t}
              format={format}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useEffectEvent, useId } from 'react'
import { useStore } from 'zustand'
import type { PagedList, PageAnswer } from './pagedList.ts'
import styles from './RowGrid.module.css'
import { useRowHeight } from './useRowHeight.ts'

const headHeight = 33

export interface Column<Row> {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** The whole text of a cell that may be cut. */
  readonly title?: (row: Row) => string
}

interface RowGridProps<Query, Row, Answer extends PageAnswer<Row>> {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly list: PagedList<Query, Row, Answer>
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** Sets `--columns`, the widths, and may hide some where the place is short. */
  readonly className: string | undefined
  /** Enter on the chosen row. */
  readonly onEnter: () => void
  /** Up from the first row, a letter, or Escape: back to where one searches. */
  readonly onUp?: (() => void) | undefined
  /** Stands instead of the rows. */
  readonly children?: ReactNode
}

/** A long list: only the rows on the screen exist. The arrows move the mark, and what is marked is open beside it. */
export function RowGrid<Query, Row, Answer extends PageAnswer<Row>>(props: RowGridProps<Query, Row, Answer>) {
  const { ref, list, columns, onEnter, onUp } = props
  const { pages, total, answered, index: chosen, moves } = useStore(list)
  const rowHeight = useRowHeight()
  const id = useId()
  const rowId = (index: number) => `${id}-${index}`

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
  }, [ref, answered])
  const scrollToChosen = useEffectEvent(() => virtual.scrollToIndex(chosen))
  useEffect(() => {
    if (moves > 0) scrollToChosen()
  }, [moves])

  const onKeyDown = (event: KeyboardEvent) => {
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
    if (onUp && ((event.key === 'ArrowUp' && chosen <= 0) || event.key === 'Escape')) onUp()
    else if (step !== undefined) list.choose(step)
    else if (event.key === 'Enter') {
      list.choose(Math.max(chosen, 0))
      onEnter()
    }
    // Anything typed goes on in the search box, where the letter itself arrives.
    else if (event.key.length === 1) return onUp?.()
    else return
    event.preventDefault()
  }

  return (
    <section className={styles.area}>
      {props.children}
      <div
        ref={ref}
        className={`${styles.grid} ${styles.long} ${props.className ?? ''}`}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-activedescendant={chosen >= 0 && chosen < total ? rowId(chosen) : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={styles.head}>
          {columns.map(({ key, label }) => (
            <div key={key} role="columnheader" className={styles.headCell}>
              {label}
            </div>
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = list.row(index)
            return (
              <div
                key={index}
                id={rowId(index)}
                className={styles.row}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === chosen}
                aria-busy={row === undefined}
                style={{ height: rowHeight, transform: `translateY(${start - headHeight}px)` }}
                onClick={() => list.choose(index)}
              >
                {columns.map(({ key, cell, title }) => (
                  <div key={key} role="gridcell" title={row === undefined ? undefined : title?.(row)}>
                    {row !== undefined && cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}

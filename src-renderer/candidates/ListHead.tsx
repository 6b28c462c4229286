import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import grid from '../ui/RowGrid.module.css'
import styles from './CandidateList.module.css'
import { type ColumnName, columns as names, type Columns, isSortable } from './useColumns.ts'

const step = 12

/** The names of the columns: a press sorts, a drag of the edge or Shift with an arrow makes one wider. */
export function ListHead({ columns }: { columns: Columns }) {
  return (
    <div role="row" aria-rowindex={1} className={grid.head}>
      {names.map((column) => (
        <HeadCell key={column} column={column} columns={columns} />
      ))}
    </div>
  )
}

function HeadCell({ column, columns }: { column: ColumnName; columns: Columns }) {
  const { t } = useTranslation('candidates')
  const cell = useRef<HTMLDivElement>(null)
  const sorted = columns.order.sort === column
  const Arrow = columns.order.descending ? IconArrowDown : IconArrowUp
  const widthNow = () => cell.current?.offsetWidth ?? 0

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
    if (!event.shiftKey || by === undefined) return
    columns.stretch(column, widthNow() + by)
    event.preventDefault()
  }
  return (
    <div
      ref={cell}
      role="columnheader"
      className={styles.headCell}
      data-column={column}
      aria-sort={
        !isSortable(column) ? undefined : sorted ? (columns.order.descending ? 'descending' : 'ascending') : 'none'
      }
    >
      {isSortable(column) ? (
        <button
          type="button"
          className={styles.sort}
          title={t(($) => $.columns.help)}
          onClick={() => columns.sortBy(column)}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => {
            if (event.key === 'Shift') columns.keep()
          }}
        >
          {t(($) => $.columns[column])}
          {sorted && <Arrow size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        t(($) => $.columns[column])
      )}
      {column !== 'status' && <Edge column={column} columns={columns} widthNow={widthNow} />}
    </div>
  )
}

interface EdgeProps {
  readonly column: ColumnName
  readonly columns: Columns
  readonly widthNow: () => number
}

/** The edge of a column, for the mouse: dragged, or pressed twice for the width it had at first. */
function Edge({ column, columns, widthNow }: EdgeProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width: widthNow() }
    event.preventDefault()
  }
  const move = (event: PointerEvent) => {
    if (from.current) columns.stretch(column, from.current.width + event.clientX - from.current.x)
  }
  const end = () => {
    if (from.current) columns.keep()
    from.current = null
  }
  return (
    <span
      className={styles.edge}
      aria-hidden
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => columns.reset(column)}
    />
  )
}

import { type CSSProperties, useEffect, useState } from 'react'
import { usePreference } from '../ui/preferences.ts'
import type { CandidateList, ListOrder, SortColumn } from './listStore.ts'

export const columns = ['name', 'birthDate', 'login', 'language', 'email', 'status'] as const
export type ColumnName = (typeof columns)[number]
const sortable: readonly string[] = ['name', 'birthDate', 'login', 'language', 'email'] satisfies readonly SortColumn[]

export const isSortable = (column: ColumnName): column is SortColumn => sortable.includes(column)

type Widths = Readonly<Partial<Record<ColumnName, number>>>
const narrowest = 40
const widest = 800

/** What was kept, whatever an older program wrote there. */
function readWidths(kept: unknown): Widths {
  const all = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {}
  const width = (column: ColumnName) => all[column]
  return Object.fromEntries(
    columns.flatMap((column) => {
      const pixels = width(column)
      return typeof pixels === 'number' && pixels >= narrowest && pixels <= widest ? [[column, pixels]] : []
    }),
  )
}

function readOrder(kept: unknown): ListOrder {
  const { sort, descending } = { ...(kept as Partial<ListOrder> | null | undefined) }
  const known = columns.filter(isSortable).find((column) => column === sort)
  return known ? { sort: known, descending: descending === true } : { sort: 'name', descending: false }
}

export interface Columns {
  readonly order: ListOrder
  /** The widths that somebody gave, as variables for the style sheet. */
  readonly style: CSSProperties
  /** The same column again turns the order round. */
  sortBy(column: SortColumn): void
  /** While it is dragged; it is kept at the end. */
  stretch(column: ColumnName, width: number): void
  keep(): void
  /** Back to the width that the place gives it. */
  reset(column: ColumnName): void
}

/** How this operator wants the list: its order and the widths of its columns, kept from one day to the next. */
export function useColumns(list: CandidateList): Columns {
  const [order, keepOrder] = usePreference('candidates.order', readOrder)
  const [kept, keepWidths] = usePreference('candidates.widths', readWidths)
  const [dragged, setDragged] = useState<Widths | null>(null)
  const widths = dragged ?? kept
  const { sort, descending } = order
  useEffect(() => list.order({ sort, descending }), [list, sort, descending])

  return {
    order,
    style: Object.fromEntries(Object.entries(widths).map(([column, width]) => [`--w-${column}`, `${width}px`])),
    sortBy: (column) => keepOrder({ sort: column, descending: column === sort && !descending }),
    stretch: (column, width) =>
      setDragged({ ...widths, [column]: Math.round(Math.min(widest, Math.max(narrowest, width))) }),
    keep() {
      if (dragged) keepWidths(dragged)
      setDragged(null)
    },
    reset(column) {
      const { [column]: _given, ...others } = widths
      keepWidths(others)
      setDragged(null)
    },
  }
}

import { createPagedList, type PageAnswer, type PagedList } from './pagedList.ts'

interface Whole<Row> extends PageAnswer<Row> {
  readonly all: readonly Row[]
}
export type WholeList<Row> = PagedList<object, Row, Whole<Row>>

/** A list that the desk hands over as a whole. */
export function createWholeList<Row>(read: () => Promise<readonly Row[]>, idOf: (row: Row) => string): WholeList<Row> {
  return createPagedList<object, Row, Whole<Row>>({
    first: {},
    idOf,
    async ask(_, offset, limit) {
      const all = await read()
      return { rows: all.slice(offset, offset + limit), total: all.length, all }
    },
  })
}

/** Opens a row that is perhaps not here yet; given up when the list came without it. */
export function openIn<Row>(list: WholeList<Row>, isWanted: (row: Row) => boolean): void {
  const find = (all: readonly Row[] | undefined): boolean => {
    const index = all?.findIndex(isWanted) ?? -1
    if (index < 0) return false
    list.show(index, index)
    list.choose(index)
    return list.getState().index === index
  }
  if (find(list.getState().answer?.all)) return
  const stop = list.subscribe(({ answer, pages }, before) => {
    const asked = answer !== before.answer
    if (asked || pages !== before.pages) if (find(answer?.all) || (asked && !answer?.all.some(isWanted))) stop()
  })
  list.refresh()
}

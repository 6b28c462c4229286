import { readRows } from '../../shared/delimited.ts'

/** One line of the file below its header. `line` is where it begins, counted from 1 as an editor does. */
interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly header: readonly string[]
  readonly lines: readonly Line[]
  /** Lines that are not CSV: a quotation mark that never ends, more or fewer cells than the header has. */
  readonly broken: readonly { readonly line: number; readonly code: 'line.cells' | 'line.quotes' }[]
}

/** A file whose first line names its columns; every other line has as many cells. */
export function readTable(text: string): Table {
  const [first, ...rows] = readRows(text)
  const header = first?.cells ?? []
  const lines: Line[] = []
  const broken: { line: number; code: 'line.cells' | 'line.quotes' }[] = []
  for (const { line, cells, badQuotes } of rows) {
    if (badQuotes) broken.push({ line, code: 'line.quotes' })
    else if (cells.length !== header.length) broken.push({ line, code: 'line.cells' })
    else lines.push({ line, cells })
  }
  return { header, lines, broken }
}

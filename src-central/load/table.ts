import Papa from 'papaparse'

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

/** A text file as it comes: UTF-8, with or without its mark, or else the Latin-1 of older programs. */
export function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads CSV with whatever separator it uses; every cell is trimmed, empty lines are passed over. */
export function readTable(text: string): Table {
  const lines: Line[] = []
  const broken: { line: number; code: 'line.cells' | 'line.quotes' }[] = []
  let header: readonly string[] | undefined
  let line = 1
  let from = 0
  Papa.parse<string[]>(text, {
    step: ({ data, errors, meta }) => {
      const at = line
      line += countLines(text, from, meta.cursor)
      from = meta.cursor
      const cells = data.map((cell) => cell.trim())
      if (cells.every((cell) => cell === '')) return
      if (!header) header = cells
      else if (errors.some((error) => error.type === 'Quotes')) broken.push({ line: at, code: 'line.quotes' })
      else if (cells.length !== header.length) broken.push({ line: at, code: 'line.cells' })
      else lines.push({ line: at, cells })
    },
  })
  return { header: header ?? [], lines, broken }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

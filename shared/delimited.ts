import Papa from 'papaparse'

/** One row of a delimited text. `line` is where it begins, counted from 1 as an editor does; every cell is trimmed. */
export interface DelimitedRow {
  readonly line: number
  readonly cells: readonly string[]
  /** A quotation mark in it never ends, or stands where none may. */
  readonly badQuotes: boolean
}

/** A text file as it comes: UTF-8 with or without its mark, the UTF-16 of spreadsheets, or else Latin-1. */
export function readText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Reads CSV with whatever separator it uses: semicolon, comma or tab. Rows without a single character, or with nothing
 * but separators, are passed over.
 * @param most rows to read at most
 */
export function readRows(text: string, most = Number.POSITIVE_INFINITY): readonly DelimitedRow[] {
  const rows: DelimitedRow[] = []
  let line = 1
  let from = 0
  Papa.parse<string[]>(text, {
    step: ({ data, errors, meta }, parser) => {
      const at = line
      line += countLines(text, from, meta.cursor)
      from = meta.cursor
      const cells = data.map((cell) => cell.trim())
      if (cells.every((cell) => /^[;,|\s]*$/u.test(cell))) return
      rows.push({ line: at, cells, badQuotes: errors.some((error) => error.type === 'Quotes') })
      if (rows.length >= most) parser.abort()
    },
  })
  return rows
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

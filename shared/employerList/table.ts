import { type ColumnMeaning, guessColumns, isNationalNumber, meaningOfHeader } from './columns.ts'

/** A row as a file or a spreadsheet has it. `line` is its number there, counted from 1. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly badQuotes?: boolean
}

/** A line of people: its cells under the header, and what is wrong with the line as a whole. */
export interface SourceRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly wrong: 'line.cells' | 'line.quotes' | null
}

/** What a list holds, before anybody has said what its columns are. No national number stands in it any more. */
export interface SourceTable {
  readonly header: readonly string[] | null
  readonly width: number
  readonly rows: readonly SourceRow[]
  readonly guessed: readonly ColumnMeaning[]
  /** Columns whose cells were emptied. */
  readonly nationalNumbers: readonly number[]
}

/** A header stands near the top, below a title at most. */
const SEARCHED = 15
const LOOKED_AT = 60
const MOSTLY = 0.6

const known = (row: RawRow): number =>
  new Set(row.cells.map(meaningOfHeader).filter((meaning) => meaning !== 'none')).size
const isFilled = (row: RawRow): number => row.cells.filter((cell) => cell !== '').length

/**
 * The row that names the columns: the one near the top where most is recognised, else a first row that is words alone
 * where figures stand below; -1 when there is none.
 */
function headerAt(rows: readonly RawRow[]): number {
  let best = namesColumns(rows) ? 0 : -1
  let most = 0
  for (const [at, row] of rows.slice(0, SEARCHED).entries()) {
    const count = known(row)
    // One word may be anybody's name, or a title: it is a header only where nothing else stands in the row.
    const counts =
      count > 1 || (count === 1 && isFilled(row) === 1 && !hasFigures(row) && isFilled(rows[at + 1] ?? row) === 1)
    if (counts && count > most) [best, most] = [at, count]
  }
  return best
}

function namesColumns([first, ...rows]: readonly RawRow[]): boolean {
  if (!first || hasFigures(first)) return false
  return first.cells.some((cell, column) => {
    const below = rows.slice(0, LOOKED_AT).flatMap(({ cells }) => cells[column] || [])
    const figures = below.filter((text) => /\d|@/u.test(text)).length
    return cell !== '' && below.length > 0 && figures >= below.length * MOSTLY
  })
}
const hasFigures = ({ cells }: RawRow): boolean => cells.some((cell) => /\d|@/u.test(cell))

/** Finds the header, guesses the columns, and empties every column that holds national numbers. */
export function readSource(all: readonly RawRow[]): SourceTable {
  const at = headerAt(all)
  const header = at < 0 ? null : (all[at]?.cells ?? null)
  const below = all.slice(at + 1)
  const usual = header ? lastFilled(header) + 1 : Math.max(0, ...below.map(({ cells }) => lastFilled(cells) + 1))
  const sample = below.slice(0, LOOKED_AT).map(({ cells }) => cells)
  const guessed = guessColumns(header, sample, usual)
  const nationalNumbers = guessed.flatMap((meaning, column) => (meaning === 'nationalNumber' ? [column] : []))
  const isLeftOut = new Set(nationalNumbers)
  const rows = below.map(({ line, cells, badQuotes = false }): SourceRow => {
    const kept = Array.from({ length: usual }, (_, column) => {
      const cell = cells[column] ?? ''
      return isLeftOut.has(column) || (guessed[column] !== 'phone' && isNationalNumber(cell)) ? '' : cell
    })
    const tooMany = lastFilled(cells) >= usual
    return { line, cells: kept, wrong: badQuotes ? 'line.quotes' : tooMany ? 'line.cells' : null }
  })
  return { header: header?.slice(0, usual) ?? null, width: usual, rows, guessed, nationalNumbers }
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '')

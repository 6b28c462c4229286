// The build for Node declares a `require` of its own, which the bundle of a thread has already.
import { strFromU8, unzipSync } from 'fflate/browser'
import type { RawRow } from '../../../shared/employerList/table.ts'
import { readDateStyles, serialDate } from './dateStyles.ts'
import { attribute, elements, textOf } from './xml.ts'

/** What a workbook may unpack to: a small file can hold a very large one. */
const MOST_BYTES = 150_000_000
const PARTS =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i

/** The file is none that this can read; why does not matter to whoever chose it. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
}

/** The rows of the first sheet that is not hidden. A date is `YYYY-MM-DD`, any other number its figures. */
export function readWorkbook(bytes: Uint8Array): readonly RawRow[] {
  const parts = unpack(bytes)
  const workbook = parts.get('xl/workbook.xml')
  if (workbook === undefined) throw new UnreadableWorkbook('no workbook in it')
  const sheet = parts.get(sheetPath(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? ''))
  if (sheet === undefined) throw new UnreadableWorkbook('no sheet in it')
  const strings = elements(parts.get('xl/sharedstrings.xml') ?? '', 'si').map(({ inner }) => textOf(inner))
  const isDate = readDateStyles(parts.get('xl/styles.xml') ?? '')
  const since1904 = elements(workbook, 'workbookPr').some(({ head }) => /^(1|true)$/.test(attribute(head, 'date1904')))

  const valueOf = ({ head, inner }: { readonly head: string; readonly inner: string }): string => {
    const type = attribute(head, 't')
    if (type === 'inlineStr') return textOf(inner)
    const [value] = elements(inner, 'v')
    const text = value ? textOf(value.inner, value.inner) : ''
    if (type === 's') return strings[Number(text)] ?? ''
    if (type === 'str') return text
    if (type === 'd') return text.slice(0, 10)
    if (type === 'b' || type === 'e' || text === '') return ''
    return isDate(Number(attribute(head, 's') || 0)) ? serialDate(Number(text), since1904) : String(Number(text))
  }

  let last = 0
  return elements(sheet, 'row').flatMap(({ head, inner }) => {
    last = Number(attribute(head, 'r')) || last + 1
    const cells: string[] = []
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.head, 'r')) ?? cells.length
      if (column >= MOST_COLUMNS) continue
      while (cells.length < column) cells.push('')
      cells[column] = valueOf(cell).trim()
    }
    return cells.some((cell) => cell !== '') ? [{ line: last, cells }] : []
  })
}

const MOST_COLUMNS = 200

function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false
        size += originalSize
        if (size > MOST_BYTES) throw new UnreadableWorkbook('unpacks to too much')
        return true
      },
    })
    return new Map(Object.entries(files).map(([name, part]) => [name.toLowerCase(), strFromU8(part)]))
  } catch {
    throw new UnreadableWorkbook('does not unpack')
  }
}

function sheetPath(workbook: string, relations: string): string {
  const sheets = elements(workbook, 'sheet')
  const shown = sheets.find(({ head }) => !/hidden/i.test(attribute(head, 'state'))) ?? sheets[0]
  const id = attribute(shown?.head ?? '', 'id')
  const relation = elements(relations, 'Relationship').find(({ head }) => attribute(head, 'Id') === id)
  const target = attribute(relation?.head ?? '', 'Target') || 'worksheets/sheet1.xml'
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase()
}

/** `C7` → 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]+/.exec(reference)?.[0]
  if (!letters) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}

import { type CandidateField, candidateFields, candidateFieldSchemas, type CandidateValues } from '../candidate.ts'
import { parse } from '../parse.ts'
import { type FieldCode, ok, type Result } from '../result.ts'
import type { ColumnMeaning } from './columns.ts'
import { readListDate } from './dates.ts'
import { languageOf } from './languages.ts'
import { normalCase, splitFullName } from './names.ts'
import type { SourceRow } from './table.ts'

/** What is wrong with a line: a field by its rule, or the line as a whole. */
export type WrongPart =
  | { readonly field: CandidateField; readonly code: FieldCode }
  | { readonly field: 'line'; readonly code: 'line.cells' | 'line.quotes' }

/** One line of the list: the values of a record, or what is wrong with it and what stood there. */
export interface ListLine {
  readonly line: number
  /** Null when the line is refused. */
  readonly values: CandidateValues | null
  readonly wrong: readonly WrongPart[]
  /** As it stands in the list, tidied; for a line that is refused too. */
  readonly written: Readonly<Record<CandidateField, string>>
  /** The address that many lines share, when it was not taken over. */
  readonly sharedEmail: string | null
}

export interface Reading {
  readonly columns: readonly ColumnMeaning[]
  /** Of those whose line does not say. */
  readonly language: CandidateValues['language']
  /** Shared addresses, in small letters, that the operator takes over all the same. */
  readonly takenEmails: readonly string[]
  /** `YYYY-MM-DD` */
  readonly today: string
}

const MARKED_ADDRESS = /^[^<>]*<([^<>]+)>$/
// A spreadsheet takes the zero away from what it believes to be a number.
const WITHOUT_ZERO = /^4\d{8}$/

const tidyEmail = (text: string): string => (MARKED_ADDRESS.exec(text)?.[1] ?? text).replace(/^mailto:/iu, '').trim()
const tidyPhone = (text: string): string => (WITHOUT_ZERO.test(text) ? `0${text}` : text)

function namesOf(cellOf: (meaning: ColumnMeaning) => string, columns: readonly ColumnMeaning[]) {
  const order = columns.includes('nameFirst')
    ? 'nameFirst'
    : columns.includes('firstNameFirst')
      ? 'firstNameFirst'
      : null
  if (order === null) return { lastName: cellOf('lastName'), firstName: cellOf('firstName') }
  return splitFullName(cellOf(order), order) ?? { lastName: cellOf(order), firstName: '' }
}

function writtenIn({ cells }: SourceRow, columns: readonly ColumnMeaning[]): ListLine['written'] {
  const cellOf = (meaning: ColumnMeaning): string => {
    const column = columns.indexOf(meaning)
    return column < 0 ? '' : (cells[column] ?? '').trim()
  }
  const { lastName, firstName } = namesOf(cellOf, columns)
  return {
    lastName: normalCase(lastName.replace(/\s+/gu, ' ').trim()),
    firstName: normalCase(firstName.replace(/\s+/gu, ' ').trim()),
    language: cellOf('language'),
    email: tidyEmail(cellOf('email')),
    birthDate: cellOf('birthDate'),
    phone: tidyPhone(cellOf('phone')),
  }
}

function readField(field: CandidateField, text: string, { language, today }: Reading): Result<string | null> {
  if (field === 'language') return parse(candidateFieldSchemas.language, text === '' ? language : languageOf(text))
  if (field !== 'birthDate') return parse(candidateFieldSchemas[field], text)
  const date = readListDate(text, today)
  return date.ok ? ok(date.value) : date
}

/**
 * One line as the values of a record, by the same rules as a record.
 * @param shared the addresses, in small letters, that many lines have (`sharedEmails`)
 */
export function readLine(row: SourceRow, reading: Reading, shared: ReadonlySet<string>): ListLine {
  const written = writtenIn(row, reading.columns)
  if (row.wrong) {
    return { line: row.line, values: null, wrong: [{ field: 'line', code: row.wrong }], written, sharedEmail: null }
  }
  const address = written.email.toLowerCase()
  const isLeft = shared.has(address) && !reading.takenEmails.includes(address)
  const values: Partial<Record<CandidateField, string | null>> = {}
  const wrong: WrongPart[] = []
  for (const field of candidateFields) {
    const text = field === 'email' && isLeft ? '' : written[field]
    const read = readField(field, text, reading)
    if (read.ok) values[field] = read.value
    else wrong.push({ field, code: read.error.fields?.[0]?.code ?? 'field.invalid' })
  }
  return {
    line: row.line,
    values: wrong.length === 0 ? (values as CandidateValues) : null,
    wrong,
    written,
    sharedEmail: isLeft ? written.email : null,
  }
}

/** An address on so many lines is an office's, not a person's. */
const SHARED_BY = 3

/** Addresses that stand on more than two lines, or on half of them, with the number of lines; in small letters. */
export function sharedEmails(
  rows: readonly SourceRow[],
  columns: readonly ColumnMeaning[],
): ReadonlyMap<string, number> {
  const column = columns.indexOf('email')
  const uses = new Map<string, number>()
  for (const { cells } of column < 0 ? [] : rows) {
    const address = tidyEmail((cells[column] ?? '').trim()).toLowerCase()
    if (address !== '') uses.set(address, (uses.get(address) ?? 0) + 1)
  }
  const isShared = (count: number) => count >= SHARED_BY || (count > 1 && count * 2 >= rows.length)
  const isAddress = (text: string) => parse(candidateFieldSchemas.email, text).ok
  return new Map([...uses].filter(([address, count]) => isShared(count) && isAddress(address)))
}

import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { mostBytes, mostLines } from '../../../shared/calls/employerList.ts'
import { readRows, readText } from '../../../shared/delimited.ts'
import { type RawRow, readSource, type SourceTable } from '../../../shared/employerList/table.ts'
import { asResult, Refusal } from '../../../shared/parse.ts'
import { fail, ok } from '../../../shared/result.ts'
import { readWorkbook, UnreadableWorkbook } from './workbook.ts'

/** What is read: a file that the operator chose, or what he pasted. */
export type ListSource = { readonly file: string } | { readonly text: string }

const unreadable = () => new Refusal(fail('list.unreadable', 'neither a text nor a workbook').error)
/** Above the lines there may be titles and empty rows. */
const MOST_ROWS = mostLines + 200

function readBytes(file: string): Uint8Array {
  const descriptor = openSync(file, 'r')
  try {
    if (fstatSync(descriptor).size > mostBytes) {
      throw new Refusal(fail('list.tooBig', 'the file is too big', { params: { megabytes: mostBytes / 1e6 } }).error)
    }
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const beginsWith = (bytes: Uint8Array, ...begin: readonly number[]): boolean =>
  begin.every((byte, at) => bytes[at] === byte)

function rowsOf(bytes: Uint8Array): readonly RawRow[] {
  if (beginsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes)
  const text = readText(bytes)
  // An older workbook, an encrypted one, a picture: none is a text.
  if (text.includes('\0')) throw unreadable()
  return readRows(text, MOST_ROWS)
}

function read(source: ListSource): SourceTable {
  const rows = 'text' in source ? readRows(source.text, MOST_ROWS) : rowsOf(readBytes(source.file))
  const table = readSource(rows)
  if (table.rows.length === 0) throw new Refusal(fail('list.empty', 'no line of people in it').error)
  if (table.rows.length > mostLines) {
    throw new Refusal(fail('list.tooLong', 'too many lines', { params: { lines: mostLines } }).error)
  }
  return table
}

async function answer(source: ListSource): Promise<SourceTable> {
  try {
    return read(source)
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (error instanceof UnreadableWorkbook || /^E[A-Z]+$/.test(code)) throw unreadable()
    throw error
  }
}

parentPort?.postMessage(await asResult(answer(workerData as ListSource).then(ok)), [])

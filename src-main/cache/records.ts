import type { Advice } from '../../shared/advice.ts'
import type { Contact } from '../../shared/contact.ts'
import type { Correction } from '../../shared/correction.ts'
import type { Attendance, Attestation, ExamResult, Print } from '../../shared/attestation.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import type { Distinction, Hold, MergeRequest } from '../../shared/duplicate.ts'
import type { HistoryLine } from '../../shared/history.ts'
import type { Mail } from '../../shared/mail.ts'
import type { Registration } from '../../shared/registration.ts'
import type { Session } from '../../shared/session.ts'
import type { Cache } from './open.ts'
import { prepare } from './run.ts'

/** The tables that keep a record whole, as JSON, and what they hold. */
export interface RecordTypes {
  session: Session
  registration: Registration
  checkIn: CheckIn
  result: ExamResult
  attestation: Attestation
  attendance: Attendance
  print: Print
  history: HistoryLine
  distinction: Distinction
  hold: Hold
  mergeRequest: MergeRequest
  mail: Mail
  correction: Correction
  contact: Contact
  advice: Advice
}
export type RecordTable = keyof RecordTypes

/** What is searched for in a record, in columns of its own; the rest is only in its JSON. */
const columnsOf: { readonly [T in RecordTable]: readonly (keyof RecordTypes[T] & string)[] } = {
  session: ['date', 'startTime', 'endTime', 'locationId', 'status', 'closedAt'],
  registration: ['sessionId', 'candidateId', 'status', 'seat'],
  checkIn: ['registrationId', 'sessionId', 'mark', 'stands', 'undoneAt', 'at'],
  result: ['candidateId', 'registrationId', 'sessionId'],
  attestation: ['candidateId', 'sessionId', 'status', 'expectedFrom', 'lateAfter', 'number'],
  attendance: ['candidateId', 'registrationId', 'sessionId', 'number'],
  print: ['documentId', 'candidateId', 'at'],
  history: ['candidateId', 'sessionId', 'subjectId', 'actedAt'],
  distinction: ['a', 'b', 'stands'],
  hold: ['decision'],
  mergeRequest: ['a', 'b', 'status'],
  mail: ['candidateId', 'createdAt'],
  correction: ['candidateId', 'status', 'askedAt'],
  contact: ['candidateId', 'at'],
  advice: ['sessionId', 'at'],
}

/**
 * A record as the screens see it and, while changes of this desk are laid over it, as central has it: `base` is undefined
 * when nothing is laid over it, null when it was made here and central has not taken it yet.
 */
export interface Stored<R> {
  readonly current: R
  readonly base: R | null | undefined
}

interface Row {
  readonly body: string
  readonly base: string | null
}

export function findStored<T extends RecordTable>(db: Cache, table: T, id: string): Stored<RecordTypes[T]> | undefined {
  const row = prepare(db, `SELECT body, base FROM "${table}" WHERE id = ?`).get(id) as Row | undefined
  return row && { current: JSON.parse(row.body), base: row.base === null ? undefined : JSON.parse(row.base) }
}

/** The record of this id, or undefined. */
export const readRecord = <T extends RecordTable>(db: Cache, table: T, id: string): RecordTypes[T] | undefined =>
  findStored(db, table, id)?.current

const upserts = new Map<RecordTable, string>()

function upsertOf(table: RecordTable): string {
  const known = upserts.get(table)
  if (known !== undefined) return known
  const columns = [...columnsOf[table], 'body', 'base'].map((column) => `"${column}"`)
  const sql = `INSERT INTO "${table}" (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})
   ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`
  upserts.set(table, sql)
  return sql
}

/** As the columns hold it: SQLite knows no booleans. */
const asText = (value: unknown): unknown => (typeof value === 'boolean' ? String(Number(value)) : (value ?? null))

export function writeStored<T extends RecordTable>(
  db: Cache,
  table: T,
  current: RecordTypes[T],
  base: RecordTypes[T] | null | undefined,
): void {
  const laidOver = base === undefined ? null : JSON.stringify(base)
  const columns = columnsOf[table].map((column) => asText(current[column]))
  prepare(db, upsertOf(table)).run(current.id, ...columns, JSON.stringify(current), laidOver)
}

export function removeRecord(db: Cache, table: RecordTable, id: string): void {
  prepare(db, `DELETE FROM "${table}" WHERE id = ?`).run(id)
}

/** A row's body as its record. The one place where the JSON of these tables is read. */
export const recordOf = <T extends RecordTable>(body: string): RecordTypes[T] => JSON.parse(body)

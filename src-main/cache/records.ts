import type { Attendance, Attestation, ExamResult, Print } from '../../shared/attestation.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import type { HistoryLine } from '../../shared/history.ts'
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
}
export type RecordTable = keyof RecordTypes

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

const upsertOf = (table: RecordTable): string =>
  `INSERT INTO "${table}" (id, body, base) VALUES (?, ?, ?)
   ON CONFLICT (id) DO UPDATE SET body = excluded.body, base = excluded.base`

export function writeStored<T extends RecordTable>(
  db: Cache,
  table: T,
  current: RecordTypes[T],
  base: RecordTypes[T] | null | undefined,
): void {
  const laidOver = base === undefined ? null : JSON.stringify(base)
  prepare(db, upsertOf(table)).run(current.id, JSON.stringify(current), laidOver)
}

export function removeRecord(db: Cache, table: RecordTable, id: string): void {
  prepare(db, `DELETE FROM "${table}" WHERE id = ?`).run(id)
}

/** A row's body as its record. The one place where the JSON of these tables is read. */
export const recordOf = <T extends RecordTable>(body: string): RecordTypes[T] => JSON.parse(body)

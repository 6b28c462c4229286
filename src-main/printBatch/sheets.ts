import type { BatchSheet, PrintBatch, SheetStatus } from '../../shared/calls/printBatch.ts'
import type { AppError } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import type { CacheTables } from '../cache/tables.ts'
import { prepare } from '../cache/run.ts'

type Row = CacheTables['printSheet']
type Named = Row & { readonly lastName: string | null; readonly firstName: string | null }

// Whoever a record became in the meantime has his name here: the attestation follows its person.
const SHEETS = `select p.*, c.lastName, c.firstName from printSheet p
  left join attestation a on a.id = p.documentId left join candidate c on c.id = a.candidateId`

const fromRow = ({ position, documentId, number, copy, status, error, lastName, firstName }: Named): BatchSheet => ({
  position,
  documentId,
  number,
  lastName: lastName ?? '',
  firstName: firstName ?? '',
  copy,
  status,
  error: error === null ? null : (JSON.parse(error) as AppError),
})

/** The batch of this desk with its sheets in their order; null without one. */
export function readBatch(db: Cache): PrintBatch | null {
  const batch = prepare(db, 'select * from printBatch').get() as CacheTables['printBatch'] | undefined
  if (!batch) return null
  return { ...batch, sheets: (prepare(db, `${SHEETS} order by p.position`).all() as Named[]).map(fromRow) }
}

export function readSheet(db: Cache, position: number): BatchSheet | undefined {
  const row = prepare(db, `${SHEETS} where p.position = ?`).get(position) as Named | undefined
  return row && fromRow(row)
}

/** The act by which a sheet is noted, and where and when it was sent. */
export const readSending = (db: Cache, position: number): Pick<Row, 'changeId' | 'printer' | 'sentAt'> =>
  prepare(db, 'select changeId, printer, sentAt from printSheet where position = ?').get(position) as Row

/** Lays a new batch in the place of the one before. */
export function layBatch(
  db: Cache,
  batch: CacheTables['printBatch'],
  sheets: readonly Pick<Row, 'documentId' | 'number' | 'copy' | 'changeId'>[],
): void {
  db.transaction(() => {
    clearBatch(db)
    prepare(db, 'insert into printBatch (id, startedAt, startedBy) values (@id, @startedAt, @startedBy)').run(batch)
    const insert = prepare(
      db,
      `insert into printSheet (position, documentId, number, copy, changeId, status)
       values (@position, @documentId, @number, @copy, @changeId, 'waiting')`,
    )
    sheets.forEach((sheet, i) => insert.run({ ...sheet, position: i + 1 }))
  })()
}

export function clearBatch(db: Cache): void {
  db.transaction(() => {
    prepare(db, 'delete from printSheet').run()
    prepare(db, 'delete from printBatch').run()
  })()
}

export const markSending = (db: Cache, position: number, sending: Pick<Row, 'printer' | 'sentAt'>): void => {
  prepare(
    db,
    `update printSheet set status = 'sending', error = null, printer = @printer, sentAt = @sentAt where position = @position`,
  ).run({ position, ...sending })
}

export const markSheet = (
  db: Cache,
  position: number,
  status: Exclude<SheetStatus, 'sending'>,
  error: AppError | null = null,
): void => {
  prepare(db, 'update printSheet set status = ?, error = ? where position = ?').run(
    status,
    error && JSON.stringify(error),
    position,
  )
}

/** From now on this sheet is meant to be this copy. */
export const markCopy = (db: Cache, position: number, copy: number): void => {
  prepare(db, 'update printSheet set copy = ? where position = ?').run(copy, position)
}

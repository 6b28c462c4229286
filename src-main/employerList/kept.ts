import { createHash } from 'node:crypto'
import type { LineDecision, ListChoices, ListRegistration } from '../../shared/calls/employerList.ts'
import { columnMeanings, type ColumnMeaning } from '../../shared/employerList/columns.ts'
import type { ReportLine } from '../../shared/employerList/report.ts'
import type { SourceTable } from '../../shared/employerList/table.ts'
import type { ImportedLine } from '../../shared/employerList/versions.ts'
import { fold } from '../../shared/text.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'

/** What an operator decided about his list; everything else is found anew from the list itself. */
export interface KeptWork {
  readonly step: 'columns' | 'check' | 'done'
  readonly choices: ListChoices
  readonly remembered: boolean
  readonly decisions: readonly (readonly [line: number, decision: LineDecision])[]
  readonly registration: ListRegistration | null
}

export interface KeptDraft {
  readonly source: SourceTable
  readonly work: KeptWork
}

export function readDraft(db: Cache, operatorId: string): KeptDraft | undefined {
  const row = prepare(db, 'SELECT source, work FROM employerDraft WHERE operatorId = ?').get(operatorId) as
    | { source: string; work: string }
    | undefined
  return row && { source: JSON.parse(row.source), work: JSON.parse(row.work) }
}

/** Lines that were imported together: what the report says of them, and what the next list is compared with. */
export interface KeptPart {
  readonly report: readonly ReportLine[]
  readonly lines: readonly ImportedLine[]
}

export function readParts(db: Cache, operatorId: string): readonly KeptPart[] {
  const rows = prepare(db, 'SELECT report, lines FROM employerPart WHERE operatorId = ? ORDER BY part').all(
    operatorId,
  ) as { report: string; lines: string }[]
  return rows.map(({ report, lines }) => ({ report: JSON.parse(report), lines: JSON.parse(lines) }))
}

export function keepPart(db: Cache, operatorId: string, part: number, { report, lines }: KeptPart): void {
  prepare(db, 'INSERT INTO employerPart VALUES (?, ?, ?, ?)').run(
    operatorId,
    part,
    JSON.stringify(report),
    JSON.stringify(lines),
  )
}

/** Another list begins: nothing is left of the one before. */
export const beginDraft = (db: Cache, operatorId: string, at: string, draft: KeptDraft): void =>
  db.transaction(() => {
    forgetDraft(db, operatorId)
    keepDraft(db, operatorId, at, draft)
  })()

export function keepDraft(db: Cache, operatorId: string, at: string, { source, work }: KeptDraft): void {
  prepare(db, 'INSERT OR REPLACE INTO employerDraft VALUES (?, ?, ?, ?)').run(
    operatorId,
    at,
    JSON.stringify(source),
    JSON.stringify(work),
  )
}

export function keepWork(db: Cache, operatorId: string, at: string, work: KeptWork): void {
  prepare(db, 'UPDATE employerDraft SET at = ?, work = ? WHERE operatorId = ?').run(
    at,
    JSON.stringify(work),
    operatorId,
  )
}

export const forgetDraft = (db: Cache, operatorId: string): void => {
  prepare(db, 'DELETE FROM employerDraft WHERE operatorId = ?').run(operatorId)
  prepare(db, 'DELETE FROM employerPart WHERE operatorId = ?').run(operatorId)
}

/** The last imported list of an employer. */
export interface KeptList {
  readonly employer: string
  readonly importedAt: string
  readonly lines: readonly ImportedLine[]
}

const keyOf = (employer: string): string => fold(employer)

export function readList(db: Cache, employer: string): KeptList | undefined {
  const row = prepare(db, 'SELECT employer, importedAt, lines FROM employerList WHERE id = ?').get(keyOf(employer)) as
    | { employer: string; importedAt: string; lines: string }
    | undefined
  return row && { ...row, lines: JSON.parse(row.lines) }
}

export function keepList(db: Cache, { employer, importedAt, lines }: KeptList): void {
  prepare(db, 'INSERT OR REPLACE INTO employerList VALUES (?, ?, ?, ?)').run(
    keyOf(employer),
    employer,
    importedAt,
    JSON.stringify(lines),
  )
}

const DAY = 86_400_000
/** The cache of an office keeps its people so long; an employer who sends a list a year later is still compared. */
const LIST_DAYS = 548
/** A list that nobody went on with for a month is forgotten work, and holds people who are perhaps nobody's. */
const DRAFT_DAYS = 30

/** Forgets the lists that nobody needs any more; asked whenever the cache is opened. */
export function forgetOldLists(db: Cache, now: Date): void {
  const before = (days: number): string => new Date(now.getTime() - days * DAY).toISOString()
  prepare(db, 'DELETE FROM employerList WHERE importedAt < ?').run(before(LIST_DAYS))
  prepare(db, 'DELETE FROM employerDraft WHERE at < ?').run(before(DRAFT_DAYS))
}

export const readEmployers = (db: Cache): readonly string[] =>
  prepare(db, 'SELECT employer FROM employerList ORDER BY employer').pluck().all() as string[]

/** The same words in the header are the same columns, whatever file they stand in. */
const columnsKey = (header: readonly string[]): string =>
  `employerList.columns.${createHash('sha256').update(header.map(fold).join('\n')).digest('hex').slice(0, 32)}`

/** What the operator said the columns of such a header are, the last time. */
export function readColumns(
  db: Cache,
  operatorId: string,
  { header, width, nationalNumbers }: SourceTable,
): readonly ColumnMeaning[] | undefined {
  if (!header) return undefined
  const text = prepare(db, 'SELECT value FROM preference WHERE operatorId = ? AND key = ?')
    .pluck()
    .get(operatorId, columnsKey(header)) as string | undefined
  const kept: unknown = text === undefined ? undefined : JSON.parse(text)
  if (!Array.isArray(kept) || kept.length !== width) return undefined
  return kept.map((meaning, column) =>
    nationalNumbers.includes(column) ? 'nationalNumber' : (columnMeanings.find((known) => known === meaning) ?? 'none'),
  )
}

export function keepColumns(db: Cache, operatorId: string, header: readonly string[], columns: ListChoices['columns']) {
  prepare(db, 'INSERT OR REPLACE INTO preference VALUES (?, ?, ?)').run(
    operatorId,
    columnsKey(header),
    JSON.stringify(columns),
  )
}

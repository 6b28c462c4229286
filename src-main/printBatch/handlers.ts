import { randomBytes } from 'node:crypto'
import type { PrintBatch } from '../../shared/calls/printBatch.ts'
import { uuidv7 } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readRecord } from '../cache/records.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { nextCopy } from '../documents/content.ts'
import { choicesFor } from './choices.ts'
import { printSheet, settleSheet } from './print.ts'
import { clearBatch, layBatch, readBatch } from './sheets.ts'

const locked = fail('document.unknown', 'the desk was locked')
const unfinished = fail('printBatch.open', 'another batch is not over')
const unsettled = fail('printBatch.unsettled', 'nobody said yet whether a sheet came out')

/** After whatever is on its way to a printer: a sheet under way is never taken for one that was interrupted. */
const inTurn = <T>(open: OpenDesk, work: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> =>
  open.documents.outgoing(async () => (open.db.open ? work() : locked))

export const printBatchHandlers: OpenHandlers<
  | 'printBatch:choices'
  | 'printBatch:read'
  | 'printBatch:start'
  | 'printBatch:printSheet'
  | 'printBatch:settle'
  | 'printBatch:end'
> = {
  'printBatch:choices': ({ db }, wanted) => ok(choicesFor(db, wanted)),
  'printBatch:read': (open) => inTurn(open, () => ok(readBatch(open.db))),
  'printBatch:start': (open, wanted) => inTurn(open, () => start(open, wanted)),
  'printBatch:printSheet': (open, wanted) => inTurn(open, () => printSheet(open, wanted)),
  'printBatch:settle': (open, wanted) => inTurn(open, () => settleSheet(open, wanted)),
  'printBatch:end': (open) =>
    inTurn(open, () => {
      if (readBatch(open.db)?.sheets.some(({ status }) => status === 'sending')) return unsettled
      clearBatch(open.db)
      return ok(null)
    }),
}

function start(
  open: OpenDesk,
  { id, documentIds }: { readonly id: string; readonly documentIds: readonly string[] },
): Result<PrintBatch> {
  const { db, operator } = open
  const before = readBatch(db)
  if (before?.id === id) return ok(before)
  if (before?.sheets.some(({ status }) => status !== 'sent')) return unfinished
  const now = open.now()
  const sheets = [...new Set(documentIds)].map((documentId) => ({
    documentId,
    number: readRecord(db, 'attestation', documentId)?.number ?? '',
    copy: nextCopy(db, documentId),
    changeId: uuidv7(now.getTime(), randomBytes(10)),
  }))
  layBatch(db, { id, startedAt: now.toISOString(), startedBy: operator.name }, sheets)
  const batch = readBatch(db)
  return batch ? ok(batch) : locked
}

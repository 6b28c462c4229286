import type { BatchSheet, PrintBatch } from '../../shared/calls/printBatch.ts'
import { Refusal } from '../../shared/parse.ts'
import { type AppError, type ErrorCode, fail, ok, type Result } from '../../shared/result.ts'
import { readRecord } from '../cache/records.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readContent } from '../documents/content.ts'
import type { Job } from '../documents/jobs.ts'
import { noteSheet, tellOfSheet } from '../documents/journal.ts'
import { keepPrinter } from '../documents/lastPrinter.ts'
import { markCopy, markSending, markSheet, readBatch, readSending, readSheet } from './sheets.ts'

const unknown = fail('document.unknown', 'no such sheet in a batch of this desk')
const unsettled = fail('printBatch.unsettled', 'nobody said yet whether this sheet came out')

/** What can be wrong with one document and says nothing of the next one. */
const faultsOfContent: readonly ErrorCode[] = [
  'attestation.notReleased',
  'attestation.replaced',
  'attestation.badSignature',
  'document.unknown',
]
const faultsOfDrawing: readonly ErrorCode[] = ['document.letterMissing']
/** The printer says that it did not take the sheet: it is certain that nothing came out. */
const refusals: readonly ErrorCode[] = ['printer.unknown', 'printer.failed']

/** A refusal of this kind as data; anything else goes its way. */
async function orFault<T>(work: Promise<T>, faults: readonly ErrorCode[]): Promise<Result<T>> {
  try {
    return ok(await work)
  } catch (thrown) {
    if (thrown instanceof Refusal && faults.includes(thrown.error.code)) return { ok: false, error: thrown.error }
    throw thrown
  }
}

/**
 * Prints one sheet of the batch and notes it, at most once.
 *
 * A crash can fall between the printer and the journal, and no order of the two is right by itself: a note before the
 * sheet makes a duplicate of which there is no original, and central keeps it for good; a note after it lets the next
 * try print a second original that nobody hears of. So the desk first keeps, for itself alone, that this sheet is about
 * to be sent; then it is sent; then note and `sent` are one transaction. What is found in between after a crash is not
 * guessed: the sheet counts as given out until the operator, who can look into the tray, says whether it came out.
 */
export async function printSheet(
  open: OpenDesk,
  { position, printer }: { readonly position: number; readonly printer: string },
): Promise<Result<BatchSheet>> {
  // The desk may have been locked while the sheet before was on its way.
  const sheet = open.db.open ? readSheet(open.db, position) : undefined
  if (!sheet) return unknown
  if (sheet.status === 'sent') return ok(sheet)
  if (sheet.status === 'sending') return unsettled
  // Asked before the paper comes out: what may not be noted may not be printed either.
  const act = open.act()
  const drawn = await drawSheet(open, sheet)
  if (!drawn.ok) return failed(open, position, drawn.error)
  const { bytes, ...document } = drawn.value
  const sentAt = open.now().toISOString()
  markSending(open.db, position, { printer, sentAt })
  const job = { printer, bytes, copies: 1, title: document.number }
  const taken = await orFault(open.documents.printing.print(job), refusals)
  if (!taken.ok) return failed(open, position, taken.error)
  const { changeId } = readSending(open.db, position)
  open.db.transaction(() => {
    noteSheet(open, act, changeId, document, { way: 'printer', printer, at: sentAt })
    markSheet(open.db, position, 'sent')
  })()
  keepPrinter(open, printer)
  tellOfSheet(open)
  return answer(open, position)
}

type Drawn = Pick<Job, 'kind' | 'documentId' | 'candidateId' | 'copy' | 'number' | 'bytes'>

/** Drawn for this moment and not as it was looked at: what was replaced or taken back since is not printed. */
async function drawSheet(open: OpenDesk, { position, documentId, copy }: BatchSheet): Promise<Result<Drawn>> {
  const content = await orFault(readContent(open, { kind: 'success', id: documentId }), faultsOfContent)
  if (!content.ok) return content
  if (content.value.copy !== copy) {
    // Printed elsewhere since it was chosen. The operator hears of it; if he asks again, he wants the duplicate.
    markCopy(open.db, position, content.value.copy)
    return fail('attestation.copied', 'another sheet of it left', { params: { copy: content.value.copy } })
  }
  const { drawable, ...document } = content.value
  const bytes = await orFault(open.documents.draw(drawable), faultsOfDrawing)
  return bytes.ok ? ok({ ...document, bytes: bytes.value }) : bytes
}

function failed(open: OpenDesk, position: number, error: AppError): Result<BatchSheet> {
  markSheet(open.db, position, 'failed', error)
  return answer(open, position)
}

function answer(open: OpenDesk, position: number): Result<BatchSheet> {
  const sheet = readSheet(open.db, position)
  return sheet ? ok(sheet) : unknown
}

/** The operator looked into the tray: the sheet is noted as what it is, or waits again. */
export function settleSheet(
  open: OpenDesk,
  { position, cameOut }: { readonly position: number; readonly cameOut: boolean },
): Result<PrintBatch> {
  const { db } = open
  const sheet = readSheet(db, position)
  if (sheet?.status === 'sending' && !cameOut) markSheet(db, position, 'waiting')
  if (sheet?.status === 'sending' && cameOut) {
    const { documentId, copy } = sheet
    const candidateId = readRecord(db, 'attestation', documentId)?.candidateId ?? null
    const { changeId, printer, sentAt } = readSending(db, position)
    const act = open.act()
    db.transaction(() => {
      const document = { kind: 'success', documentId, candidateId, copy } as const
      noteSheet(open, act, changeId, document, { way: 'printer', printer, at: sentAt ?? act.actedAt })
      markSheet(db, position, 'sent')
    })()
    tellOfSheet(open)
  }
  const batch = readBatch(db)
  return batch ? ok(batch) : unknown
}

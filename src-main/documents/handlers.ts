import { randomUUID } from 'node:crypto'
import { hasOriginal, type Print } from '../../shared/attestation.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { isDone } from '../sync/act.ts'
import { readContent } from './content.ts'
import { type Job, keepJob } from './jobs.ts'
import { noteSheet, tellOfSheet } from './journal.ts'
import { keepPrinter, lastPrinter } from './lastPrinter.ts'
import { saveWhole } from './saveWhole.ts'

const unknown = fail('document.unknown', 'this preview is closed, or what it shows has changed')

export const documentHandlers: OpenHandlers<
  'document:preview' | 'document:printers' | 'document:print' | 'document:save' | 'document:close'
> = {
  'document:preview': async (open, source) => {
    const { drawable, withoutCode = 0, ...content } = await readContent(open, source)
    const bytes = await open.documents.draw(drawable)
    const job = { ...content, id: randomUUID(), bytes }
    keepJob(open.documents.jobs, job)
    return ok({
      job: job.id,
      bytes,
      fileName: fileNameOf(job),
      copy: hasOriginal(job.kind) ? job.copy : 1,
      withoutCode,
    })
  },
  'document:printers': async (open) => {
    const printers = await open.documents.printing.printers()
    return ok({ printers, last: lastPrinter(open) })
  },
  'document:print': (open, { changeId, job: id, printer, copies }) =>
    open.documents.once(changeId, () =>
      handOver(open, changeId, id, { way: 'printer', printer }, async (job) => {
        await open.documents.printing.print({ printer, bytes: job.bytes, copies, title: job.number })
        keepPrinter(open, printer)
      }),
    ),
  'document:save': (open, { changeId, job: id }) =>
    open.documents.once(changeId, async () => {
      const job = open.documents.jobs.get(id)
      if (!job) return unknown
      const file = await open.documents.askWhere(fileNameOf(job))
      if (file === null) return ok(false)
      const saved = await handOver(open, changeId, id, { way: 'file', printer: null }, async ({ bytes }) =>
        saveWhole(file, bytes),
      )
      return saved.ok ? ok(true) : saved
    }),
  'document:close': ({ documents }, { job }) => {
    documents.jobs.delete(job)
    return ok(null)
  },
}

/** The document's number and nothing else: a name in a folder is read by everybody who opens it. */
const fileNameOf = ({ number }: Job): string => `${number.replace(/[^A-Za-z0-9._-]+/gu, '-')}.pdf`

/**
 * Gives a document out of the house, and then notes it: a sheet that never left is not a copy.
 *
 * Only while it is still what was looked at. Sent once, it is closed: the next sheet of it says that it is a duplicate.
 */
const handOver: typeof give = (open, ...how) => open.documents.outgoing(() => give(open, ...how))

async function give(
  open: OpenDesk,
  changeId: string,
  id: string,
  way: Pick<Print, 'way' | 'printer'>,
  giveOut: (job: Job) => Promise<void>,
): Promise<Result<null>> {
  // The desk may have been locked while the operator looked for a folder.
  if (!open.db.open) return unknown
  if (isDone(open.db, changeId)) return ok(null)
  const { jobs } = open.documents
  const job = jobs.get(id)
  if (!job) return unknown
  // Taken away before anything is waited for: two hands on the same button must not make two originals.
  jobs.delete(id)
  let isOut = false
  try {
    const { drawnFrom } = await readContent(open, { kind: job.kind, id: job.documentId })
    if (drawnFrom !== job.drawnFrom) return unknown
    // Asked before the paper comes out: what may not be noted may not be printed either.
    const act = open.act()
    await giveOut(job)
    noteSheet(open, act, changeId, job, { ...way, at: open.now().toISOString() })
    isOut = true
  } finally {
    if (!isOut) jobs.set(id, job)
  }
  tellOfSheet(open)
  return ok(null)
}

import { randomBytes, randomUUID } from 'node:crypto'
import { hasOriginal, type Print } from '../../shared/attestation.ts'
import { uuidv7 } from '../../shared/ids.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { prepare } from '../cache/run.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { isDone, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'
import { readContent } from './content.ts'
import { type Job, keepJob } from './jobs.ts'
import { saveWhole } from './saveWhole.ts'

const unknown = fail('document.unknown', 'this preview is closed, or what it shows has changed')
const LAST_PRINTER = 'printer.last'

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
const handOver: typeof give = (open, ...how) => open.documents.outgoing(give(open, ...how))

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
    note(open, act, changeId, job, way)
    isOut = true
  } finally {
    if (!isOut) jobs.set(id, job)
  }
  open.changed(['print', 'attestation', 'attendance', 'change'])
  open.sync.nudge()
  return ok(null)
}

function note(open: OpenDesk, act: Act, changeId: string, job: Job, way: Pick<Print, 'way' | 'printer'>): void {
  const { kind: documentKind, documentId, candidateId, copy } = job
  const now = open.now()
  perform(open.db, act, [
    {
      id: changeId,
      kind: 'document.printed',
      entityId: uuidv7(now.getTime(), randomBytes(10)),
      patch: { documentKind, documentId, candidateId, copy, ...way, at: now.toISOString() },
      shown: { actor: open.operator.id, actorName: open.operator.name, deskName: open.identity.deskName },
    },
  ])
}

/** A preference like any other, so JSON; the settings may have written it, or something else. */
function lastPrinter({ db, operator }: OpenDesk): string | null {
  const kept = prepare(db, 'SELECT value FROM preference WHERE operatorId = ? AND key = ?').get(
    operator.id,
    LAST_PRINTER,
  ) as { value: string } | undefined
  try {
    const name: unknown = JSON.parse(kept?.value ?? 'null')
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

const keepPrinter = ({ db, operator }: OpenDesk, printer: string): void => {
  prepare(db, 'INSERT OR REPLACE INTO preference VALUES (?, ?, ?)').run(
    operator.id,
    LAST_PRINTER,
    JSON.stringify(printer),
  )
}

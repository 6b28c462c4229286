import { Worker } from 'node:worker_threads'
import type { SourceTable } from '../../../shared/employerList/table.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { ListSource } from './worker.ts'

/**
 * Reads a list in a thread of its own: a workbook takes longer than anybody may hold up the main process.
 *
 * Refuses with `list.tooBig`, `list.tooLong`, `list.empty`, `list.unreadable`. The file is read and never copied; no
 * national number of it comes back.
 */
export function readList(worker: string | URL, source: ListSource): Promise<Result<SourceTable>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: source })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => resolve(fail('list.unreadable', 'the thread that reads ended')))
  })
}

import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../shared/result.ts'
import type { LoadNews, LoadOrder } from './worker.ts'

export interface LoadProgress {
  readonly done: number
  readonly total: number
}

/**
 * Runs the first load in a thread of its own and resolves when it is over. A file left by an earlier attempt is thrown
 * away first: nothing in it is sure.
 * @param ending ends the thread
 */
export function runFirstLoad(
  worker: string | URL,
  order: LoadOrder,
  onProgress: (progress: LoadProgress) => void,
  ending: AbortSignal,
): Promise<Result<null>> {
  clearSide(order.file)
  const given = fail('central.silent', 'the first load was ended')
  if (ending.aborted) return Promise.resolve(given)
  return new Promise((resolve) => {
    const thread = new Worker(worker, { workerData: order })
    const end = (result: Result<null>) => {
      ending.removeEventListener('abort', giveUp)
      if (!result.ok) clearSide(order.file)
      resolve(result)
    }
    const giveUp = () => void thread.terminate().then(() => end(given))
    ending.addEventListener('abort', giveUp)
    thread.on('message', (news: LoadNews) => {
      if (news.kind === 'progress') onProgress({ done: news.done, total: news.total })
      // Only when the thread is gone is its file free to be taken over.
      else void thread.terminate().then(() => end(news.result))
    })
    thread.on('error', (error) => end(fail('call.failed', `the thread of the first load failed: ${error.name}`)))
  })
}

const clearSide = (file: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true })
}

import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../shared/parse.ts'
import { fail } from '../../../shared/result.ts'
import type { DocumentPorts } from '../ports.ts'
import type { Drawable, Drawn, DrawOrder } from './worker.ts'

export interface Drawing {
  /**
   * Draws one document. Refuses with what the drawing refuses, such as `document.letterMissing`, and with
   * `document.unknown` once it is ended; any other failure is a defect and has ended the thread.
   */
  draw(drawable: Drawable): Promise<Uint8Array>
  /** Ends the thread, for good. */
  end(): Promise<void>
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/**
 * Draws in a thread of its own, because one document takes longer than anybody may hold up the main process.
 *
 * The thread is started for the first document and kept, with its typefaces, for those that follow. One that dies fails
 * the documents it was asked for, and the next document starts another.
 */
export function createDrawing({ drawingWorker, fonts }: Pick<DocumentPorts, 'drawingWorker' | 'fonts'>): Drawing {
  const waiting = new Map<number, Waiting>()
  const ended = new Refusal(fail('document.unknown', 'the desk was locked').error)
  let thread: Worker | undefined
  let orders = 0
  let isEnded = false

  function drop(error: Error): void {
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(drawingWorker, { workerData: fonts })
    // An exit follows each error: by then another thread may be at work, and what is waited for is its own.
    const lose = (error: Error) => {
      if (thread === started) drop(error)
    }
    started.on('message', ({ order, result }: Drawn) => {
      const asked = waiting.get(order)
      waiting.delete(order)
      if (result.ok) asked?.resolve(result.value)
      else asked?.reject(new Refusal(result.error))
    })
    started.on('error', lose)
    started.on('exit', () => lose(new Error('the thread that draws ended')))
    return started
  }

  return {
    draw: (drawable) =>
      new Promise((resolve, reject) => {
        // Somebody may have locked while what is drawn was still being read.
        if (isEnded) throw ended
        thread ??= start()
        orders += 1
        const order: DrawOrder = { order: orders, drawable }
        thread.postMessage(order, [])
        waiting.set(orders, { resolve, reject })
      }),
    end: async () => {
      isEnded = true
      const ending = thread
      drop(ended)
      await ending?.terminate()
    },
  }
}

import type { DocumentKind } from '../../shared/attestation.ts'
import { createDrawing, type Drawing } from './drawing/drawing.ts'
import type { DocumentPorts } from './ports.ts'

/** A document that somebody looks at: its bytes are in memory and nowhere else. */
export interface Job {
  readonly id: string
  readonly kind: DocumentKind
  readonly documentId: string
  readonly candidateId: string | null
  readonly copy: number
  readonly number: string
  readonly bytes: Uint8Array
  /** What the document was drawn from: when this is not the same any more, neither is the document. */
  readonly drawnFrom: string
}

/** The documents of one signed-in operator, gone when he locks. */
export interface Documents {
  readonly jobs: Map<string, Job>
  readonly draw: Drawing['draw']
  /** Answers an act once, however often its button was pressed. */
  once<T>(changeId: string, work: () => Promise<T>): Promise<T>
  /**
   * Something that leaves the house, one after the other: each counts the copies that left before it. What was asked for is
   * noted before the cache is closed.
   */
  outgoing<T>(work: () => Promise<T>): Promise<T>
  /** Waits for what is outgoing, and gives up what is being drawn. */
  finish(): Promise<void>
}

export function createDocuments(ports: Pick<DocumentPorts, 'drawingWorker' | 'fonts'>): Documents {
  const acts = new Map<string, Promise<unknown>>()
  let leaving: Promise<unknown> = Promise.resolve()
  const drawing = createDrawing(ports)
  return {
    jobs: new Map(),
    draw: drawing.draw,
    once: <T>(changeId: string, work: () => Promise<T>) => {
      const same = acts.get(changeId) as Promise<T> | undefined
      const mine = same ?? work().finally(() => acts.delete(changeId))
      acts.set(changeId, mine)
      return mine
    },
    outgoing: (work) => {
      const mine = leaving.then(work)
      leaving = mine.catch(() => undefined)
      return mine
    },
    finish: async () => {
      await Promise.all([leaving, drawing.end()])
    },
  }
}

/** Nobody reads more than a few documents at a time; what was never closed is forgotten, the oldest first. */
const KEPT = 5

export function keepJob(jobs: Map<string, Job>, job: Job): void {
  jobs.set(job.id, job)
  const oldest = jobs.keys().next().value
  if (jobs.size > KEPT && oldest !== undefined) jobs.delete(oldest)
}

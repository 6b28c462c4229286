import { type AppError, type ErrorCode } from '../../shared/result.ts'

/** What the exchange does about a failure. Nothing that waits is ever dropped because of one (docs/protocol.md, D5). */
export type Consequence =
  /** No line, or a central in trouble: again by itself, after a growing pause. */
  | { readonly kind: 'retry'; readonly line: 'offline' | 'online'; readonly afterMs: number | null }
  /** Central answers and refuses this desk or this request: again only when somebody has done something about it. */
  | { readonly kind: 'pause' }

/** The one place that decides what a failed request means. */
export function consequence(error: AppError): Consequence {
  switch (error.code) {
    case 'central.unreachable':
    case 'central.silent':
    // A captive portal answers like this: there is a line, but not to central.
    case 'central.notCertassur':
      return { kind: 'retry', line: 'offline', afterMs: null }
    case 'central.busy':
      return { kind: 'retry', line: 'online', afterMs: Number(error.params?.['seconds'] ?? 60) * 1000 }
    case 'central.failed':
    // A defect or a crowded machine of our own: nobody else will put it right.
    case 'call.failed':
      return { kind: 'retry', line: 'online', afterMs: null }
    default:
      return { kind: 'pause' }
  }
}

/** Whether there is a line, as a failure tells it: a refusal came over one. */
export function lineAfter(error: AppError): 'offline' | 'online' {
  const then = consequence(error)
  return then.kind === 'retry' ? then.line : 'online'
}

/** Shown beside "offline" nothing more is needed; any other failure is a problem with a sentence of its own. */
export const problemOf = (code: ErrorCode): ErrorCode | null =>
  code === 'central.unreachable' || code === 'central.silent' ? null : code

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 300_000

/** Full jitter: anything from nothing to a limit that doubles with each failure, so that desks do not return together. */
export const backOff = (failures: number, random: number): number =>
  Math.round(random * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures, 20)))

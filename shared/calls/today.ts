import { z } from 'zod'
import { mayReceive } from '../rights.ts'
import { call } from './call.ts'
import type { SessionRow } from './session.ts'

/** A person whose record lacks something before a session to come. */
export interface Incomplete {
  readonly candidateId: string
  readonly lastName: string
  readonly firstName: string
  readonly missing: readonly ('email' | 'birthDate')[]
  readonly date: string
  readonly sessionId: string
}

/**
 * What a day at the centre begins with. A controller sees his own sessions of the day and empty lists beside them.
 *
 * `incomplete`: records to complete for the sessions of the next 14 days, the nearest first, at most 50 of
 * `incompleteTotal`. `held`: new records that wait for a word on whom they are of; `unverified`: those of this
 * operator that were not made, because Certassur could not be asked. `toConfirm`: seats taken twice.
 * `unclosed`: sessions of before that nobody closed.
 */
export interface Today {
  readonly date: string
  readonly sessions: readonly SessionRow[]
  readonly next: readonly SessionRow[]
  readonly unclosed: readonly SessionRow[]
  readonly toReview: number
  readonly held: number
  readonly unverified: number
  readonly incomplete: readonly Incomplete[]
  readonly incompleteTotal: number
  readonly toConfirm: readonly SessionRow[]
  readonly corrections: number
  /** The sessions of the next days whose candidates nobody has reminded of the recommendations. */
  readonly unadvised: readonly string[]
  readonly ready: number
  readonly late: number
  readonly awaited: number
}

export const todayCalls = {
  'today:read': call<Today>()(z.strictObject({}), mayReceive),
} as const

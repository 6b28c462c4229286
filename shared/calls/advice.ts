import { z } from 'zod'
import { type Advice, adviceWays } from '../advice.ts'
import { idSchema } from '../ids.ts'
import { mayAct, mayReadSessions } from '../rights.ts'
import { call } from './call.ts'

/** How far the candidates of a session were reminded. */
export interface SessionAdvice {
  /** The newest first. */
  readonly given: readonly Advice[]
  /** Registered after the last time. */
  readonly since: readonly { readonly lastName: string; readonly firstName: string }[]
  /** How many of those registered have no address for a mail. */
  readonly withoutEmail: number
}

export const adviceCalls = {
  'advice:read': call<SessionAdvice>()(z.strictObject({ sessionId: idSchema }), mayReadSessions),
  'advice:give': call<null>()(
    z.strictObject({ changeId: idSchema, id: idSchema, sessionId: idSchema, way: z.enum(adviceWays) }),
    mayAct['advice.give'],
  ),
} as const

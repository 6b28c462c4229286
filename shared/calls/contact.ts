import { z } from 'zod'
import { type Contact, contactOutcomes, contactProblems } from '../contact.ts'
import { idSchema } from '../ids.ts'
import { mayAct, mayReadCandidates } from '../rights.ts'
import { line, optional } from '../text.ts'
import { call } from './call.ts'

export const contactCalls = {
  /** What somebody was helped with before, the newest first. */
  'contact:list': call<readonly Contact[]>()(z.strictObject({ candidateId: idSchema }), mayReadCandidates),
  'contact:record': call<null>()(
    z.strictObject({
      changeId: idSchema,
      id: idSchema,
      candidateId: idSchema,
      problem: z.enum(contactProblems),
      outcome: z.enum(contactOutcomes),
      note: optional(line(300)),
    }),
    mayAct['contact.record'],
  ),
} as const

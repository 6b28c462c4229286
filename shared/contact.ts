import { z } from 'zod'
import { idSchema } from './ids.ts'
import { optional, line } from './text.ts'

/** What somebody calls about, in the order in which it is asked (rule 12). */
export const contactProblems = ['codes', 'email', 'name', 'attestation', 'twoAccounts', 'other'] as const
export type ContactProblem = (typeof contactProblems)[number]

/** What came of it. `explained`: he knows what to do, and nothing is to be done here. */
export const contactOutcomes = [
  'explained',
  'codesSent',
  'recordChanged',
  'mergeAsked',
  'certassurAsked',
  'callBack',
] as const
export type ContactOutcome = (typeof contactOutcomes)[number]

/** One line of the contact log, as it is noted. */
export const contactValuesSchema = z.strictObject({
  candidateId: idSchema,
  problem: z.enum(contactProblems),
  outcome: z.enum(contactOutcomes),
  note: optional(line(300)),
  /** UTC ISO, by the desk's clock. */
  at: z.iso.datetime(),
})

export const contactSchema = z.object({
  id: idSchema,
  candidateId: idSchema,
  problem: z.enum(contactProblems),
  outcome: z.enum(contactOutcomes),
  note: z.string().nullable(),
  at: z.string(),
  actorName: z.string().nullable(),
  deskName: z.string().nullable(),
  version: z.int(),
})
export type Contact = Readonly<z.output<typeof contactSchema>>

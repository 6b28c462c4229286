import { z } from 'zod'
import { idSchema } from './ids.ts'
import { errorCodes, fieldCodes } from './result.ts'

const versions = { version: z.int(), fieldVersions: z.record(z.string(), z.int()) }

/**
 * What central says of one change, once and for ever: sent again, the change gets the same verdict (docs/protocol.md, C1).
 *
 * accepted: applied, with the versions it led to · conflict: these fields were changed by somebody else, the others
 * were applied · rejected: not applied, and why.
 */
const verdictSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('accepted'), at: z.iso.datetime(), ...versions }),
  z.object({
    status: z.literal('conflict'),
    at: z.iso.datetime(),
    ...versions,
    conflicts: z.record(z.string(), z.object({ value: z.string().nullable(), version: z.int() })),
  }),
  z.object({
    status: z.literal('rejected'),
    at: z.iso.datetime(),
    code: z.enum(errorCodes),
    fields: z.array(z.object({ field: z.string(), code: z.enum(fieldCodes) })).optional(),
  }),
])
export type Verdict = Readonly<z.output<typeof verdictSchema>>

export const answerSchema = z.object({ id: idSchema, verdict: verdictSchema })

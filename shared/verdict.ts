import { z } from 'zod'
import { idSchema } from './ids.ts'
import { errorCodes, fieldCodes } from './result.ts'

const versions = { version: z.int(), fieldVersions: z.record(z.string(), z.int()) }

/** What central noticed about something that it took all the same; each has a sentence on the screen. */
const flags = [
  'seatToConfirm',
  'secondMark',
  'sameHour',
  'clockOdd',
  'notAssigned',
  'unknownRegistration',
  'held',
] as const
export type Flag = (typeof flags)[number]

/**
 * What central says of one change, once and for ever: sent again, the change gets the same verdict (docs/protocol.md, C1).
 *
 * accepted: applied, with the versions it led to · conflict: these fields were changed by somebody else, the others
 * were applied · rejected: not applied, and why.
 */
const verdictSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('accepted'),
    at: z.iso.datetime(),
    ...versions,
    flags: z.array(z.enum(flags)).readonly().optional(),
    /** What was created here exists at central already, under this id: acts on the other one mean this. */
    as: idSchema.optional(),
  }),
  z.object({
    status: z.literal('conflict'),
    at: z.iso.datetime(),
    ...versions,
    conflicts: z.record(z.string(), z.object({ value: z.json(), version: z.int() })),
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

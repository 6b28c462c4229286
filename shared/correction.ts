import { z } from 'zod'
import { candidateFieldSchemas } from './candidate.ts'
import { idSchema } from './ids.ts'
import { reasonSchema } from './registration.ts'
import { optional } from './text.ts'

/** What stands on a legal document: a candidate asks for it to be changed, and his centre looks at his papers. */
export const correctedFields = ['lastName', 'firstName', 'birthDate'] as const
export type CorrectedField = (typeof correctedFields)[number]

const { lastName, firstName, birthDate } = candidateFieldSchemas
/** Some of these fields, with what the candidate says is right. */
export const correctionPatchSchema = z
  .strictObject({ lastName, firstName, birthDate: birthDate.pipe(z.string('field.required')) })
  .partial()

/**
 * What a candidate asked of his centre in MyCertassur. `data`: other values of `patch`, with his reason · `twoAccounts`: he
 * says that he has a second account, and `reason` what he knows of it.
 */
const correctionKinds = ['data', 'twoAccounts'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/**
 * As desk and central keep it. `before` is what the record said when he asked; `answer` is what the centre wrote to him.
 * Of two accounts `accepted` means that the centre has seen to it.
 */
export const correctionSchema = z.object({
  id: idSchema,
  kind: z.enum(correctionKinds),
  candidateId: idSchema,
  patch: z.partialRecord(z.enum(correctedFields), z.string()),
  before: z.partialRecord(z.enum(correctedFields), z.string().nullable()),
  reason: z.string(),
  status: z.enum(['asked', 'accepted', 'refused']),
  answer: z.string().nullable(),
  actorName: z.string().nullable(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  version: z.int(),
})
export type Correction = Readonly<z.output<typeof correctionSchema>>

/** What the centre decides; whoever is refused is told why. */
export const correctionDecisionSchema = z
  .strictObject({ status: z.enum(['accepted', 'refused']), answer: optional(reasonSchema) })
  .refine(({ status, answer }) => status === 'accepted' || answer !== null, {
    path: ['answer'],
    message: 'field.required',
  })
export type CorrectionDecision = z.output<typeof correctionDecisionSchema>

/** What the record said of these fields when it was decided: a decision on what changed meanwhile decides nothing. */
export const correctionProofSchema = z.strictObject({
  seen: z.partialRecord(z.enum(correctedFields), z.string().nullable()),
})

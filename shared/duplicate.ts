import { z } from 'zod'
import { candidateLanguages } from './candidate.ts'
import { idSchema } from './ids.ts'
import type { Reason } from './matching/reasons.ts'
import { reasonSchema } from './registration.ts'
import { line, optional } from './text.ts'

const text = z.string().nullable()

/** How sure the matcher is of a pair that is worth a question. */
export const likenesses = ['certain', 'probable', 'possible'] as const
export type Likeness = (typeof likenesses)[number]

/** What is compared of a record. Where one of these changes, a decision about it is asked anew. */
export const comparedFields = ['lastName', 'firstName', 'birthDate', 'email', 'phone'] as const

/**
 * The least that a centre may be told of somebody whom it does not know: never his centre, his whole address or his day
 * of birth. `inScope`: the centre knows him, and its desks have his whole record.
 */
export const minimalMatchSchema = z.object({
  id: idSchema,
  inScope: z.boolean(),
  lastName: z.string(),
  firstName: z.string(),
  language: z.enum(candidateLanguages),
  birthYear: text,
  maskedEmail: text,
  likeness: z.enum(likenesses),
  reasons: z.array(z.custom<Reason>((value) => typeof value === 'object' && value !== null)).readonly(),
})
export type MinimalMatch = Readonly<z.output<typeof minimalMatchSchema>>

/** Two records that look alike and are two people: who said so, and why. Stands until one of them changes. */
export const distinctionValuesSchema = z.strictObject({ a: idSchema, b: idSchema, reason: reasonSchema })
export const distinctionSchema = z.object({
  id: idSchema,
  a: idSchema,
  b: idSchema,
  reason: z.string(),
  actorName: text,
  /** One of the records changed since, or this was never true: the question stands again. */
  stands: z.boolean(),
  version: z.int(),
})
export type Distinction = Readonly<z.output<typeof distinctionSchema>>

/**
 * What is decided about a person who was created although Certassur perhaps knew him already.
 *
 * `same`: he is `with`, whose login stays; `takeEmail`: the address typed here replaces the one that is registered.
 * `different`: somebody else, with a reason.
 */
export const holdDecisionSchema = z
  .strictObject({
    decision: z.enum(['same', 'different']),
    with: idSchema.nullable(),
    takeEmail: z.boolean(),
    reason: optional(line(300)),
  })
  .refine(({ decision, with: other }) => (decision === 'same') === (other !== null), 'field.required')
  .refine(({ decision, reason }) => decision === 'same' || reason !== null, {
    path: ['reason'],
    message: 'field.required',
  })
export type HoldDecision = Readonly<z.output<typeof holdDecisionSchema>>

/**
 * A new record that waits for a word on whom it is of; its id is the candidate's. He is usable meanwhile: registered and
 * checked in like anyone, without a login. Decided when `decision` is not null.
 */
export const holdSchema = z.object({
  id: idSchema,
  matches: z.array(minimalMatchSchema).readonly(),
  decision: z.enum(['same', 'different']).nullable(),
  with: text,
  takeEmail: z.boolean(),
  reason: text,
  actorName: text,
  version: z.int(),
})
export type Hold = Readonly<z.output<typeof holdSchema>>

/** A centre asks Certassur to make one record of two. */
export const mergeRequestValuesSchema = z.strictObject({ a: idSchema, b: idSchema, reason: reasonSchema })
export const mergeRequestStates = ['asked', 'inTreatment', 'done', 'refused', 'withdrawn'] as const

/** `answer` says why Certassur refused; `survivor` is the record that remains once it is done. */
export const mergeRequestSchema = z.object({
  id: idSchema,
  a: idSchema,
  b: idSchema,
  reason: z.string(),
  status: z.enum(mergeRequestStates),
  answer: text,
  survivor: text,
  actorName: text,
  askedAt: text,
  version: z.int(),
})
export type MergeRequest = Readonly<z.output<typeof mergeRequestSchema>>

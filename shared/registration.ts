import { z } from 'zod'
import { documentLanguages, examCode } from './centre.ts'
import { idSchema } from './ids.ts'
import { line, optional } from './text.ts'

const exams = z.array(examCode).min(1, 'field.required').max(12, 'field.tooLong').readonly()
const pc = z.int('field.invalid').min(1, 'field.invalid').max(999, 'field.invalid').nullable()
const language = z.enum(documentLanguages, 'field.invalid')
const reason = line(300)

/** The seat was given although the session was full, because of this. */
const overrideReason = optional(reason)

/** What a new registration says. A candidate has one registration in a session, with one or several exams. */
export const registrationValuesSchema = z.strictObject({
  sessionId: idSchema,
  candidateId: idSchema,
  exams,
  language,
  pc,
  overrideReason,
})
export type RegistrationValues = Readonly<z.output<typeof registrationValuesSchema>>

export const registrationPatchSchema = z
  .strictObject({ exams, language, pc })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'field.required')
export const registrationMoveSchema = z.strictObject({ sessionId: idSchema, pc, overrideReason })
/** Why something is cancelled or undone: never empty. */
export const reasonSchema = reason.min(1, 'field.required')

const text = z.string().nullable()

/**
 * A registration as desk and central both keep it.
 *
 * `requested`: somebody who came without one; central generates his exam. `seat` is central's word: `toConfirm` is the
 * one that came second to the last seat. Every registration that is not cancelled takes a seat.
 */
export const registrationSchema = z.object({
  id: idSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  exams: z.array(z.string()).readonly(),
  language: z.enum(documentLanguages),
  pc: z.int().nullable(),
  status: z.enum(['registered', 'requested', 'cancelled']),
  seat: z.enum(['taken', 'toConfirm']),
  overrideReason: text,
  cancelReason: text,
  /** What the code in his invitation says: opaque, made by central (`shared/scan.ts`); none before central has it. */
  checkInToken: text.optional(),
  /** What older invitations say, of registrations that have become this one. */
  formerTokens: z.array(z.string()).readonly().nullable().optional(),
  version: z.int(),
  fieldVersions: z.record(z.string(), z.int()),
})
export type Registration = Readonly<z.output<typeof registrationSchema>>

import { z } from 'zod'
import { idSchema } from './ids.ts'
import { line, optional } from './text.ts'

export const marks = ['present', 'late', 'absent', 'notAdmitted', 'leftEarly'] as const
export type Mark = (typeof marks)[number]

/** A person arrives (or does not) and may leave early: each of the two is marked once. */
export const slotOf = (mark: Mark): 'arrival' | 'departure' => (mark === 'leftEarly' ? 'departure' : 'arrival')

/** Came into the room: what presence, and a document about it, rests on. */
export const cameIn = (mark: Mark | null): boolean => mark === 'present' || mark === 'late'

/** Why somebody is not admitted; a free text says the rest. */
export const refusalReasons = [
  'noDocument',
  'expiredDocument',
  'otherPerson',
  'tooLate',
  'notRegistered',
  'other',
] as const

/**
 * What is noted at the door. `at` is the instant it is about, which differs from the instant it was entered when it
 * comes from a paper list. `identity`: the document was seen and the name stands on it as on the record.
 */
export const checkInValuesSchema = z.strictObject({
  registrationId: idSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  mark: z.enum(marks, 'field.invalid'),
  at: z.iso.datetime('field.invalid'),
  identity: z.enum(['matches', 'differs', 'notSeen'], 'field.invalid'),
  refusal: z.enum(refusalReasons, 'field.invalid').nullable(),
  remark: optional(line(300)),
})
export type CheckInValues = Readonly<z.output<typeof checkInValuesSchema>>

const text = z.string().nullable()

/**
 * A mark as desk and central both keep it. `stands` is central's word: of two marks for the same arrival the first act
 * stands and the other is only shown. Instants are UTC ISO: `actedAt` by the desk's clock, `receivedAt` by central's.
 */
export const checkInSchema = z.object({
  id: idSchema,
  registrationId: idSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  mark: z.enum(marks),
  at: z.string(),
  identity: z.enum(['matches', 'differs', 'notSeen']),
  refusal: text,
  remark: text,
  actor: z.string(),
  actorName: text,
  deskName: text,
  actedAt: z.string(),
  receivedAt: text,
  /** The desk's clock was clearly wrong when it was noted. */
  clockOdd: z.boolean(),
  stands: z.boolean(),
  undoneAt: text,
  undoneBy: text,
  undoReason: text,
  version: z.int(),
})
export type CheckIn = Readonly<z.output<typeof checkInSchema>>

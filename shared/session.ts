import { z } from 'zod'
import { examCode } from './centre.ts'
import { idSchema } from './ids.ts'
import type { FieldError } from './result.ts'
import { line, optional } from './text.ts'
import { daySchema, instantOf, timeSchema } from './time.ts'

export const sessionModes = ['room', 'remote'] as const

/** What an operator decides about a session, and the rule of each field. Hours are Belgian wall-clock time. */
export const sessionFieldSchemas = {
  date: daySchema,
  startTime: timeSchema,
  endTime: timeSchema,
  locationId: idSchema,
  room: optional(line(60)),
  mode: z.enum(sessionModes, 'field.invalid'),
  exams: z.array(examCode).min(1, 'field.required').max(12, 'field.tooLong').readonly(),
  /** Capacity: one PC a candidate. */
  seats: z.int('field.invalid').min(1, 'field.required').max(500, 'field.invalid'),
  controllers: z.array(idSchema).max(20, 'field.tooLong').readonly(),
  note: optional(line(500)),
}
export type SessionField = keyof typeof sessionFieldSchemas
export const sessionFields = Object.keys(sessionFieldSchemas) as readonly SessionField[]

export const sessionValuesSchema = z.strictObject(sessionFieldSchemas)
export type SessionValues = Readonly<z.output<typeof sessionValuesSchema>>
export const sessionPatchSchema = z
  .strictObject(sessionFieldSchemas)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'field.required')
export type SessionPatch = Readonly<z.output<typeof sessionPatchSchema>>

const text = z.string().nullable()
const versions = { version: z.int(), fieldVersions: z.record(z.string(), z.int()) }

/**
 * A session as desk and central both keep it. `code` is the number people quote, given by central (null until then).
 * `closedAt` is an instant; `closedBy` names who closed it.
 */
export const sessionSchema = z.object({
  id: idSchema,
  code: text,
  date: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  locationId: idSchema,
  room: text,
  mode: z.enum(sessionModes),
  exams: z.array(z.string()).readonly(),
  seats: z.int(),
  controllers: z.array(z.string()).readonly(),
  note: text,
  status: z.enum(['planned', 'cancelled']),
  cancelReason: text,
  closedAt: text,
  closedBy: text,
  ...versions,
})
export type Session = Readonly<z.output<typeof sessionSchema>>

/** The session's last instant. */
export const endOf = (session: Pick<Session, 'date' | 'endTime'>): string => instantOf(session.date, session.endTime)

/** What the fields only tell together: an end after the beginning, and no new date in the past. `today` is YYYY-MM-DD. */
export function wrongSession(today: string, session: SessionValues, changed: readonly string[]): readonly FieldError[] {
  const wrong: FieldError[] = []
  if (session.endTime <= session.startTime) wrong.push({ field: 'patch.endTime', code: 'time.endBeforeStart' })
  if (changed.includes('date') && session.date < today) wrong.push({ field: 'patch.date', code: 'date.past' })
  return wrong
}

/** Two sessions that nobody can sit both. */
export const overlap = (
  a: Pick<Session, 'date' | 'startTime' | 'endTime'>,
  b: Pick<Session, 'date' | 'startTime' | 'endTime'>,
): boolean => a.date === b.date && a.startTime < b.endTime && b.startTime < a.endTime

import { z } from 'zod'
import { documentLanguages } from './centre.ts'
import { idSchema } from './ids.ts'

const text = z.string().nullable()
const bilingual = z.object({ fr: z.string(), nl: z.string() })

export const resultSchema = z.object({
  id: idSchema,
  registrationId: idSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  exam: z.string(),
  outcome: z.enum(['passed', 'notPassed']),
  at: z.string(),
  version: z.int(),
})
export type ExamResult = Readonly<z.output<typeof resultSchema>>

/** What a success attestation says: the payload that central signs, and the only thing it is drawn from. */
export const successDataSchema = z.object({
  number: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  birthDate: text,
  language: z.enum(documentLanguages),
  exam: z.object({ code: z.string(), title: bilingual }),
  /** The day of the exam, YYYY-MM-DD. */
  date: z.string(),
  centre: z.string(),
  location: z.string(),
  /** UTC ISO. */
  releasedAt: z.string(),
})
export type SuccessData = Readonly<z.output<typeof successDataSchema>>

/**
 * The success attestation of one passed exam. Until `released` there is nothing to print: `expectedFrom` is about when,
 * `lateAfter` when Certassur is to be told. `jws` is a compact EdDSA signature over `successDataSchema`.
 */
export const attestationSchema = z.object({
  id: idSchema,
  candidateId: idSchema,
  registrationId: idSchema,
  sessionId: idSchema,
  exam: z.string(),
  number: text,
  status: z.enum(['awaited', 'released', 'replaced']),
  expectedFrom: z.string(),
  lateAfter: z.string(),
  releasedAt: text,
  jws: text,
  replacedBy: text,
  version: z.int(),
})
export type Attestation = Readonly<z.output<typeof attestationSchema>>

/** What an attendance attestation says; stated at the desk when it is issued, never changed afterwards. */
const attendanceDataSchema = z.strictObject({
  lastName: z.string(),
  firstName: z.string(),
  birthDate: text,
  language: z.enum(documentLanguages),
  exams: z.array(z.object({ code: z.string(), title: bilingual })).readonly(),
  date: z.string(),
  /** Belgian wall-clock time, HH:mm: when he came in, and the end of the session or when he left. */
  from: z.string(),
  to: z.string(),
  centre: z.string(),
  location: z.string(),
  issuedBy: z.string(),
})
export type AttendanceData = Readonly<z.output<typeof attendanceDataSchema>>

/** `number`: centre-desk-year-sequence, `NAM-01-2026-0007`. The row's own id is the long code by which it can be verified. */
export const attendanceValuesSchema = z.strictObject({
  registrationId: idSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  number: z.string().max(40),
  data: attendanceDataSchema,
  issuedAt: z.iso.datetime(),
})
export const attendanceSchema = z.object({
  ...attendanceValuesSchema.shape,
  id: idSchema,
  issuedAt: z.string(),
  data: z.object(attendanceDataSchema.shape),
  version: z.int(),
})
export type Attendance = Readonly<z.output<typeof attendanceSchema>>

export const documentKinds = ['success', 'attendance', 'signList', 'invitation', 'invitations'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Of an attestation there is one original; anything else is made anew each time, from what holds then. */
export const hasOriginal = (kind: DocumentKind): boolean => kind === 'success' || kind === 'attendance'

/**
 * One sheet sent to a printer (never "printed": the printer says no more), or saved. `copy` 1 is the original, from 2 on
 * it is marked as a duplicate with this number.
 */
export const printValuesSchema = z.strictObject({
  documentKind: z.enum(documentKinds),
  documentId: idSchema,
  candidateId: idSchema.nullable(),
  copy: z.int().min(1),
  way: z.enum(['printer', 'file']),
  printer: z.string().max(200).nullable(),
  at: z.iso.datetime(),
})
export const printSchema = z.object({
  ...printValuesSchema.shape,
  id: idSchema,
  at: z.string(),
  actor: z.string(),
  actorName: text,
  deskName: text,
  version: z.int(),
})
export type Print = Readonly<z.output<typeof printSchema>>

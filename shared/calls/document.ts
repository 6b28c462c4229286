import { z } from 'zod'
import { type Attendance, type Attestation, documentKinds, type ExamResult, type Print } from '../attestation.ts'
import { idSchema } from '../ids.ts'
import { mayAct, mayReadResults } from '../rights.ts'
import { call } from './call.ts'

/** Where a success attestation stands for the person at the counter. */
export type AttestationState = 'awaited' | 'late' | 'ready' | 'printed' | 'replaced'

export interface AttestationRow {
  readonly attestation: Attestation
  readonly lastName: string
  readonly firstName: string
  readonly examDate: string
  readonly state: AttestationState
  /** How often it was printed or saved, on any desk of the centre. */
  readonly copies: number
}

export interface AttestationPage {
  readonly rows: readonly AttestationRow[]
  readonly total: number
  /** How many there are in each state, whatever is filtered. */
  readonly counts: Readonly<Record<AttestationState, number>>
}

interface AttendanceRow {
  readonly attendance: Attendance
  readonly copies: number
}

/** Everything a record shows about exams and documents. */
export interface CandidateDocuments {
  readonly results: readonly (ExamResult & { readonly date: string })[]
  readonly attestations: readonly AttestationRow[]
  readonly attendances: readonly AttendanceRow[]
  readonly prints: readonly Print[]
}

/** A document made and kept in the main process until it is printed, saved or closed. `bytes` are a PDF. */
export interface DocumentPreview {
  readonly job: string
  readonly bytes: Uint8Array
  readonly fileName: string
  /** 1 for the original; from 2 on the sheet says that it is a duplicate. */
  readonly copy: number
  /** Invitations without a check-in code, because Certassur has not taken the registration yet. */
  readonly withoutCode: number
}

export interface Printer {
  readonly name: string
  readonly label: string
  readonly isDefault: boolean
}

const source = z.strictObject({ kind: z.enum(documentKinds), id: idSchema })

export const documentCalls = {
  'attestation:list': call<AttestationPage>()(
    z.strictObject({
      state: z.enum(['all', 'ready', 'printed', 'awaited', 'late', 'replaced']),
      text: z.string().max(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    mayReadResults,
  ),
  'attestation:forCandidate': call<CandidateDocuments>()(z.strictObject({ candidateId: idSchema }), mayReadResults),
  /** Issues an attendance attestation with the next number of this desk. `attendance.notPresent` when he was not there. */
  'attendance:issue': call<Attendance>()(
    z.strictObject({ changeId: idSchema, id: idSchema, registrationId: idSchema }),
    mayAct['attendance.issue'],
  ),
  /**
   * Draws a document: `success` by attestation id, `attendance` by its id, `signList` and `invitations` by session id,
   * `invitation` by registration id. Refuses with
   * `attestation.notReleased` or `attestation.badSignature`; nothing is noted before it is printed or saved.
   */
  'document:preview': call<DocumentPreview>()(source, mayAct['document.printed']),
  'document:printers': call<{ readonly printers: readonly Printer[]; readonly last: string | null }>()(
    z.strictObject({}),
    mayAct['document.printed'],
  ),
  /** Sends the very bytes of the preview to a printer; `printer.unknown` when it vanished. */
  'document:print': call<null>()(
    z.strictObject({
      changeId: idSchema,
      job: z.string().max(60),
      printer: z.string().max(200),
      copies: z.int().min(1).max(20),
    }),
    mayAct['document.printed'],
  ),
  /** Asks where, and writes the very bytes of the preview there; false when the operator gave up. */
  'document:save': call<boolean>()(
    z.strictObject({ changeId: idSchema, job: z.string().max(60) }),
    mayAct['document.printed'],
  ),
  'document:close': call<null>()(z.strictObject({ job: z.string().max(60) }), mayAct['document.printed']),
} as const

import type { z } from 'zod'
import { attendanceValuesSchema, printValuesSchema } from '../attestation.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A fact: the centre issued an attendance attestation under a number of its own. */
export const attendanceIssue = {
  kind: 'attendance.issue',
  nature: 'fact',
  entity: 'attendance',
  creates: true,
  fields: { patch: attendanceValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A fact: a document was sent to a printer or saved as a file. */
export const documentPrinted = {
  kind: 'document.printed',
  nature: 'fact',
  entity: 'print',
  creates: true,
  fields: { patch: printValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

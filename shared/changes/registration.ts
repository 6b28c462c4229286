import { z } from 'zod'
import {
  reasonSchema,
  registrationMoveSchema,
  registrationPatchSchema,
  registrationValuesSchema,
} from '../registration.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

export const registrationCreate = {
  kind: 'registration.create',
  nature: 'claim',
  entity: 'registration',
  creates: true,
  fields: { patch: registrationValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** Exams, exam language or PC. */
export const registrationEdit = {
  kind: 'registration.edit',
  nature: 'claim',
  entity: 'registration',
  creates: false,
  fields: { patch: registrationPatchSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** To another session; the registration stays the same row. */
export const registrationMove = {
  kind: 'registration.move',
  nature: 'claim',
  entity: 'registration',
  creates: false,
  fields: { patch: registrationMoveSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

export const registrationCancel = {
  kind: 'registration.cancel',
  nature: 'claim',
  entity: 'registration',
  creates: false,
  fields: { patch: z.strictObject({ status: z.literal('cancelled'), cancelReason: reasonSchema }), base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A fact: somebody who is not on the list stood at the door and his exam is requested. It always enters. */
export const walkInRecord = {
  kind: 'walkIn.record',
  nature: 'fact',
  entity: 'registration',
  creates: true,
  fields: { patch: registrationValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

import { z } from 'zod'
import { checkInValuesSchema } from '../checkIn.ts'
import { reasonSchema } from '../registration.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A fact: present, absent, late, not admitted or left early. */
export const checkInRecord = {
  kind: 'checkIn.record',
  nature: 'fact',
  entity: 'checkIn',
  creates: true,
  fields: { patch: checkInValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A fact: a mark was a mistake. It stays, undone, with its reason. */
export const checkInUndo = {
  kind: 'checkIn.undo',
  nature: 'fact',
  entity: 'checkIn',
  creates: false,
  fields: {
    patch: z.strictObject({
      undoneAt: z.iso.datetime(),
      undoneBy: z.string().max(200),
      undoReason: reasonSchema,
    }),
    base: versionsSeen,
  },
} as const satisfies ChangeKindShape<z.ZodType>

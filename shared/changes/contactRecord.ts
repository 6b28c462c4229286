import type { z } from 'zod'
import { contactValuesSchema } from '../contact.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A fact: a candidate was helped, and what came of it. */
export const contactRecord = {
  kind: 'contact.record',
  nature: 'fact',
  entity: 'contact',
  creates: true,
  fields: { patch: contactValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

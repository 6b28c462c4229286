import { z } from 'zod'
import { reasonSchema } from '../registration.ts'
import { sessionPatchSchema, sessionValuesSchema } from '../session.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

export const sessionCreate = {
  kind: 'session.create',
  nature: 'claim',
  entity: 'session',
  creates: true,
  fields: { patch: sessionValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

export const sessionEdit = {
  kind: 'session.edit',
  nature: 'claim',
  entity: 'session',
  creates: false,
  fields: { patch: sessionPatchSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** Its registrations are cancelled with it. */
export const sessionCancel = {
  kind: 'session.cancel',
  nature: 'claim',
  entity: 'session',
  creates: false,
  fields: { patch: z.strictObject({ status: z.literal('cancelled'), cancelReason: reasonSchema }), base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A fact: the controller declared the session over. */
export const sessionClose = {
  kind: 'session.close',
  nature: 'fact',
  entity: 'session',
  creates: false,
  fields: { patch: z.strictObject({ closedAt: z.iso.datetime(), closedBy: z.string().max(200) }), base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

import { z } from 'zod'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/**
 * A claim: whoever lost his codes is mailed his login and a new password, at the address that is registered by then.
 *
 * No field of the record changes. What this desk changed on the address and central has not answered goes first, and must be
 * taken: nothing is sent to an address that somebody here had just replaced (docs/protocol.md, C14).
 */
export const codesSend = {
  kind: 'codes.send',
  nature: 'claim',
  entity: 'candidate',
  creates: false,
  follows: ['email'],
  fields: { patch: z.strictObject({}), base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

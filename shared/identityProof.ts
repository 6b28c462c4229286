import { z } from 'zod'
import { birthDateSchema, candidateFieldSchemas } from './candidate.ts'
import { reasonSchema } from './registration.ts'

/**
 * What stands for somebody whom a centre does not know: who stood before the operator, with the identity document seen,
 * the whole birth date as it stands there, and why the act is done.
 */
export const identityProofSchema = z.strictObject({
  identitySeen: z.literal(true, 'field.required'),
  lastName: candidateFieldSchemas.lastName,
  firstName: candidateFieldSchemas.firstName.nullable(),
  birthDate: birthDateSchema,
  reason: reasonSchema,
})
export type IdentityProof = Readonly<z.output<typeof identityProofSchema>>

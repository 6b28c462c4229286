import { z } from 'zod'
import { emailSchema } from '../candidate.ts'
import { identityProofSchema } from '../identityProof.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/**
 * A claim: somebody of whom this desk has no record, and whom Certassur named, has another address now.
 *
 * His codes will go there: central wants the proof (docs/protocol.md, C12). Accepted, he is of the centre's scope and the
 * feed brings his record.
 */
export const candidateReplaceEmail = {
  kind: 'candidate.replaceEmail',
  nature: 'claim',
  entity: 'candidate',
  creates: false,
  elsewhere: true,
  fields: { patch: z.strictObject({ email: emailSchema }), base: versionsSeen, proof: identityProofSchema },
} as const satisfies ChangeKindShape<z.ZodType>

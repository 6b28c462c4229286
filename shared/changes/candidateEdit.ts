import { z } from 'zod'
import { candidatePatchSchema } from '../candidate.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A claim: an operator corrected or completed a record. */
export const candidateEdit = {
  kind: 'candidate.edit',
  nature: 'claim',
  entity: 'candidate',
  creates: false,
  fields: { patch: candidatePatchSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

import type { z } from 'zod'
import { candidateValuesSchema } from '../candidate.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/**
 * A claim: somebody whom this desk did not find. Central looks for him among all; where it finds him, the new record
 * is taken all the same and waits for a word (docs/protocol.md, C9).
 */
export const candidateCreate = {
  kind: 'candidate.create',
  nature: 'claim',
  entity: 'candidate',
  creates: true,
  fields: { patch: candidateValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

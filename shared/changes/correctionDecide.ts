import { correctionDecisionSchema, correctionProofSchema } from '../correction.ts'
import type { ChangeKindShape } from './shape.ts'
import { versionsSeen } from './shape.ts'
import type { z } from 'zod'

/** A claim: what the centre says to a correction that a candidate asked for. */
export const correctionDecide = {
  kind: 'correction.decide',
  nature: 'claim',
  entity: 'correction',
  creates: false,
  fields: { patch: correctionDecisionSchema, base: versionsSeen, proof: correctionProofSchema },
} as const satisfies ChangeKindShape<z.ZodType>

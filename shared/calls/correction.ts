import { z } from 'zod'
import type { Candidate } from '../candidate.ts'
import { type Correction, correctionDecisionSchema, correctionProofSchema } from '../correction.ts'
import { idSchema } from '../ids.ts'
import { mayAct, mayReadCandidates } from '../rights.ts'
import { call } from './call.ts'

/** One thing that a candidate asked for, beside his record as it is here; `waiting`: the decision is not sent yet. */
export interface CorrectionRow {
  readonly correction: Correction
  readonly candidate: Candidate | null
  readonly waiting: boolean
}

export const correctionCalls = {
  /** What waits first, the oldest before; then what was decided, the newest before. */
  'correction:list': call<readonly CorrectionRow[]>()(z.strictObject({}), mayReadCandidates),
  'correction:decide': call<null>()(
    z.strictObject({
      changeId: idSchema,
      id: idSchema,
      decision: correctionDecisionSchema,
      proof: correctionProofSchema,
    }),
    mayAct['correction.decide'],
  ),
} as const

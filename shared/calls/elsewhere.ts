import { z } from 'zod'
import { emailSchema } from '../candidate.ts'
import { identityProofSchema } from '../identityProof.ts'
import { idSchema } from '../ids.ts'
import { mayAct, mayReadCandidates } from '../rights.ts'
import { call } from './call.ts'
import type { SentChange } from './sync.ts'

/** What was asked of Certassur about somebody of whom this desk had no record. */
export interface AskedElsewhere extends SentChange {
  /** The person as he is called today. */
  readonly candidateId: string
  /** His record has arrived on this desk. */
  readonly here: boolean
}

export const elsewhereCalls = {
  /** For whom Certassur alone knows. The address of a record of this desk is one of its fields: `candidate:edit`. */
  'candidate:replaceEmail': call<null>()(
    z.strictObject({ changeId: idSchema, id: idSchema, email: emailSchema, proof: identityProofSchema }),
    mayAct['candidate.replaceEmail'],
  ),
  /** How far these acts are; an id that is no act about a person is left out. */
  'candidate:asked': call<readonly AskedElsewhere[]>()(
    z.strictObject({ changeIds: z.array(idSchema).max(50) }),
    mayReadCandidates,
  ),
} as const

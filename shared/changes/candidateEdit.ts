import { z } from 'zod'
import { candidatePatchSchema } from '../candidate.ts'

/** A claim: an operator corrected or completed a record. `base` holds the version he saw of each patched field. */
export const candidateEdit = {
  kind: 'candidate.edit',
  nature: 'claim',
  fields: {
    patch: candidatePatchSchema,
    base: z.record(z.string(), z.int().min(0)),
  },
} as const

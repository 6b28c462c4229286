import { z } from 'zod'
import { distinctionValuesSchema, holdDecisionSchema, mergeRequestValuesSchema } from '../duplicate.ts'
import { type ChangeKindShape, versionsSeen } from './shape.ts'

/** A claim: two records that look alike are two people. Written before a creation, it speaks of the record to come. */
export const candidateNotDuplicate = {
  kind: 'candidate.notDuplicate',
  nature: 'claim',
  entity: 'distinction',
  creates: true,
  fields: { patch: distinctionValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A claim: whom a new record is of. */
export const holdResolve = {
  kind: 'hold.resolve',
  nature: 'claim',
  entity: 'hold',
  creates: false,
  fields: { patch: holdDecisionSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

/** A claim: Certassur is asked to make one record of two. */
export const mergeRequest = {
  kind: 'merge.request',
  nature: 'claim',
  entity: 'mergeRequest',
  creates: true,
  fields: { patch: mergeRequestValuesSchema, base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

export const mergeWithdraw = {
  kind: 'merge.withdraw',
  nature: 'claim',
  entity: 'mergeRequest',
  creates: false,
  fields: { patch: z.strictObject({ status: z.literal('withdrawn') }), base: versionsSeen },
} as const satisfies ChangeKindShape<z.ZodType>

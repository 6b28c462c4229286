import { z } from 'zod'
import { type Candidate, candidateFieldSchemas, candidateValuesSchema } from '../candidate.ts'
import { type Hold, holdDecisionSchema, type Likeness, type MergeRequest, type MinimalMatch } from '../duplicate.ts'
import { idSchema } from '../ids.ts'
import type { Reason } from '../matching/reasons.ts'
import { reasonSchema } from '../registration.ts'
import { mayAct, mayReadCandidates } from '../rights.ts'
import type { CandidateRecord } from './candidate.ts'
import { call } from './call.ts'

/** What is compared of a record, and the login by which Certassur knows it. */
export type ComparedCandidate = Pick<
  Candidate,
  'id' | 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone' | 'login'
>

export interface SimilarPerson {
  readonly candidate: ComparedCandidate
  readonly verdict: Likeness
  readonly reasons: readonly Reason[]
}

/** Who on this desk may be the same person, the likeliest first: never all that Certassur knows. */
export interface SimilarPeople {
  readonly people: readonly SimilarPerson[]
  /** False while the desk still reads everybody: that nobody is named says nothing yet. */
  readonly ready: boolean
  /** When this desk last received something of central; null before the first time. */
  readonly receivedAt: string | null
}

/** What Certassur answered, of all its people. `checkedAt` by its clock. */
export interface CentralLook {
  readonly people: readonly MinimalMatch[]
  readonly checkedAt: string
}

/** Whom somebody typed so far; what is not known is null. */
const typedPersonSchema = z.strictObject({
  lastName: candidateFieldSchemas.lastName,
  firstName: candidateFieldSchemas.firstName.nullable(),
  birthDate: candidateFieldSchemas.birthDate,
  email: candidateFieldSchemas.email,
  phone: candidateFieldSchemas.phone,
})
export type TypedPerson = Readonly<z.output<typeof typedPersonSchema>>

/** The records that an operator compared and declared to be of somebody else, each in an act of its own, each with its reason. */
const notTheseSchema = z
  .array(z.strictObject({ changeId: idSchema, id: idSchema, candidateId: idSchema, reason: reasonSchema }))
  .max(20)
  .readonly()
export type NotThese = Readonly<z.output<typeof notTheseSchema>>

/** A new record that waits for a word, with the records that it may be; a whole record where this desk has it. */
export interface HoldCase {
  readonly hold: Hold
  readonly candidate: ComparedCandidate | null
  readonly matches: readonly { readonly match: MinimalMatch; readonly here: ComparedCandidate | null }[]
  /** Sessions that both are registered for: they become one registration. */
  readonly sessionsTwice: number
  /** A decision of this desk that central has not answered. */
  readonly waiting: boolean
}

/** Two records of this desk that are perhaps one person, and nobody has said otherwise. */
export interface SuspectedPair {
  readonly a: ComparedCandidate
  readonly b: ComparedCandidate
  readonly verdict: Likeness
  readonly reasons: readonly Reason[]
  readonly request: MergeRequest | null
}

export interface SuspectedPairs {
  readonly pairs: readonly SuspectedPair[]
  readonly total: number
  /** How many records were compared so far, of how many. */
  readonly compared: number
  readonly records: number
}

export interface MergeRequestRow {
  readonly request: MergeRequest
  readonly a: ComparedCandidate | null
  readonly b: ComparedCandidate | null
  readonly waiting: boolean
}

export const duplicateCalls = {
  'candidate:similar': call<SimilarPeople>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  'candidate:look': call<SimilarPeople>()(z.strictObject({ person: typedPersonSchema }), mayReadCandidates),
  'candidate:lookUp': call<CentralLook>()(z.strictObject({ person: typedPersonSchema }), mayReadCandidates),
  'candidate:create': call<CandidateRecord>()(
    z.strictObject({
      changeId: idSchema,
      id: idSchema,
      values: candidateValuesSchema,
      notThese: notTheseSchema.default([]),
    }),
    // At the door a person is created with his walk-in.
    mayReadCandidates,
  ),
  'candidate:notDuplicate': call<null>()(
    z.strictObject({ changeId: idSchema, id: idSchema, a: idSchema, b: idSchema, reason: reasonSchema }),
    mayAct['candidate.notDuplicate'],
  ),
  'hold:list': call<readonly HoldCase[]>()(z.strictObject({}), mayReadCandidates),
  'hold:read': call<HoldCase>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  'hold:resolve': call<null>()(
    z.strictObject({ changeId: idSchema, id: idSchema, decision: holdDecisionSchema }),
    mayAct['hold.resolve'],
  ),
  'pair:list': call<SuspectedPairs>()(
    z.strictObject({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    mayReadCandidates,
  ),
  'merge:list': call<readonly MergeRequestRow[]>()(z.strictObject({}), mayReadCandidates),
  'merge:request': call<null>()(
    z.strictObject({ changeId: idSchema, id: idSchema, a: idSchema, b: idSchema, reason: reasonSchema }),
    mayAct['merge.request'],
  ),
  'merge:withdraw': call<null>()(z.strictObject({ changeId: idSchema, id: idSchema }), mayAct['merge.withdraw']),
} as const

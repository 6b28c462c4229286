import { z } from 'zod'
import type { Candidate } from '../candidate.ts'
import { idSchema } from '../ids.ts'
import type { Reason } from '../matching/reasons.ts'
import type { Verdict } from '../matching/score.ts'
import { mayReadCandidates } from '../rights.ts'
import { call } from './call.ts'

/** What is compared of a record, and the login by which Certassur knows it. */
export type ComparedCandidate = Pick<
  Candidate,
  'id' | 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone' | 'login'
>

export interface SimilarPerson {
  readonly candidate: ComparedCandidate
  readonly verdict: Exclude<Verdict, 'none'>
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

export const duplicateCalls = {
  'candidate:similar': call<SimilarPeople>()(z.strictObject({ id: idSchema }), mayReadCandidates),
} as const

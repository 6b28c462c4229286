import { z } from 'zod'
import { type Candidate, type CandidateField, type CandidatePatch, candidatePatchSchema } from '../candidate.ts'
import { versionsSeen } from '../changes/shape.ts'
import { idSchema } from '../ids.ts'
import type { Mail } from '../mail.ts'
import { mayAct, mayReadCandidates } from '../rights.ts'
import { call } from './call.ts'
import type { CandidateSession } from './session.ts'
import type { SentChange } from './sync.ts'

/**
 * How a record stands with Certassur, the most urgent first. `held`: Certassur has taken a new record and perhaps knew the
 * person already; the centre is asked.
 */
export type RecordStatus = 'refused' | 'conflict' | 'held' | 'waiting' | 'registered'

export interface CandidateRow
  extends Pick<Candidate, 'id' | 'lastName' | 'firstName' | 'birthDate' | 'language' | 'email' | 'login'> {
  readonly status: RecordStatus
  /** Another record of this desk has the same e-mail address. */
  readonly sharesEmail: boolean
}

/** One screenful of the list: `total` found, of `all` records on this desk. */
export interface CandidatePage {
  readonly rows: readonly CandidateRow[]
  readonly total: number
  readonly all: number
  /** How many records each filter would show, whatever is searched. */
  readonly counts: Readonly<Record<'toReview' | 'incomplete' | 'coming', number>>
  /** No record holds the words as typed: these resemble them, the nearest first. */
  readonly resembling: boolean
}

/** A record with its own unsent edits applied, what is missing, and every change that is not closed yet. */
export interface CandidateRecord {
  readonly candidate: Candidate
  readonly missing: readonly CandidateField[]
  readonly status: RecordStatus
  readonly changes: readonly SentChange<CandidatePatch>[]
  /** The mails with codes, the newest first: what became of the changes that asked for one, under their ids. */
  readonly codesMails: readonly Mail[]
  /** How many other records of this desk have the same e-mail address. */
  readonly sharedEmail: number
  /** The records that have become this one: what was typed in one of them and not saved is about this one. */
  readonly formerly: readonly string[]
  /** When he asked his centre for a correction that nobody has answered yet. */
  readonly correctionAskedAt: string | null
}

export const candidateCalls = {
  'candidate:search': call<CandidatePage>()(
    z.strictObject({
      text: z.string().max(200),
      /**
       * `toReview`: records with a refused or conflicting change that nobody has dealt with. `incomplete`: without
       * birth date or e-mail. `coming`: registered for a session to come.
       */
      only: z.enum(['all', 'toReview', 'incomplete', 'coming']).default('all'),
      sort: z.enum(['name', 'birthDate', 'email', 'login', 'language']).default('name'),
      descending: z.boolean().default(false),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    mayReadCandidates,
  ),
  'candidate:read': call<CandidateRecord>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  'candidate:sessions': call<readonly CandidateSession[]>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  /** What Certassur mailed a person in the name of this centre, and what became of it; the newest first. */
  'candidate:mails': call<readonly Mail[]>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  'candidate:edit': call<CandidateRecord>()(
    z.strictObject({
      changeId: idSchema,
      id: idSchema,
      /** The refused or conflicting change that this edit settles: closed in the same transaction, never before. */
      closes: idSchema.nullable().default(null),
      patch: candidatePatchSchema,
      base: versionsSeen,
      /** The codes are to go after it, in the same act: the id of that change. Null where nobody asked for them. */
      thenCodes: idSchema.nullable().default(null),
    }),
    mayAct['candidate.edit'],
  ),
  /** Has codes sent to a person at the registered address, after what waits here on that address. */
  'candidate:sendCodes': call<CandidateRecord>()(
    z.strictObject({ changeId: idSchema, id: idSchema }),
    mayAct['codes.send'],
  ),
} as const

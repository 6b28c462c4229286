import { z } from 'zod'
import type { Centre } from '../centre.ts'
import type { Mark } from '../checkIn.ts'
import { idSchema } from '../ids.ts'
import type { Registration } from '../registration.ts'
import { registrationValuesSchema, reasonSchema, registrationPatchSchema } from '../registration.ts'
import { mayAct, mayReadSessions } from '../rights.ts'
import { type Session, sessionPatchSchema, sessionValuesSchema } from '../session.ts'
import { daySchema } from '../time.ts'
import { call } from './call.ts'
import type { RecordStatus } from './candidate.ts'
import type { SentChange } from './sync.ts'

/** How the registrations of a session stand; cancelled ones are not counted. */
export interface SessionCounts {
  readonly registered: number
  readonly present: number
  readonly late: number
  readonly absent: number
  readonly notAdmitted: number
  readonly leftEarly: number
  /** Nobody has marked them yet. */
  readonly unmarked: number
  /** Came second to the last seat; the centre decides. */
  readonly toConfirm: number
}

export interface SessionRow {
  readonly session: Session
  readonly location: string
  readonly counts: SessionCounts
  readonly status: RecordStatus
}

/** Somebody registered for a session, with how he stands there. Cancelled ones come last. */
export interface Registered {
  readonly registration: Registration
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly mark: Mark | null
  readonly status: RecordStatus
}

export interface SessionRecord extends SessionRow {
  readonly registrations: readonly Registered[]
  readonly changes: readonly SentChange[]
}

/** What stands against a registration. None forbids it but `already`; `full` needs a manager's reason. */
export type RegistrationWarning =
  | { readonly kind: 'already' }
  | { readonly kind: 'full'; readonly seats: number; readonly mayOverride: boolean }
  | { readonly kind: 'sameHour'; readonly sessionId: string; readonly startTime: string; readonly location: string }
  | { readonly kind: 'missingExam'; readonly exam: string; readonly requires: string }
  | { readonly kind: 'past' }
  | { readonly kind: 'incomplete'; readonly fields: readonly ('email' | 'birthDate')[] }

const change = { changeId: idSchema }

export const sessionCalls = {
  'centre:read': call<Centre | null>()(z.strictObject({}), 'signedIn'),
  /** The sessions from one day to another, both included, in the order of day, hour and place. */
  'session:list': call<readonly SessionRow[]>()(
    z.strictObject({ from: daySchema, to: daySchema, locationId: idSchema.nullable().default(null) }),
    mayReadSessions,
  ),
  'session:read': call<SessionRecord>()(z.strictObject({ id: idSchema }), mayReadSessions),
  'session:create': call<SessionRecord>()(
    z.strictObject({ ...change, id: idSchema, values: sessionValuesSchema }),
    mayAct['session.create'],
  ),
  'session:edit': call<SessionRecord>()(
    z.strictObject({
      ...change,
      id: idSchema,
      closes: idSchema.nullable().default(null),
      patch: sessionPatchSchema,
      base: z.record(z.string(), z.int().min(0)),
    }),
    mayAct['session.edit'],
  ),
  'session:cancel': call<SessionRecord>()(
    z.strictObject({ ...change, id: idSchema, reason: reasonSchema }),
    mayAct['session.cancel'],
  ),
  /** What stands against registering this person, before it is done. */
  'registration:check': call<readonly RegistrationWarning[]>()(
    z.strictObject({ sessionId: idSchema, candidateId: idSchema, exams: z.array(z.string().max(20)).max(12) }),
    mayAct['registration.create'],
  ),
  /**
   * `registration.full` without a reason on a full session; `registration.twice` when he is in it already. `person`: how
   * Certassur calls somebody of whom this desk has no record; it comes when Certassur accepts.
   */
  'registration:create': call<SessionRecord>()(
    z.strictObject({
      ...change,
      id: idSchema,
      values: registrationValuesSchema,
      person: z
        .strictObject({ lastName: z.string().max(200), firstName: z.string().max(200) })
        .nullable()
        .default(null),
    }),
    mayAct['registration.create'],
  ),
  'registration:edit': call<SessionRecord>()(
    z.strictObject({ ...change, id: idSchema, patch: registrationPatchSchema }),
    mayAct['registration.edit'],
  ),
  /** One or many people to another session, in one act; answers the session they came from. */
  'registration:move': call<SessionRecord>()(
    z.strictObject({
      moves: z
        .array(z.strictObject({ ...change, id: idSchema }))
        .min(1)
        .max(500),
      sessionId: idSchema,
      overrideReason: registrationValuesSchema.shape.overrideReason,
    }),
    mayAct['registration.move'],
  ),
  'registration:cancel': call<SessionRecord>()(
    z.strictObject({ ...change, id: idSchema, reason: reasonSchema }),
    mayAct['registration.cancel'],
  ),
} as const

/** A person's place in a session, as his record shows it. */
export interface CandidateSession {
  readonly registration: Registration
  readonly session: Session
  readonly location: string
  readonly mark: Mark | null
  readonly status: RecordStatus
}

import { z } from 'zod'
import { type CheckIn, checkInValuesSchema, type Mark } from '../checkIn.ts'
import { candidateValuesSchema } from '../candidate.ts'
import { idSchema } from '../ids.ts'
import { reasonSchema, type Registration, registrationValuesSchema } from '../registration.ts'
import { mayAct, mayReceive } from '../rights.ts'
import { call } from './call.ts'
import type { SessionRow } from './session.ts'

/** One person on the door's list. `arrival` and `departure` are the marks that stand; `others` what else was noted. */
export interface DoorRow {
  readonly registration: Registration
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  readonly arrival: CheckIn | null
  readonly departure: CheckIn | null
  /** The mark that counts: he left early, or how he arrived. */
  readonly mark: Mark | null
  readonly others: readonly CheckIn[]
  /** The mark is noted here and not sent yet. */
  readonly waiting: boolean
}

/** `unsent`: acts of this session that wait here; `unsentNames`: name corrections that would miss the attestation. */
export interface DoorList extends SessionRow {
  readonly rows: readonly DoorRow[]
  readonly controllers: readonly string[]
  readonly unsent: number
  readonly unsentNames: number
  /** Today, and neither cancelled nor closed: marks may be set. */
  readonly open: boolean
}

/** Somebody who is not on this list: where he is registered, or that he may be let in on request. */
export interface Elsewhere {
  readonly candidateId: string
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  readonly language: 'fr' | 'nl' | 'de'
  /** His nearest registration in another session of this centre. */
  readonly registered: { readonly date: string; readonly startTime: string; readonly location: string } | null
}

/**
 * What a scanned code turned out to be. `here`: he has a place in this session · `cancelled`: his registration, or the
 * whole session · `unknown`: a whole code that this desk does not have · `unreadable`: no whole code, or none of ours ·
 * `attestation`: the code of one, held up by mistake.
 */
export type Scanned =
  | { readonly kind: 'here'; readonly registrationId: string }
  | { readonly kind: 'unknown' | 'unreadable' | 'attestation' }
  | {
      readonly kind: 'otherSession' | 'cancelled'
      readonly registrationId: string
      readonly lastName: string
      readonly firstName: string
      readonly sessionId: string
      readonly date: string
      readonly startTime: string
      readonly location: string
      readonly room: string | null
      /** Why it was cancelled. */
      readonly reason: string | null
      readonly today: boolean
      /** It is today, and whoever asks may stand at that door. */
      readonly mayGo: boolean
    }

export const checkInCalls = {
  /** The sessions somebody may receive at: a controller those assigned to him today, the office all of the day. */
  'checkIn:sessions': call<readonly SessionRow[]>()(z.strictObject({}), mayReceive),
  'checkIn:list': call<DoorList>()(z.strictObject({ sessionId: idSchema }), mayReceive),
  /** `id` is the mark's own id, made when the key is pressed. `checkIn.already` when another mark stands. */
  'checkIn:record': call<DoorList>()(
    z.strictObject({
      changeId: idSchema,
      id: idSchema,
      registrationId: idSchema,
      mark: checkInValuesSchema.shape.mark,
      /** Another instant than now: from a paper list. */
      at: z.iso.datetime().nullable().default(null),
      identity: checkInValuesSchema.shape.identity,
      refusal: checkInValuesSchema.shape.refusal.default(null),
      remark: checkInValuesSchema.shape.remark.default(null),
    }),
    mayAct['checkIn.record'],
  ),
  'checkIn:undo': call<DoorList>()(
    z.strictObject({ changeId: idSchema, id: idSchema, reason: reasonSchema }),
    mayAct['checkIn.undo'],
  ),
  /** Everybody whose name resembles the text and who is not on this list; at most 20. */
  'checkIn:elsewhere': call<readonly Elsewhere[]>()(
    z.strictObject({ sessionId: idSchema, text: z.string().max(200) }),
    mayReceive,
  ),
  /** A code as the keyboard typed it. @param sessionId the door it was held up at; null before one is chosen */
  'checkIn:scan': call<Scanned>()(
    z.strictObject({ sessionId: idSchema.nullable(), code: z.string().max(200) }),
    mayReceive,
  ),
  /** Lets somebody in who is not on the list: registration requested and presence, in one transaction. */
  'checkIn:walkIn': call<DoorList>()(
    z.strictObject({
      changeId: idSchema,
      registrationId: idSchema,
      markChangeId: idSchema,
      markId: idSchema,
      values: registrationValuesSchema,
      identity: checkInValuesSchema.shape.identity,
      /** Nobody here knows him: his record is made with it, under the id that `values` names. */
      newcomer: z.strictObject({ changeId: idSchema, values: candidateValuesSchema }).nullable().default(null),
    }),
    mayAct['walkIn.record'],
  ),
  'checkIn:close': call<DoorList>()(
    z.strictObject({ changeId: idSchema, sessionId: idSchema }),
    mayAct['session.close'],
  ),
} as const

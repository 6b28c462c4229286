import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { candidateCreate } from './candidateCreate.ts'
import { candidateEdit } from './candidateEdit.ts'
import { candidateReplaceEmail } from './candidateReplaceEmail.ts'
import { codesSend } from './codesSend.ts'
import { checkInRecord, checkInUndo } from './checkIn.ts'
import { adviceGive } from './adviceGive.ts'
import { contactRecord } from './contactRecord.ts'
import { correctionDecide } from './correctionDecide.ts'
import { attendanceIssue, documentPrinted } from './document.ts'
import { candidateNotDuplicate, holdResolve, mergeRequest, mergeWithdraw } from './duplicate.ts'
import {
  registrationCancel,
  registrationCreate,
  registrationEdit,
  registrationMove,
  walkInRecord,
} from './registration.ts'
import { sessionCancel, sessionClose, sessionCreate, sessionEdit } from './session.ts'
import type { Entity } from './shape.ts'

/** Every kind of thing an operator can do. A new kind is stated in the file of its noun and named here. */
const listed = [
  candidateCreate,
  candidateEdit,
  candidateReplaceEmail,
  codesSend,
  candidateNotDuplicate,
  holdResolve,
  mergeRequest,
  mergeWithdraw,
  correctionDecide,
  contactRecord,
  adviceGive,
  sessionCreate,
  sessionEdit,
  sessionCancel,
  sessionClose,
  registrationCreate,
  registrationEdit,
  registrationMove,
  registrationCancel,
  walkInRecord,
  checkInRecord,
  checkInUndo,
  attendanceIssue,
  documentPrinted,
] as const
type Listed = (typeof listed)[number]
export type ChangeKind = Listed['kind']

/** What kind of act it is, apart from its fields. */
export interface KindFacts {
  readonly kind: ChangeKind
  readonly nature: 'claim' | 'fact'
  readonly entity: Entity
  readonly creates: boolean
  readonly elsewhere?: true
  readonly follows?: readonly string[]
}
export const kinds = Object.fromEntries(listed.map((one) => [one.kind, one])) as unknown as Readonly<
  Record<ChangeKind, KindFacts>
>
export const changeKinds: readonly ChangeKind[] = listed.map((one) => one.kind)

/**
 * Who did it, where, when, and in which order (docs/protocol.md, D2).
 *
 * `id` is made when the button is pressed and is the idempotency key. `deskSeq` orders the acts of a desk; a clock
 * never does. `actedAt` is the desk's clock (UTC ISO, milliseconds), `clockOffset` the last known difference to
 * central's in milliseconds, null before the first contact. `grant` names the permission that the actor held.
 * `dependsOn` names the creations, and for a kind that `follows` fields the edits,
 * that must be accepted before this claim means anything.
 */
const envelope = {
  id: idSchema,
  deskId: idSchema,
  deskSeq: z.int().min(1),
  entityId: idSchema,
  actor: idSchema,
  grant: idSchema,
  actedAt: z.iso.datetime(),
  clockOffset: z.int().nullable(),
  schema: z.int().min(1),
  dependsOn: z.array(idSchema).max(10).readonly().default([]),
}

const one = <K extends Listed>(kind: K) =>
  z.object({ ...envelope, kind: z.literal(kind.kind as K['kind']), ...(kind.fields as K['fields']) })

export const changeSchema = z.discriminatedUnion('kind', [
  one(candidateCreate),
  one(candidateEdit),
  one(candidateReplaceEmail),
  one(codesSend),
  one(candidateNotDuplicate),
  one(holdResolve),
  one(mergeRequest),
  one(mergeWithdraw),
  one(correctionDecide),
  one(contactRecord),
  one(adviceGive),
  one(sessionCreate),
  one(sessionEdit),
  one(sessionCancel),
  one(sessionClose),
  one(registrationCreate),
  one(registrationEdit),
  one(registrationMove),
  one(registrationCancel),
  one(walkInRecord),
  one(checkInRecord),
  one(checkInUndo),
  one(attendanceIssue),
  one(documentPrinted),
])
export type Change = Readonly<z.output<typeof changeSchema>>
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>

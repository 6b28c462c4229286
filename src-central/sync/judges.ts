import type { ChangeKind } from '../../shared/changes/change.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { judgeCandidateCreate } from '../candidates/create.ts'
import { judgeCandidateEdit } from '../candidates/edit.ts'
import { judgeReplaceEmail } from '../candidates/replaceEmail.ts'
import { judgeCheckIn, judgeCheckInUndo } from '../checkIn/judge.ts'
import { judgeAdviceGive } from '../advice/judge.ts'
import { judgeContactRecord } from '../contacts/judge.ts'
import { judgeCorrectionDecide } from '../corrections/judge.ts'
import { judgeCodesSend } from '../mail/judge.ts'
import { judgeAttendanceIssue, judgeDocumentPrinted } from '../documents/judge.ts'
import { judgeHoldResolve, judgeMergeRequest, judgeMergeWithdraw, judgeNotDuplicate } from '../duplicates/judge.ts'
import {
  judgeRegistrationCancel,
  judgeRegistrationCreate,
  judgeRegistrationEdit,
  judgeRegistrationMove,
  judgeWalkIn,
} from '../registrations/judge.ts'
import { judgeSessionCancel, judgeSessionClose, judgeSessionCreate, judgeSessionEdit } from '../sessions/judge.ts'
import type { Case, Judge } from './judge.ts'

const judges: { readonly [K in ChangeKind]: Judge<K> } = {
  'candidate.create': judgeCandidateCreate,
  'candidate.edit': judgeCandidateEdit,
  'candidate.replaceEmail': judgeReplaceEmail,
  'codes.send': judgeCodesSend,
  'candidate.notDuplicate': judgeNotDuplicate,
  'hold.resolve': judgeHoldResolve,
  'merge.request': judgeMergeRequest,
  'merge.withdraw': judgeMergeWithdraw,
  'correction.decide': judgeCorrectionDecide,
  'contact.record': judgeContactRecord,
  'advice.give': judgeAdviceGive,
  'session.create': judgeSessionCreate,
  'session.edit': judgeSessionEdit,
  'session.cancel': judgeSessionCancel,
  'session.close': judgeSessionClose,
  'registration.create': judgeRegistrationCreate,
  'registration.edit': judgeRegistrationEdit,
  'registration.move': judgeRegistrationMove,
  'registration.cancel': judgeRegistrationCancel,
  'walkIn.record': judgeWalkIn,
  'checkIn.record': judgeCheckIn,
  'checkIn.undo': judgeCheckInUndo,
  'attendance.issue': judgeAttendanceIssue,
  'document.printed': judgeDocumentPrinted,
}

/** Hands a change to the judge of its kind. The table above is checked as a whole; a kind without a judge does not compile. */
export const judgeOf = (kind: ChangeKind): ((on: Case) => Promise<Verdict>) =>
  judges[kind] as unknown as (on: Case) => Promise<Verdict>

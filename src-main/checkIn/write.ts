import type { CandidateValues } from '../../shared/candidate.ts'
import { cameIn, type CheckIn, type CheckInValues, type Mark, slotOf } from '../../shared/checkIn.ts'
import type { Operator } from '../../shared/operator.ts'
import { refuse } from '../../shared/parse.ts'
import type { Registration, RegistrationValues } from '../../shared/registration.ts'
import type { Session } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { findStored, readRecord, recordOf, writeStored } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { createCandidate } from '../candidates/create.ts'
import { findRow } from '../candidates/queries.ts'
import { findRegistered, findSession } from '../sessions/queries.ts'
import { type Doing, isDone, perform } from '../sync/act.ts'
import { type Act, isRefused } from '../sync/outbox.ts'

/** Who stands at the door, and for which desk he notes it. */
export interface Door {
  readonly act: Act
  readonly operator: Operator
  readonly deskName: string
  /** The operator's own record, when he is a candidate too: nobody checks himself in. */
  readonly himself: string | null
}

interface MarkedNow {
  readonly changeId: string
  readonly id: string
  readonly registrationId: string
  readonly mark: Mark
  readonly at: string | null
  readonly identity: CheckInValues['identity']
  readonly refusal: CheckInValues['refusal']
  readonly remark: string | null
}

/** The session, which must be open at this hour: today's, neither cancelled nor closed. */
function openSession(db: Cache, id: string, act: Act): Session {
  const session = findSession(db, id) ?? refuse('session.unknown', 'no such session on this desk')
  if (isRefused(db, id)) refuse('session.unknown', 'central refused this session')
  if (session.status === 'cancelled') refuse('session.cancelled', 'the session is cancelled')
  if (session.closedAt) refuse('session.closed', 'the session is closed')
  if (session.date !== inBelgium(act.actedAt).date) refuse('checkIn.notToday', 'the session is on another day')
  return session
}

/** Notes how somebody arrived or left. A mark that stands is undone first, with a reason. Answers the session. */
export function recordMark(db: Cache, door: Door, made: MarkedNow): string {
  return db.transaction(() => {
    const registration =
      readRecord(db, 'registration', made.registrationId) ?? refuse('registration.unknown', 'no such registration')
    const { sessionId, candidateId } = registration
    if (isDone(db, made.changeId)) return sessionId
    openSession(db, sessionId, door.act)
    if (registration.status === 'cancelled') refuse('registration.cancelled', 'the registration is cancelled')
    if (candidateId === door.himself) refuse('checkIn.oneself', 'nobody checks himself in')
    const standing = standingMarks(db, registration)
    if (standing.some((mark) => slotOf(mark) === slotOf(made.mark))) refuse('checkIn.already', 'a mark stands already')
    if (made.mark === 'leftEarly' && !standing.some(cameIn)) refuse('attendance.notPresent', 'he did not come in')
    perform(db, door.act, [toDoing(door, { ...made, sessionId, candidateId })])
    return sessionId
  })()
}

const toDoing = (door: Door, made: MarkedNow & { sessionId: string; candidateId: string }): Doing => ({
  id: made.changeId,
  kind: 'checkIn.record',
  entityId: made.id,
  patch: {
    registrationId: made.registrationId,
    sessionId: made.sessionId,
    candidateId: made.candidateId,
    mark: made.mark,
    at: made.at ?? door.act.actedAt,
    identity: made.identity,
    refusal: made.refusal,
    remark: made.remark,
  },
  shown: {
    actor: door.act.actor,
    actorName: door.operator.name,
    deskName: door.deskName,
    actedAt: door.act.actedAt,
  },
})

/** The marks that stand for a registration at the session where it is now. */
function standingMarks(db: Cache, { id, sessionId }: Registration): readonly Mark[] {
  const rows = prepare(
    db,
    `select mark from checkIn where registrationId = ? and sessionId = ? and stands = '1' and undoneAt is null`,
  ).all(id, sessionId) as { mark: Mark }[]
  return rows.map(({ mark }) => mark)
}

/** Takes a mark back; it stays, undone, with its reason. Whoever left early cannot have not come. */
export function undoMark(db: Cache, door: Door, made: { changeId: string; id: string; reason: string }): string {
  return db.transaction(() => {
    const mark = readRecord(db, 'checkIn', made.id) ?? refuse('checkIn.unknown', 'no such mark on this desk')
    if (isDone(db, made.changeId) || mark.undoneAt) return mark.sessionId
    openSession(db, mark.sessionId, door.act)
    perform(db, door.act, [
      {
        id: made.changeId,
        kind: 'checkIn.undo',
        entityId: made.id,
        patch: { undoneAt: door.act.actedAt, undoneBy: door.operator.name, undoReason: made.reason },
      },
    ])
    promoteOther(db, mark)
    return mark.sessionId
  })()
}

/** As central will: a mark that was kept beside the one taken back now stands. */
function promoteOther(db: Cache, undone: CheckIn): void {
  const rows = prepare(
    db,
    'select body from checkIn where registrationId = ? and sessionId = ? and undoneAt is null order by at, id',
  ).all(undone.registrationId, undone.sessionId) as { body: string }[]
  const slot = rows
    .map(({ body }) => recordOf<'checkIn'>(body))
    .filter(({ mark }) => slotOf(mark) === slotOf(undone.mark))
  const [first] = slot
  if (!first || slot.some(({ stands }) => stands)) return
  writeStored(db, 'checkIn', { ...first, stands: true }, findStored(db, 'checkIn', first.id)?.base)
}

interface WalkIn {
  readonly changeId: string
  readonly registrationId: string
  readonly markChangeId: string
  readonly markId: string
  readonly values: RegistrationValues
  readonly identity: CheckInValues['identity']
  readonly newcomer: { readonly changeId: string; readonly values: CandidateValues } | null
}

/** Lets somebody in who is not on the list: his record if he has none, registration requested and presence, together or not at all. */
export function walkIn(db: Cache, door: Door, made: WalkIn): string {
  return db.transaction(() => {
    const { sessionId, candidateId } = made.values
    if (isDone(db, made.changeId)) return sessionId
    openSession(db, sessionId, door.act)
    if (candidateId === door.himself) refuse('checkIn.oneself', 'nobody checks himself in')
    if (made.newcomer) {
      const { changeId, values } = made.newcomer
      createCandidate(db, door.act, { changeId, id: candidateId, values, notThese: [] })
    }
    if (!findRow(db, candidateId)) refuse('candidate.unknown', 'no such candidate on this desk')
    if (findRegistered(db, sessionId, candidateId)) refuse('registration.twice', 'on the list already')
    perform(db, door.act, [
      {
        id: made.changeId,
        kind: 'walkIn.record',
        entityId: made.registrationId,
        patch: made.values,
        shown: { status: 'requested' },
      },
      toDoing(door, {
        changeId: made.markChangeId,
        id: made.markId,
        registrationId: made.registrationId,
        sessionId,
        candidateId,
        mark: 'present',
        at: null,
        identity: made.identity,
        refusal: null,
        remark: null,
      }),
    ])
    return sessionId
  })()
}

/** Declares a session over. Without marks for everybody it closes all the same; the screen has named them. */
export function closeSession(db: Cache, door: Door, made: { changeId: string; sessionId: string }): string {
  const session = findSession(db, made.sessionId) ?? refuse('session.unknown', 'no such session on this desk')
  if (isDone(db, made.changeId) || session.closedAt) return session.id
  if (session.status === 'cancelled') refuse('session.cancelled', 'the session is cancelled')
  if (session.date > inBelgium(door.act.actedAt).date) refuse('checkIn.notToday', 'the session is still to come')
  perform(db, door.act, [
    {
      id: made.changeId,
      kind: 'session.close',
      entityId: session.id,
      patch: { closedAt: door.act.actedAt, closedBy: door.operator.name },
    },
  ])
  return session.id
}

import type { Candidate } from '../../shared/candidate.ts'
import type { RegistrationValues } from '../../shared/registration.ts'
import {
  type SessionPatch,
  sessionFields,
  type Session,
  type SessionValues,
  wrongSession,
} from '../../shared/session.ts'
import { Refusal, refuse } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import { inBelgium } from '../../shared/time.ts'
import { sameValue } from '../../shared/merge.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord } from '../cache/records.ts'
import { isDone, perform } from '../sync/act.ts'
import { type Act, closeChange } from '../sync/outbox.ts'
import { findRegistered, findSession, isFull } from './queries.ts'

function judge(act: Act, values: SessionValues, changed: readonly string[]): void {
  const fields = wrongSession(inBelgium(act.actedAt).date, values, changed)
  if (fields.length > 0) throw new Refusal(fail('input.invalid', 'invalid', { fields }).error)
}

/** The session, which must be one that can still change. */
function planned(db: Cache, id: string): Session {
  const session = findSession(db, id) ?? refuse('session.unknown', 'no such session on this desk')
  if (session.status === 'cancelled') refuse('session.cancelled', 'the session is cancelled')
  return session
}

interface Once {
  readonly changeId: string
  readonly id: string
}

export function createSession(db: Cache, act: Act, { changeId, id, values }: Once & { values: SessionValues }): void {
  judge(act, values, sessionFields)
  perform(db, act, [{ id: changeId, kind: 'session.create', entityId: id, patch: values }])
}

export interface SessionEdit extends Once {
  readonly patch: SessionPatch
  readonly base: Readonly<Record<string, number>>
  /** The refused or conflicting change that this edit settles. */
  readonly closes: string | null
}

export function editSession(db: Cache, act: Act, { changeId, id, patch, base, closes }: SessionEdit): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const session = planned(db, id)
    const changed = Object.entries(patch).filter(([field, value]) => !sameValue(value, session[field as keyof Session]))
    judge(
      act,
      { ...session, ...patch },
      changed.map(([field]) => field),
    )
    if (closes) closeChange(db, act, closes)
    if (changed.length === 0) return
    const fresh: SessionPatch = Object.fromEntries(changed)
    const seen = Object.fromEntries(changed.map(([field]) => [field, base[field] ?? 0]))
    perform(db, act, [{ id: changeId, kind: 'session.edit', entityId: id, patch: fresh, base: seen }])
  })()
}

export function cancelSession(db: Cache, act: Act, { changeId, id, reason }: Once & { reason: string }): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const session = planned(db, id)
    if (session.closedAt) refuse('session.closed', 'the session is closed')
    const patch = { status: 'cancelled' as const, cancelReason: reason }
    perform(db, act, [{ id: changeId, kind: 'session.cancel', entityId: id, patch }])
  })()
}

interface NewRegistration extends Once {
  readonly values: RegistrationValues
  /** How somebody is called whose record is not on this desk. */
  readonly person: Pick<Candidate, 'lastName' | 'firstName'> | null
  readonly mayOverride: boolean
}

/**
 * Registers a person. A full session takes one more with a manager's reason, and nobody is in it twice.
 *
 * Somebody whom Certassur alone knows stands in the session by the name that it told, until his record comes.
 */
export function register(db: Cache, act: Act, { changeId, id, values, person, mayOverride }: NewRegistration): void {
  db.transaction(() => {
    if (isDone(db, changeId)) return
    const session = planned(db, values.sessionId)
    if (session.closedAt) refuse('session.closed', 'the session is closed')
    if (findRegistered(db, session.id, values.candidateId)) refuse('registration.twice', 'registered already')
    if (isFull(db, session) && !(values.overrideReason && mayOverride)) {
      refuse('registration.full', 'no seat left', { seats: session.seats })
    }
    const shown = person ? { shown: { person } } : {}
    perform(db, act, [{ id: changeId, kind: 'registration.create', entityId: id, patch: values, ...shown }])
  })()
}

function active(db: Cache, id: string) {
  const registration = readRecord(db, 'registration', id) ?? refuse('registration.unknown', 'no such registration')
  if (registration.status === 'cancelled') refuse('registration.cancelled', 'the registration is cancelled')
  return registration
}

export function editRegistration(
  db: Cache,
  act: Act,
  { changeId, id, patch }: Once & { patch: { exams?: readonly string[]; language?: 'fr' | 'nl'; pc?: number | null } },
): string {
  const { sessionId } = active(db, id)
  perform(db, act, [{ id: changeId, kind: 'registration.edit', entityId: id, patch }])
  return sessionId
}

export function cancelRegistration(db: Cache, act: Act, { changeId, id, reason }: Once & { reason: string }): string {
  const registration = readRecord(db, 'registration', id) ?? refuse('registration.unknown', 'no such registration')
  if (!isDone(db, changeId)) active(db, id)
  const patch = { status: 'cancelled' as const, cancelReason: reason }
  perform(db, act, [{ id: changeId, kind: 'registration.cancel', entityId: id, patch }])
  return registration.sessionId
}

interface Move {
  readonly moves: readonly Once[]
  readonly sessionId: string
  readonly overrideReason: string | null
  readonly mayOverride: boolean
}

/** Takes people to another session, all of them or none. Their PC of before means nothing there. */
export function moveRegistrations(
  db: Cache,
  act: Act,
  { moves, sessionId, overrideReason, mayOverride }: Move,
): string {
  return db.transaction(() => {
    const target = planned(db, sessionId)
    if (target.closedAt) refuse('session.closed', 'the session is closed')
    let from = sessionId
    for (const { changeId, id } of moves) {
      if (isDone(db, changeId)) continue
      const registration = active(db, id)
      if (registration.sessionId === sessionId) continue
      from = registration.sessionId
      if (findRegistered(db, sessionId, registration.candidateId)) refuse('registration.twice', 'registered already')
      if (isFull(db, target) && !(overrideReason && mayOverride)) {
        refuse('registration.full', 'no seat left', { seats: target.seats })
      }
      perform(db, act, [
        { id: changeId, kind: 'registration.move', entityId: id, patch: { sessionId, pc: null, overrideReason } },
      ])
    }
    return from
  })()
}

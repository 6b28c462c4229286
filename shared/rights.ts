import type { ChangeKind } from './changes/change.ts'
import type { Role } from './operator.ts'

const office: readonly Role[] = ['administrator', 'centreManager']
const everyone: readonly Role[] = ['administrator', 'centreManager', 'controller']

/** Who may see what on the desk. A controller sees the sessions assigned to him, on their day, and nothing else. */
export const mayReadCandidates = office
export const mayReadSessions = office
export const mayReadResults = office
export const mayReceive = everyone

/** Who may do what: one table, enforced by the desk's main process and again by central. */
export const mayAct: Readonly<Record<ChangeKind, readonly Role[]>> = {
  // A person at the door whom nobody knows is created there; only the office says who is whom.
  'candidate.create': everyone,
  'candidate.edit': office,
  'candidate.replaceEmail': office,
  'codes.send': office,
  'candidate.notDuplicate': office,
  'hold.resolve': office,
  'merge.request': office,
  'merge.withdraw': office,
  'correction.decide': office,
  'contact.record': office,
  'advice.give': office,
  'session.create': office,
  'session.edit': office,
  'session.cancel': office,
  'session.close': everyone,
  'registration.create': office,
  'registration.edit': office,
  'registration.move': office,
  'registration.cancel': office,
  'walkIn.record': everyone,
  'checkIn.record': everyone,
  'checkIn.undo': everyone,
  'attendance.issue': office,
  'document.printed': everyone,
}

/** More people than seats, with a reason: the manager decides. */
export const mayOverbook: readonly Role[] = ['centreManager']

export const holdsOne = (held: readonly Role[], wanted: readonly Role[]): boolean =>
  held.some((role) => wanted.includes(role))

/** Sees only what is assigned to him, of today. */
export const onlyAssigned = (held: readonly Role[]): boolean => !holdsOne(held, office)

import type { ChangeKind } from './changes/change.ts'
import type { Role } from './operator.ts'

/** Who may see what of a candidate on the desk. Writing is a right of each kind of change, below. */
export const mayReadCandidates: readonly Role[] = ['administrator', 'centreManager']

/** Who may do what: one table, enforced by the desk's main process and again by central. */
export const mayAct: Readonly<Record<ChangeKind, readonly Role[]>> = {
  'candidate.edit': ['administrator', 'centreManager'],
}

export const holdsOne = (held: readonly Role[], wanted: readonly Role[]): boolean =>
  held.some((role) => wanted.includes(role))

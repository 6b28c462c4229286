import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { keyOf, worthAsking, worthLooking } from './form.ts'
import { isLikely, type Match } from './matches.ts'

/**
 * What was decided about somebody who resembles: `same`, and Certassur will link the records, or `other`, and why.
 *
 * `about` is the key of the person typed then: the decision is asked anew when one of these fields changes.
 */
export type Decision =
  | { readonly kind: 'same'; readonly about: string }
  | { readonly kind: 'other'; readonly about: string; readonly reason: string }
export type Decisions = ReadonlyMap<string, Decision>

/** An answer, and about whom. */
export interface Answer<T> {
  readonly key: string
  readonly value: T
}

export interface Facts {
  readonly person: TypedPerson | null
  readonly offline: boolean
  /** The desk's last answer: whether it had read everybody by then. */
  readonly here: Answer<{ readonly ready: boolean; readonly receivedAt: string | null }> | null
  /** Certassur's last answer. */
  readonly there: Answer<{ readonly checkedAt: string }> | null
  /** Why Certassur did not answer the last time. */
  readonly failed: Answer<ErrorCode> | null
  /** About whom Certassur is being asked. */
  readonly asking: string | null
  readonly matches: readonly Match[]
  readonly decisions: Decisions
}

/** How far the answer reaches: `here`, this desk alone, and why Certassur did not answer. */
export type Checked =
  | { readonly by: 'certassur'; readonly at: string }
  | { readonly by: 'here'; readonly receivedAt: string | null; readonly why: 'offline' | ErrorCode }

/**
 * What may be done now.
 *
 * `tooLittle`: there is nobody to look for yet; `more`: for Certassur, a birth date, an address or a number is missing.
 * `toCheck`: there is a line, and Certassur has not answered about this very person. `matches`: a word is needed about
 * each of `open` first.
 */
export type Standing =
  | { readonly kind: 'tooLittle' | 'more' | 'looking' | 'asking' | 'toCheck' }
  | { readonly kind: 'matches'; readonly open: readonly Match[]; readonly checked: Checked }
  | { readonly kind: 'ready'; readonly checked: Checked }

export const decisionOn = ({ id }: Match, decisions: Decisions, key: string): Decision | undefined => {
  const decision = decisions.get(id)
  return decision?.about === key ? decision : undefined
}

/** Certassur said something about the fields, or will not be asked about anybody: the desk alone is no answer to that. */
const NO_ANSWER: ReadonlySet<ErrorCode> = new Set(['input.invalid'])

export function standingOf(facts: Facts): Standing {
  const { person, here, asking, matches, decisions } = facts
  if (!person || !worthLooking(person)) return { kind: 'tooLittle' }
  if (!worthAsking(person)) return { kind: 'more' }
  const key = keyOf(person)
  if (here?.key !== key || !here.value.ready) return { kind: 'looking' }
  if (asking === key) return { kind: 'asking' }
  const checked = checkedBy(facts, key, here.value.receivedAt)
  const open = matches.filter((match) => isLikely(match) && !decisionOn(match, decisions, key))
  if (!checked) return { kind: 'toCheck' }
  return open.length > 0 ? { kind: 'matches', open, checked } : { kind: 'ready', checked }
}

function checkedBy({ offline, there, failed }: Facts, key: string, receivedAt: string | null): Checked | null {
  if (there?.key === key) return { by: 'certassur', at: there.value.checkedAt }
  if (offline) return { by: 'here', receivedAt, why: 'offline' }
  if (failed?.key === key && !NO_ANSWER.has(failed.value)) return { by: 'here', receivedAt, why: failed.value }
  return null
}

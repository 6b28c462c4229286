import { candidateFields } from '../../shared/candidate.ts'
import { type Draft, waitingCreation } from '../../shared/calls/kept.ts'
import { readBody } from '../ui/editDraft.ts'
import { type FormValues, holdsText } from './form.ts'
import type { Decision, Decisions } from './standing.ts'

/** Somebody who is being created: what stands in the fields, and what was decided about those who resemble him. */
export interface Creation {
  readonly typed: FormValues
  readonly decisions: Decisions
  /** What was asked of Certassur about people of whom this desk has no record: match → act. */
  readonly asked: ReadonlyMap<string, string>
  /** The place in the list of those who wait, if he was put there. */
  readonly waitingKey: string | null
}

export interface WaitingCreation {
  readonly key: string
  readonly creation: Creation
  /** When he was put there. */
  readonly at: string
}

/** The form that is open, and those that wait for a verification. */
export const openKey = 'creation:open'
export const waitingKeyOf = (id: string): string => waitingCreation + id

type Members = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const isForm = (value: unknown): value is FormValues =>
  isObject(value) && candidateFields.every((field) => typeof value[field] === 'string')

const isDecision = (value: unknown): value is Decision =>
  isObject(value) &&
  typeof value['about'] === 'string' &&
  (value['kind'] === 'same' || (value['kind'] === 'other' && typeof value['reason'] === 'string'))

const readDecisions = (value: unknown): Decisions =>
  new Map(
    isObject(value)
      ? Object.entries(value).flatMap(([id, decision]) => (isDecision(decision) ? [[id, decision]] : []))
      : [],
  )

const readAsked = (value: unknown): Creation['asked'] =>
  new Map(
    isObject(value)
      ? Object.entries(value).flatMap(([id, change]) => (typeof change === 'string' ? [[id, change]] : []))
      : [],
  )

/** What a form keeps of itself: nothing but what an older or a newer program can read again. */
export const bodyOf = ({ typed, decisions, asked, waitingKey }: Creation) => ({
  typed,
  decisions: Object.fromEntries(decisions),
  asked: Object.fromEntries(asked),
  waitingKey,
})

/** The form as it stood; undefined when it cannot be read or says nothing. */
export function restore(draft: Draft): Creation | undefined {
  const { typed, decisions, asked, waitingKey } = readBody(draft) ?? {}
  if (!isForm(typed) || !holdsText(typed)) return undefined
  return {
    typed,
    decisions: readDecisions(decisions),
    asked: readAsked(asked),
    waitingKey: typeof waitingKey === 'string' && waitingKey.startsWith(waitingCreation) ? waitingKey : null,
  }
}

/** Those of the drafts who wait for a verification, the one who has waited longest first. */
export const waitingAmong = (drafts: readonly Draft[]): readonly WaitingCreation[] =>
  drafts.flatMap((draft) => {
    const creation = draft.key.startsWith(waitingCreation) ? restore(draft) : undefined
    return creation ? [{ key: draft.key, creation: { ...creation, waitingKey: draft.key }, at: draft.at }] : []
  })

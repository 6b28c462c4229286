import { type Candidate, candidateFields } from '../../shared/candidate.ts'
import type { Draft } from '../../shared/calls/kept.ts'
import { type FormBase, follow, type FormValues } from './form.ts'

/** What the form of a record keeps while it holds work: the fields, and what they were when it began. */
export interface RecordDraft {
  readonly typed: FormValues
  readonly base: FormBase
}

export const draftKey = (id: string): string => `candidate:${id}`

/** The record that a draft belongs to; undefined for another screen's. */
export const recordOfDraft = ({ key }: Draft): string | undefined => /^candidate:(.+)$/.exec(key)?.[1]

/** The form as it stood, over the record as it is now; undefined when nothing of it is left, or it cannot be read. */
export function restore(draft: Draft, candidate: Candidate, today: string): RecordDraft | undefined {
  const kept = read(draft.body)
  return kept && follow(kept.base, candidate, kept.typed, today)
}

const isTexts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whatever was written there: texts for every field, or it is no draft of this form. */
function read(body: string): RecordDraft | undefined {
  let found: unknown
  try {
    found = JSON.parse(body)
  } catch {
    return undefined
  }
  if (!isTexts(found)) return undefined
  const { typed, base } = found
  if (!isTexts(typed) || !isTexts(base) || !isTexts(base['values']) || !isTexts(base['versions'])) return undefined
  const { values, versions } = base as { values: Record<string, unknown>; versions: Record<string, unknown> }
  const whole = candidateFields.every(
    (field) =>
      typeof typed[field] === 'string' &&
      (values[field] === null || typeof values[field] === 'string') &&
      typeof versions[field] === 'number',
  )
  return whole ? { typed: typed as FormValues, base: base as unknown as FormBase } : undefined
}

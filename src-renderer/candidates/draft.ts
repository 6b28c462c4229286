import { type Candidate, candidateFields, type CandidateValues } from '../../shared/candidate.ts'
import type { Draft } from '../../shared/calls/kept.ts'
import { type EditDraft, readEdit } from '../ui/editDraft.ts'
import { follow, type FormValues } from './form.ts'

type RecordDraft = EditDraft<CandidateValues, FormValues>

export const draftKey = (id: string): string => `candidate:${id}`

/** The record that a draft belongs to; undefined for another screen's. */
export const recordOfDraft = ({ key }: Draft): string | undefined => /^candidate:(.+)$/.exec(key)?.[1]

/** The form as it stood, over the record as it is now; undefined when it cannot be read. */
export function restore(draft: Draft, candidate: Candidate, today: string): RecordDraft | undefined {
  const kept = readEdit<CandidateValues, FormValues>(draft, {
    fields: candidateFields,
    isTyped: (_field, value) => typeof value === 'string',
    isValue: (_field, value) => value === null || typeof value === 'string',
  })
  return kept && follow(kept.base, candidate, kept.typed, today)
}

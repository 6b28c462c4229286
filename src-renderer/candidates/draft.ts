import { type Candidate, candidateFields, type CandidateValues } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { Draft } from '../../shared/calls/kept.ts'
import { type EditDraft, readEdit } from '../ui/editDraft.ts'
import { follow, type FormValues, ontoAnother } from './form.ts'

interface RecordDraft extends EditDraft<CandidateValues, FormValues> {
  /** The record in which it was typed, when that has become this one since. */
  readonly was: CandidateValues | null
}

export const draftKey = (id: string): string => `candidate:${id}`

/** The record that a draft belongs to; undefined for another screen's. */
export const recordOfDraft = ({ key }: Draft): string | undefined => /^candidate:(.+)$/.exec(key)?.[1]

/** What was typed in a record and not saved, or in one that has become it since. */
export const draftOf = (
  { candidate, formerly }: Pick<CandidateRecord, 'candidate' | 'formerly'>,
  found: ReadonlyMap<string, Draft> | null,
): Draft | undefined => [candidate.id, ...formerly].map((id) => found?.get(draftKey(id))).find((draft) => draft)

/** The form as it stood, over the record as it is now; undefined when it cannot be read. */
export function restore(draft: Draft, candidate: Candidate, today: string): RecordDraft | undefined {
  const kept = readEdit<CandidateValues, FormValues>(draft, {
    fields: candidateFields,
    isTyped: (_field, value) => typeof value === 'string',
    isValue: (_field, value) => value === null || typeof value === 'string',
  })
  if (!kept) return undefined
  const isAnother = recordOfDraft(draft) !== candidate.id
  const base = isAnother ? ontoAnother(kept.base, candidate) : kept.base
  return { ...follow(base, candidate, kept.typed, today), was: isAnother ? kept.base.values : null }
}

import type { Candidate, CandidateField, CandidatePatch } from './candidate.ts'

/** A field that two people changed differently: what central holds now, and its version. */
export interface FieldConflict {
  readonly value: string | null
  readonly version: number
}

export interface Merge {
  readonly apply: CandidatePatch
  readonly conflicts: Readonly<Partial<Record<CandidateField, FieldConflict>>>
}

/**
 * Three-way merge of an edit into the record as it is now, field by field (docs/protocol.md, C2).
 *
 * Seen at its present version → applied; already that value → nothing to do; changed by somebody else in between →
 * a conflict for a person. Fields that the edit does not name are never touched.
 */
export function mergeEdit(current: Candidate, patch: CandidatePatch, base: Readonly<Record<string, number>>): Merge {
  const apply: Record<string, unknown> = {}
  const conflicts: Partial<Record<CandidateField, FieldConflict>> = {}
  for (const field of Object.keys(patch) as CandidateField[]) {
    const wanted = patch[field] ?? null
    if (wanted === current[field]) continue
    const version = current.fieldVersions[field] ?? 0
    if ((base[field] ?? 0) === version) apply[field] = wanted
    else conflicts[field] = { value: current[field], version }
  }
  return { apply, conflicts }
}

import { type CandidateField, candidateFields, type CandidateValues } from '../candidate.ts'
import { fold } from '../text.ts'

/** A line of a list that was imported: what it said, and the record that it led to. */
export interface ImportedLine {
  readonly line: number
  readonly values: CandidateValues
  readonly candidateId: string | null
}

/** A line of the new list, and the record that is surely his. */
export interface NewLine {
  readonly line: number
  readonly values: CandidateValues
  readonly candidateId: string | null
}

/** How a line stands against the list of before. */
export type ListChange =
  | { readonly kind: 'added' }
  | { readonly kind: 'same'; readonly candidateId: string | null }
  | { readonly kind: 'changed'; readonly candidateId: string | null; readonly fields: readonly CandidateField[] }

export interface ListVersions {
  /** By the number of the line. */
  readonly changes: ReadonlyMap<number, ListChange>
  readonly gone: readonly ImportedLine[]
}

type Keyed = Pick<ImportedLine, 'values' | 'candidateId'>
type Key = (line: Keyed) => string | null

const named = ({ lastName, firstName }: CandidateValues): string => `${fold(lastName)} ${fold(firstName)}`

// From what says most to what says least: who is found by one is looked for by none of the others.
const KEYS: readonly Key[] = [
  ({ values }) => values.birthDate && `${named(values)} ${values.birthDate}`,
  ({ candidateId }) => candidateId,
  ({ values }) => values.email && `${fold(values.lastName)} ${values.email.toLowerCase()}`,
  ({ values }) => named(values),
  ({ values }) => values.birthDate && `${values.birthDate} ${fold(values.firstName)}`,
]

/**
 * Compares a list with the one that the same employer sent before: who is new, who is gone, and what changed.
 *
 * Two lines that share a key which others share too are not told to be one person by it.
 */
export function compareLists(before: readonly ImportedLine[], now: readonly NewLine[]): ListVersions {
  const pairs = new Map<NewLine, ImportedLine>()
  let left = now
  let gone = before
  for (const key of KEYS) {
    const earlier = uniqueBy(gone, key)
    for (const [text, line] of uniqueBy(left, key)) {
      const found = earlier.get(text)
      if (found) pairs.set(line, found)
    }
    const found = new Set(pairs.values())
    left = left.filter((line) => !pairs.has(line))
    gone = gone.filter((line) => !found.has(line))
  }
  return { changes: new Map(now.map((line) => [line.line, changeOf(line, pairs.get(line))])), gone }
}

function uniqueBy<L extends Keyed>(lines: readonly L[], key: Key): ReadonlyMap<string, L> {
  const found = new Map<string, L>()
  const several = new Set<string>()
  for (const line of lines) {
    const text = key(line)
    if (text === null || text === '') continue
    if (found.has(text)) several.add(text)
    found.set(text, line)
  }
  for (const text of several) found.delete(text)
  return found
}

function changeOf({ values }: NewLine, before: ImportedLine | undefined): ListChange {
  if (!before) return { kind: 'added' }
  const fields = candidateFields.filter((field) => values[field] !== before.values[field])
  const { candidateId } = before
  return fields.length === 0 ? { kind: 'same', candidateId } : { kind: 'changed', candidateId, fields }
}

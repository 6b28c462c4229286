import type { Selectable } from 'kysely'
import { type Candidate, candidateFields, sortName, searchText } from '../../shared/candidate.ts'
import type { CacheTables } from '../cache/tables.ts'

export type CandidateTableRow = Selectable<CacheTables['candidate']>

/** A record with what a newer central says of it and this program does not understand. */
export interface StoredCandidate {
  readonly candidate: Candidate
  readonly extra: Readonly<Record<string, unknown>>
}

/** Every column of the table, in its order. */
export const candidateColumns = [
  'id',
  'login',
  ...candidateFields,
  'version',
  'fieldVersions',
  'openedAt',
  'confirmedAt',
  'extra',
  'sortName',
  'searchText',
  'base',
] as const satisfies readonly (keyof CandidateTableRow)[]

const known = new Set<string>([
  'id',
  'login',
  ...candidateFields,
  'version',
  'fieldVersions',
  'openedAt',
  'confirmedAt',
])

/** Central's line → a record and its unknown fields, which are kept. */
export function splitExtra(row: Candidate & Record<string, unknown>): StoredCandidate {
  // Nearly always: every known field is there, so as many fields means no other.
  if (Object.keys(row).length === known.size) return { candidate: row, extra: {} }
  const entries = Object.entries(row)
  return {
    candidate: Object.fromEntries(entries.filter(([field]) => known.has(field))) as unknown as Candidate,
    extra: Object.fromEntries(entries.filter(([field]) => !known.has(field))),
  }
}

export function fromRow(row: CandidateTableRow): StoredCandidate {
  const { sortName: _sort, searchText: _search, base: _base, extra, fieldVersions, ...fields } = row
  return { candidate: { ...fields, fieldVersions: JSON.parse(fieldVersions) }, extra: JSON.parse(extra) }
}

/** `base` is the record as central has it, when this desk's own changes are laid over it; see `cache/records.ts`. */
export function toRow({ candidate, extra }: StoredCandidate, base: object | null | undefined): CandidateTableRow {
  const name = sortName(candidate)
  return {
    ...candidate,
    fieldVersions: JSON.stringify(candidate.fieldVersions),
    openedAt: candidate.openedAt ?? null,
    confirmedAt: candidate.confirmedAt ?? null,
    extra: JSON.stringify(extra),
    sortName: name,
    searchText: searchText(candidate, name),
    base: base === undefined ? null : JSON.stringify(base),
  }
}

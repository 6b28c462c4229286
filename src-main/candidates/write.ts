import { type Candidate, type CandidateField, type CandidatePatch, wrongOn } from '../../shared/candidate.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { first, prepare, query } from '../cache/run.ts'
import { type Act, closeChange, enqueue, ownRebase, pendingPatches } from '../sync/outbox.ts'
import { findRow } from './queries.ts'
import { candidateColumns, fromRow, type StoredCandidate, toRow } from './rows.ts'

export interface CandidateEdit {
  readonly changeId: string
  readonly id: string
  readonly patch: CandidatePatch
  readonly base: Readonly<Record<string, number>>
  /** The refused or conflicting change that this edit settles. */
  readonly closes?: string | null
}

/**
 * Notes an edit: record, outbox row and audit row in one transaction (docs/protocol.md, D1).
 *
 * Called twice with the same change id, it is written once. Fields that already have their new value are left out; an
 * edit of nothing leaves no trace.
 */
export function editCandidate(db: Cache, act: Act, edit: CandidateEdit): void {
  db.transaction(() => {
    if (first(db, query.selectFrom('change').select('id').where('id', '=', edit.changeId))) return
    const row = findRow(db, edit.id)
    if (!row) throw new Refusal(fail('candidate.unknown', 'no such candidate on this desk').error)
    const wrong = wrongOn(act.actedAt.slice(0, 10), edit.patch)
    if (wrong.length > 0) throw new Refusal(fail('input.invalid', 'invalid on this day', { fields: wrong }).error)
    const stored = fromRow(row)
    const patch = withoutEqual(stored.candidate, edit.patch)
    const fields = Object.keys(patch) as CandidateField[]
    if (edit.closes) closeChange(db, act, edit.closes)
    if (fields.length === 0) return
    const seen = Object.fromEntries(fields.map((field) => [field, edit.base[field] ?? 0]))
    enqueue(db, act, {
      id: edit.changeId,
      kind: 'candidate.edit',
      entityId: edit.id,
      patch,
      base: ownRebase(db, edit.id, seen),
    })
    store(
      db,
      { ...stored, candidate: { ...stored.candidate, ...patch } },
      row.base ? JSON.parse(row.base) : stored.candidate,
    )
  })()
}

/**
 * Takes over what central says of a record, under the edits of this desk that it has not answered (docs/protocol.md, D6).
 *
 * A row older than the one here, from a page that was overtaken, changes nothing.
 */
export function takeOver(db: Cache, fromCentral: StoredCandidate): void {
  const row = findRow(db, fromCentral.candidate.id)
  const version = row?.base ? (JSON.parse(row.base) as Candidate).version : row?.version
  if (version !== undefined && version > fromCentral.candidate.version) return
  // Only a row with unsent edits has a base; without one there is nothing to lay over it.
  if (row?.base) overlay(db, fromCentral)
  else store(db, fromCentral, null)
}

/**
 * Central's record after a verdict that applied `applied` and brought the versions given.
 *
 * Only the versions of the fields it was about are taken over: the values of the others were not sent with it, and a
 * version without its value would let the next edit overwrite somebody else's unseen one.
 */
export function settleCandidate(
  db: Cache,
  id: string,
  applied: CandidatePatch,
  versions: Pick<Candidate, 'version' | 'fieldVersions'> | null,
): void {
  const row = findRow(db, id)
  if (!row) return
  const stored = fromRow(row)
  const base: Candidate = row.base ? JSON.parse(row.base) : stored.candidate
  // A pull may already have brought something newer than this verdict.
  if (versions === null || versions.version < base.version) return overlay(db, { ...stored, candidate: base })
  const fieldVersions = { ...base.fieldVersions, ...pick(versions.fieldVersions, Object.keys(applied)) }
  overlay(db, { ...stored, candidate: { ...base, ...applied, version: versions.version, fieldVersions } })
}

const pick = <V>(from: Readonly<Record<string, V>>, keys: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)))

function overlay(db: Cache, fromCentral: StoredCandidate): void {
  const patches = pendingPatches(db, fromCentral.candidate.id)
  const candidate: Candidate = Object.assign({}, fromCentral.candidate, ...patches)
  store(db, { ...fromCentral, candidate }, patches.length > 0 ? fromCentral.candidate : null)
}

// Written out once: a page of the feed runs it for every row, and building it anew took most of the page's time.
const UPSERT = `INSERT INTO candidate (${candidateColumns.join(', ')}) VALUES (${candidateColumns.map((column) => `@${column}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${candidateColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`

function store(db: Cache, stored: StoredCandidate, base: Candidate | null): void {
  prepare(db, UPSERT).run(toRow(stored, base))
}

function withoutEqual(candidate: Candidate, patch: CandidatePatch): CandidatePatch {
  const changed = Object.entries(patch).filter(([field, value]) => candidate[field as CandidateField] !== value)
  return Object.fromEntries(changed)
}

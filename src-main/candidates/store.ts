import type { Candidate } from '../../shared/candidate.ts'
import { prepare } from '../cache/run.ts'
import type { Store } from '../sync/entities.ts'
import { findRow } from './queries.ts'
import { candidateColumns, fromRow, splitExtra, toRow } from './rows.ts'

/** How candidates are kept: in columns, for the search, with the fields that this program does not know beside them. */
export const candidateStore: Store = {
  find: (db, id) => {
    const row = findRow(db, id)
    if (!row) return undefined
    const { candidate, extra } = fromRow(row)
    return { current: { ...extra, ...candidate }, base: row.base === null ? undefined : JSON.parse(row.base) }
  },
  write: (db, current, base) => {
    const row = toRow(splitExtra(current as Candidate & Record<string, unknown>), base)
    prepare(db, UPSERT).run(candidateColumns.map((column) => row[column]))
  },
  remove: (db, id) => {
    prepare(db, 'DELETE FROM candidate WHERE id = ?').run(id)
  },
  fresh: { login: null, phone: null },
}

// Written out once: a page of the feed runs it for every row, and building it anew took most of the page's time.
const UPSERT = `INSERT INTO candidate (${candidateColumns.join(', ')}) VALUES (${candidateColumns.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${candidateColumns.map((column) => `${column} = excluded.${column}`).join(', ')}`

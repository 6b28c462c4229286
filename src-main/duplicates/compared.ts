import type { ComparedCandidate } from '../../shared/calls/duplicate.ts'
import { comparedFields } from '../../shared/duplicate.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'

const shown = ['id', ...comparedFields, 'login'] as const satisfies readonly (keyof ComparedCandidate)[]

/** What of these records is compared, in no order; who is not on this desk is left out. */
export const readCompared = (db: Cache, ids: readonly string[]): readonly ComparedCandidate[] =>
  prepare(db, `SELECT ${shown.join(', ')} FROM candidate WHERE id IN (SELECT value FROM json_each(?))`).all(
    JSON.stringify(ids),
  ) as ComparedCandidate[]

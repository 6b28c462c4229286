import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'

/** The records that somebody declared to be of other people than this one, and that have not changed since. */
export const distinctFrom = (db: Cache, id: string): ReadonlySet<string> =>
  new Set(
    prepare(db, `SELECT CASE a WHEN @id THEN b ELSE a END FROM distinction WHERE (a = @id OR b = @id) AND stands = '1'`)
      .pluck()
      .all({ id }) as string[],
  )

import { first, query, run } from './run.ts'
import type { Cache } from './open.ts'

/** The few single facts of a cache; each is text, absent until it is known. */
type MetaKey = 'deskToken' | 'cursor' | 'epoch' | 'loadedAt' | 'receivedAt' | 'clockOffset' | 'lastSeenAt'

export function readMeta(db: Cache, key: MetaKey): string | null {
  return first(db, query.selectFrom('meta').select('value').where('key', '=', key))?.value ?? null
}

export function writeMeta(db: Cache, key: MetaKey, value: string): void {
  run(
    db,
    query
      .insertInto('meta')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
  )
}

import type { Change } from '../../shared/changes/change.ts'
import { kinds } from '../../shared/changes/change.ts'
import type { Cache } from '../cache/open.ts'
import { first, query } from '../cache/run.ts'
import { stores } from './entities.ts'
import { type Doing, isDone, perform } from './act.ts'
import { type Act, closeChange } from './outbox.ts'

/**
 * Sends a refused act again, as a new one on what is known now, and settles the old one with it.
 *
 * A creation that was refused is made anew under the same id: whatever was done with it here stays about it.
 * @returns false when there is nothing refused under this id
 */
export function retryChange(db: Cache, act: Act, { id, changeId }: { id: string; changeId: string }): boolean {
  return db.transaction(() => {
    if (isDone(db, changeId)) return true
    const row = first(
      db,
      query
        .selectFrom('change')
        .select('body')
        .where('id', '=', id)
        .where('status', '=', 'rejected')
        .where('closedAt', 'is', null),
    )
    if (!row) return false
    const refused: Change = JSON.parse(row.body)
    const { kind, entityId, patch } = refused
    closeChange(db, act, id)
    const proof = 'proof' in refused && { proof: refused.proof }
    perform(db, act, [{ id: changeId, kind, entityId, patch, ...proof } as Doing])
    return true
  })()
}

/** A refused creation that its author is done with leaves the screens; what he entered stays in the change. */
export function forgetRefused(db: Cache, id: string): void {
  const row = first(
    db,
    query
      .selectFrom('change')
      .select('body')
      .where('id', '=', id)
      .where('status', '=', 'rejected')
      .where('closedAt', 'is', null),
  )
  if (!row) return
  const { kind, entityId }: Change = JSON.parse(row.body)
  const store = stores[kinds[kind].entity]
  if (kinds[kind].creates && store.find(db, entityId)?.base === null) store.remove(db, entityId)
}

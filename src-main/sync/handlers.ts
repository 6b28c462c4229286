import { entities } from '../../shared/changes/shape.ts'
import { fail, ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { listChanges, readHistory } from './exchange.ts'
import { closeChange } from './outbox.ts'
import { forgetRefused, retryChange } from './retry.ts'

const everything = [...entities, 'change'] as const

export const syncHandlers: OpenHandlers<
  'sync:read' | 'sync:now' | 'change:close' | 'change:retry' | 'change:list' | 'history:read'
> = {
  'sync:read': ({ sync }) => ok(sync.state()),
  'sync:now': async ({ sync }) => ok(await sync.now()),
  'change:close': ({ db, act, changed, sync }, { id }) => {
    const closed = db.transaction(() => {
      forgetRefused(db, id)
      return closeChange(db, act(), id)
    })()
    if (!closed) return fail('change.unknown', 'no refused or conflicting change has this id')
    changed(everything)
    sync.tell()
    return ok(null)
  },
  'change:retry': ({ db, act, changed, sync }, args) => {
    if (!retryChange(db, act(), args)) return fail('change.unknown', 'no refused change has this id')
    changed(everything)
    sync.nudge()
    return ok(null)
  },
  'change:list': ({ db }, wanted) => ok(listChanges(db, wanted)),
  'history:read': ({ db }, wanted) => ok(readHistory(db, wanted)),
}

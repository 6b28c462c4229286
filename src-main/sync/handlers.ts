import { fail, ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { closeChange } from './outbox.ts'

export const syncHandlers: OpenHandlers<'sync:read' | 'sync:now' | 'change:close'> = {
  'sync:read': ({ sync }) => ok(sync.state()),
  'sync:now': async ({ sync }) => ok(await sync.now()),
  'change:close': ({ db, act, changed, sync }, { id }) => {
    if (!closeChange(db, act(), id)) return fail('change.unknown', 'no refused or conflicting change has this id')
    changed(['candidate', 'change'])
    sync.tell()
    return ok(null)
  },
}

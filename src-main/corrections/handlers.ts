import { ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { decideCorrection, listCorrections } from './queries.ts'

export const correctionHandlers: OpenHandlers<'correction:list' | 'correction:decide'> = {
  'correction:list': ({ db }) => ok(listCorrections(db)),
  'correction:decide': ({ db, act, changed, sync }, decided) => {
    decideCorrection(db, act(), decided)
    changed(['change', 'correction'])
    sync.nudge()
    return ok(null)
  },
}

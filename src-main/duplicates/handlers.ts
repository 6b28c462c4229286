import { fail, ok, type Result } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { findRow } from '../candidates/queries.ts'
import type { Cache } from '../cache/open.ts'
import type { OpenDesk } from '../desk/desk.ts'
import {
  declareDistinct,
  listHolds,
  listRequests,
  readHold,
  requestMerge,
  resolveHold,
  withdrawMerge,
} from './holds.ts'
import { listPairs } from './pairs.ts'
import { similarOf } from './similar.ts'

/** Asks the cache of the moment: the file of a first load may take the place of the one that was asked. */
async function answered<T>(open: OpenDesk, ask: (db: Cache) => Promise<T | undefined>): Promise<Result<T>> {
  for (;;) {
    const { db } = open
    const answer = await ask(db)
    if (answer !== undefined) return ok(answer)
    if (open.db === db) return fail('call.forbidden', 'locked meanwhile')
  }
}

const acted = ({ changed, sync }: OpenDesk) => {
  changed(['change', 'candidate', 'hold', 'distinction', 'mergeRequest'])
  sync.nudge()
  return ok(null)
}

export const duplicateHandlers: OpenHandlers<
  | 'candidate:similar'
  | 'candidate:look'
  | 'candidate:lookUp'
  | 'candidate:notDuplicate'
  | 'hold:list'
  | 'hold:read'
  | 'hold:resolve'
  | 'pair:list'
  | 'merge:list'
  | 'merge:request'
  | 'merge:withdraw'
> = {
  'candidate:similar': (open, { id }) =>
    findRow(open.db, id)
      ? answered(open, (db) => similarOf(db).answer(id))
      : fail('candidate.unknown', 'no such candidate on this desk'),
  'candidate:look': (open, { person }) => answered(open, (db) => similarOf(db).look(person)),
  'candidate:lookUp': ({ lookUp }, { person }) => lookUp(person),
  'candidate:notDuplicate': (open, pair) => {
    declareDistinct(open.db, open.act(), pair)
    return acted(open)
  },
  'hold:list': ({ db }) => ok(listHolds(db)),
  'hold:read': ({ db }, { id }) => {
    const hold = readHold(db, id)
    return hold ? ok(hold) : fail('hold.unknown', 'nothing to decide about this record')
  },
  'hold:resolve': (open, resolved) => {
    resolveHold(open.db, open.act(), resolved)
    return acted(open)
  },
  'pair:list': (open, page) =>
    answered(open, async (db) => {
      const suspects = await similarOf(db).suspects()
      return suspects && listPairs(db, suspects, page)
    }),
  'merge:list': ({ db }) => ok(listRequests(db)),
  'merge:request': (open, pair) => {
    requestMerge(open.db, open.act(), pair)
    return acted(open)
  },
  'merge:withdraw': (open, withdrawn) => {
    withdrawMerge(open.db, open.act(), withdrawn)
    return acted(open)
  },
}

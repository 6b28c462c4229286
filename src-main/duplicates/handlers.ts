import { fail, ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import { findRow } from '../candidates/queries.ts'
import { similarOf } from './similar.ts'

export const duplicateHandlers: OpenHandlers<'candidate:similar'> = {
  'candidate:similar': async (open, { id }) => {
    for (;;) {
      const { db } = open
      if (!findRow(db, id)) return fail('candidate.unknown', 'no such candidate on this desk')
      const similar = await similarOf(db).answer(id)
      if (similar) return ok(similar)
      // The file of a first load may have taken the place of the one that was asked.
      if (open.db === db) return fail('call.forbidden', 'locked meanwhile')
    }
  },
}

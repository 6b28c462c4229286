import type { Contact } from '../../shared/contact.ts'
import { ok } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import type { OpenHandlers } from '../calls.ts'
import { perform } from '../sync/act.ts'

const MOST = 100

export const contactHandlers: OpenHandlers<'contact:list' | 'contact:record'> = {
  'contact:list': ({ db }, { candidateId }) => ok(listContacts(db, candidateId)),
  'contact:record': ({ db, act, operator, changed, sync }, { changeId, id, ...values }) => {
    const doing = act()
    const patch = { ...values, at: doing.actedAt }
    const shown = { actorName: operator.name, deskName: null }
    perform(db, doing, [{ id: changeId, kind: 'contact.record', entityId: id, patch, shown }])
    changed(['change', 'contact'])
    sync.nudge()
    return ok(null)
  },
}

/** Of a record that has become this one too. */
const listContacts = (db: Cache, candidateId: string): readonly Contact[] =>
  (
    prepare(
      db,
      `SELECT body FROM contact WHERE candidateId = @id
         OR candidateId IN (SELECT id FROM redirect WHERE entity = 'candidate' AND target = @id)
       ORDER BY at DESC LIMIT ${MOST}`,
    ).all({ id: candidateId }) as { body: string }[]
  ).map(({ body }) => recordOf<'contact'>(body))

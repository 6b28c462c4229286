import { fail, ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { sessionsOf } from '../sessions/queries.ts'
import { becameOf } from '../sync/redirect.ts'
import { sendCodes } from './codes.ts'
import { createCandidate } from './create.ts'
import { readAsked, replaceEmail } from './elsewhere.ts'
import { readMails } from './mails.ts'
import { readCandidate } from './queries.ts'
import { searchOf } from './search.ts'
import { editCandidate } from './write.ts'

const unknown = fail('candidate.unknown', 'no such candidate on this desk')

const DAY = 86_400_000
const readNow = ({ db, now }: OpenDesk, id: string) =>
  readCandidate(db, becameOf(db, 'candidate', id), new Date(now().getTime() - DAY).toISOString())

export const candidateHandlers: OpenHandlers<
  | 'candidate:search'
  | 'candidate:read'
  | 'candidate:sessions'
  | 'candidate:mails'
  | 'candidate:create'
  | 'candidate:edit'
  | 'candidate:sendCodes'
  | 'candidate:replaceEmail'
  | 'candidate:asked'
> = {
  'candidate:search': async (open, search) => {
    for (;;) {
      const { db } = open
      const page = await searchOf(db).answer(search, open.now())
      if (page) return ok(page)
      // The file of a first load may have taken the place of the one that was asked.
      if (open.db === db) return fail('call.forbidden', 'locked meanwhile')
    }
  },
  'candidate:read': (open, { id }) => {
    const record = readNow(open, id)
    return record ? ok(record) : unknown
  },
  'candidate:sessions': ({ db }, { id }) => ok(sessionsOf(db, becameOf(db, 'candidate', id))),
  'candidate:mails': ({ db }, { id }) => ok(readMails(db, becameOf(db, 'candidate', id))),
  'candidate:create': (open, made) => {
    createCandidate(open.db, open.act(), made)
    open.changed(['candidate', 'change', 'distinction'])
    open.sync.nudge()
    const record = readNow(open, made.id)
    return record ? ok(record) : unknown
  },
  'candidate:edit': (open, edit) => {
    editCandidate(open.db, open.act(), edit)
    open.changed(['candidate', 'change'])
    open.sync.nudge()
    const record = readNow(open, edit.id)
    return record ? ok(record) : unknown
  },
  'candidate:sendCodes': (open, asked) => {
    sendCodes(open.db, open.act(), asked)
    open.changed(['candidate', 'change'])
    open.sync.nudge()
    const record = readNow(open, asked.id)
    return record ? ok(record) : unknown
  },
  'candidate:replaceEmail': (open, replaced) => {
    replaceEmail(open.db, open.act(), replaced)
    open.changed(['candidate', 'change'])
    open.sync.nudge()
    return ok(null)
  },
  'candidate:asked': ({ db }, { changeIds }) => ok(readAsked(db, changeIds)),
}

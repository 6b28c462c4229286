import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { ChangedTable } from '../../shared/ipc.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
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

function readOk(open: OpenDesk, id: string): Result<CandidateRecord> {
  const record = readNow(open, id)
  return record ? ok(record) : unknown
}

/** Something was written about a person: the screens and the exchange hear of it, and whoever did it sees the record. */
function acted(
  open: OpenDesk,
  id: string,
  tables: readonly ChangedTable[] = ['candidate', 'change'],
): Result<CandidateRecord> {
  open.changed(tables)
  open.sync.nudge()
  return readOk(open, id)
}

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
  'candidate:read': (open, { id }) => readOk(open, id),
  'candidate:sessions': ({ db }, { id }) => ok(sessionsOf(db, becameOf(db, 'candidate', id))),
  'candidate:mails': ({ db }, { id }) => ok(readMails(db, becameOf(db, 'candidate', id))),
  'candidate:create': (open, made) => {
    createCandidate(open.db, open.act(), made)
    return acted(open, made.id, ['candidate', 'change', 'distinction'])
  },
  'candidate:edit': (open, edit) => {
    editCandidate(open.db, open.act(), edit)
    return acted(open, edit.id)
  },
  'candidate:sendCodes': (open, asked) => {
    sendCodes(open.db, open.act(), asked)
    return acted(open, asked.id)
  },
  'candidate:replaceEmail': (open, replaced) => {
    replaceEmail(open.db, open.act(), replaced)
    open.changed(['candidate', 'change'])
    open.sync.nudge()
    return ok(null)
  },
  'candidate:asked': ({ db }, { changeIds }) => ok(readAsked(db, changeIds)),
}

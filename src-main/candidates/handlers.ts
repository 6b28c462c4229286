import { fail, ok } from '../../shared/result.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readCandidate, searchCandidates } from './queries.ts'
import { editCandidate } from './write.ts'

const unknown = fail('candidate.unknown', 'no such candidate on this desk')

const DAY = 86_400_000
const readNow = ({ db, now }: OpenDesk, id: string) =>
  readCandidate(db, id, new Date(now().getTime() - DAY).toISOString())

export const candidateHandlers: OpenHandlers<'candidate:search' | 'candidate:read' | 'candidate:edit'> = {
  'candidate:search': ({ db }, search) => ok(searchCandidates(db, search)),
  'candidate:read': (open, { id }) => {
    const record = readNow(open, id)
    return record ? ok(record) : unknown
  },
  'candidate:edit': (open, edit) => {
    editCandidate(open.db, open.act(), edit)
    open.changed(['candidate', 'change'])
    open.sync.nudge()
    const record = readNow(open, edit.id)
    return record ? ok(record) : unknown
  },
}

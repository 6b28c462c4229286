import type { ChangedTable } from '../../shared/ipc.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { holdsOne, mayOverbook } from '../../shared/rights.ts'
import type { OpenHandlers } from '../calls.ts'
import { findRow } from '../candidates/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { becameOf } from '../sync/redirect.ts'
import { findSession, listSessions, readCentre, readSession, warningsFor } from './queries.ts'
import {
  cancelRegistration,
  cancelSession,
  createSession,
  editRegistration,
  editSession,
  moveRegistrations,
  register,
} from './write.ts'

const DAY = 86_400_000
const unknown = fail('session.unknown', 'no such session on this desk')

function readNow({ db, now }: OpenDesk, id: string): Result<SessionRecord> {
  const record = readSession(db, id, new Date(now().getTime() - DAY).toISOString())
  return record ? ok(record) : unknown
}

/** After a commit: screens ask again, the exchange goes, and the session is answered as it stands now. */
function done(open: OpenDesk, sessionId: string, tables: readonly ChangedTable[]): Result<SessionRecord> {
  open.changed([...tables, 'change'])
  open.sync.nudge()
  return readNow(open, sessionId)
}

const mayOverride = ({ operator }: OpenDesk): boolean => holdsOne(operator.roles, mayOverbook)

export const sessionHandlers: OpenHandlers<
  | 'centre:read'
  | 'session:list'
  | 'session:read'
  | 'session:create'
  | 'session:edit'
  | 'session:cancel'
  | 'registration:check'
  | 'registration:create'
  | 'registration:edit'
  | 'registration:move'
  | 'registration:cancel'
> = {
  'centre:read': ({ db }) => ok(readCentre(db)),
  'session:list': ({ db }, period) => ok(listSessions(db, period)),
  'session:read': (open, { id }) => readNow(open, id),
  'session:create': (open, made) => {
    createSession(open.db, open.act(), made)
    return done(open, made.id, ['session'])
  },
  'session:edit': (open, edit) => {
    editSession(open.db, open.act(), edit)
    return done(open, edit.id, ['session'])
  },
  'session:cancel': (open, cancelled) => {
    cancelSession(open.db, open.act(), cancelled)
    return done(open, cancelled.id, ['session', 'registration'])
  },
  'registration:check': (open, { sessionId, candidateId, exams }) => {
    const session = findSession(open.db, sessionId)
    if (!session) return unknown
    return ok(warningsFor(open.db, { session, candidateId, exams, mayOverride: mayOverride(open), now: open.now() }))
  },
  'registration:create': (open, { person, ...made }) => {
    const isHere = findRow(open.db, becameOf(open.db, 'candidate', made.values.candidateId)) !== undefined
    if (!isHere && !person) return fail('candidate.unknown', 'no such candidate on this desk')
    register(open.db, open.act(), { ...made, person: isHere ? null : person, mayOverride: mayOverride(open) })
    return done(open, made.values.sessionId, ['registration', 'session'])
  },
  'registration:edit': (open, edit) => done(open, editRegistration(open.db, open.act(), edit), ['registration']),
  'registration:move': (open, move) =>
    done(open, moveRegistrations(open.db, open.act(), { ...move, mayOverride: mayOverride(open) }), ['registration']),
  'registration:cancel': (open, cancelled) =>
    done(open, cancelRegistration(open.db, open.act(), cancelled), ['registration']),
}

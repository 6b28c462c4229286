import { fail, ok, type Result } from '../../shared/result.ts'
import type { DoorList } from '../../shared/calls/checkIn.ts'
import { inBelgium } from '../../shared/time.ts'
import type { OpenHandlers } from '../calls.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { readRecord } from '../cache/records.ts'
import { readSessionRow } from '../sessions/queries.ts'
import { doorSessions, findElsewhere, mayStandAt, readDoor } from './queries.ts'
import { readScan } from './scan.ts'
import { closeSession, type Door, recordMark, undoMark, walkIn } from './write.ts'

const unknown = fail('session.unknown', 'no such session on this desk')

/** A session that this operator may stand at; to anybody else it does not exist. */
function atDoor<T>(open: OpenDesk, sessionId: string | undefined, work: () => Result<T>): Result<T> {
  const row = sessionId === undefined ? undefined : readSessionRow(open.db, sessionId)
  return row && mayStandAt(open.operator, row, inBelgium(open.now()).date) ? work() : unknown
}

function listNow({ db, now }: OpenDesk, sessionId: string): Result<DoorList> {
  const list = readDoor(db, sessionId, now())
  return list ? ok(list) : unknown
}

const doorOf = (open: OpenDesk): Door => ({
  act: open.act(),
  operator: open.operator,
  deskName: open.identity.deskName,
  himself: open.operator.candidateId ?? null,
})

function done(open: OpenDesk, sessionId: string): Result<DoorList> {
  open.changed(['checkIn', 'registration', 'session', 'candidate', 'change'])
  open.sync.nudge()
  return listNow(open, sessionId)
}

export const checkInHandlers: OpenHandlers<
  | 'checkIn:sessions'
  | 'checkIn:list'
  | 'checkIn:record'
  | 'checkIn:undo'
  | 'checkIn:elsewhere'
  | 'checkIn:scan'
  | 'checkIn:walkIn'
  | 'checkIn:close'
> = {
  'checkIn:sessions': ({ db, operator, now }) => ok(doorSessions(db, operator, now())),
  'checkIn:list': (open, { sessionId }) => atDoor(open, sessionId, () => listNow(open, sessionId)),
  'checkIn:record': (open, made) =>
    atDoor(open, readRecord(open.db, 'registration', made.registrationId)?.sessionId, () =>
      done(open, recordMark(open.db, doorOf(open), made)),
    ),
  'checkIn:undo': (open, made) =>
    atDoor(open, readRecord(open.db, 'checkIn', made.id)?.sessionId, () =>
      done(open, undoMark(open.db, doorOf(open), made)),
    ),
  'checkIn:elsewhere': (open, { sessionId, text }) =>
    atDoor(open, sessionId, () => ok(findElsewhere(open.db, sessionId, text, open.now()))),
  'checkIn:scan': (open, { sessionId, code }) => {
    const read = () => ok(readScan(open.db, open.operator, sessionId, code, open.now()))
    return sessionId === null ? read() : atDoor(open, sessionId, read)
  },
  'checkIn:walkIn': (open, made) =>
    atDoor(open, made.values.sessionId, () => done(open, walkIn(open.db, doorOf(open), made))),
  'checkIn:close': (open, made) =>
    atDoor(open, made.sessionId, () => done(open, closeSession(open.db, doorOf(open), made))),
}

import type { Attendance, AttendanceData } from '../../shared/attestation.ts'
import type { Centre } from '../../shared/centre.ts'
import { cameIn, type CheckIn } from '../../shared/checkIn.ts'
import { refuse } from '../../shared/parse.ts'
import type { Registration } from '../../shared/registration.ts'
import { endOf, type Session } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { findRow } from '../candidates/queries.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord, recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { readCentre } from '../sessions/queries.ts'
import { isDone, perform } from '../sync/act.ts'
import type { Act } from '../sync/outbox.ts'

interface Issuer {
  readonly act: Act
  readonly name: string
  readonly deskName: string
}

/**
 * Issues an attendance attestation to somebody who was in the room.
 *
 * Its number is counted in the transaction that issues it, so that none is given twice and none is lost. What it says
 * is fixed here: later corrections of the record need another one.
 */
export function issueAttendance(
  db: Cache,
  issuer: Issuer,
  { changeId, id, registrationId }: { changeId: string; id: string; registrationId: string },
): Attendance {
  return db.transaction(() => {
    if (!isDone(db, changeId)) {
      const registration =
        readRecord(db, 'registration', registrationId) ?? refuse('registration.unknown', 'no such registration')
      const session = readRecord(db, 'session', registration.sessionId) ?? refuse('session.unknown', 'no such session')
      const centre = readCentre(db) ?? refuse('document.unknown', 'the centre is not known yet')
      const { actedAt } = issuer.act
      const patch = {
        registrationId,
        sessionId: session.id,
        candidateId: registration.candidateId,
        number: nextNumber(db, issuer.deskName, inBelgium(actedAt).date.slice(0, 4)),
        data: attendanceData(db, centre, session, registration, issuer),
        issuedAt: actedAt,
      }
      perform(db, issuer.act, [{ id: changeId, kind: 'attendance.issue', entityId: id, patch }])
    }
    return readRecord(db, 'attendance', id) ?? refuse('document.unknown', 'not issued here')
  })()
}

function attendanceData(
  db: Cache,
  centre: Centre,
  session: Session,
  registration: Registration,
  { act, name }: Issuer,
): AttendanceData {
  const row = findRow(db, registration.candidateId) ?? refuse('candidate.unknown', 'no such candidate on this desk')
  const marks = standing(db, registration)
  const arrival = marks.find(({ mark }) => cameIn(mark)) ?? refuse('attendance.notPresent', 'he was not there')
  const departure = marks.find(({ mark }) => mark === 'leftEarly')
  // Nobody can attest a presence that is not over.
  if (!departure && act.actedAt < endOf(session) && session.closedAt === null) {
    refuse('attendance.notPresent', 'the session is not over')
  }
  return {
    lastName: row.lastName,
    firstName: row.firstName,
    birthDate: row.birthDate,
    language: registration.language,
    exams: registration.exams.map((code) => {
      const exam = centre.exams.find((known) => known.code === code)
      return { code, title: exam?.title ?? { fr: code, nl: code } }
    }),
    date: session.date,
    from: arrival.mark === 'late' ? inBelgium(arrival.at).time : session.startTime,
    to: departure ? inBelgium(departure.at).time : session.endTime,
    centre: centre.name,
    location: centre.locations.find((place) => place.id === session.locationId)?.name ?? '',
    issuedBy: name,
  }
}

const standing = (db: Cache, { id, sessionId }: Registration): readonly CheckIn[] =>
  (
    prepare(
      db,
      `select body from checkIn where registrationId = ? and sessionId = ? and stands = '1' and undoneAt is null`,
    ).all(id, sessionId) as { body: string }[]
  ).map(({ body }) => recordOf<'checkIn'>(body))

/** Desk (whose name begins with its centre's code), year and a sequence of its own: unique without asking anybody. */
function nextNumber(db: Cache, desk: string, year: string): string {
  const { value } = prepare(
    db,
    `INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
  ).get(`attendance.${year}`) as { value: number }
  return `${desk}-${year}-${String(value).padStart(4, '0')}`
}

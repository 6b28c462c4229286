import type {
  RegistrationWarning,
  Registered,
  SessionCounts,
  SessionRecord,
  SessionRow,
} from '../../shared/calls/session.ts'
import type { CandidateSession } from '../../shared/calls/session.ts'
import { missingFields } from '../../shared/candidate.ts'
import type { Centre } from '../../shared/centre.ts'
import type { Mark } from '../../shared/checkIn.ts'
import { overlap, type Session } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { findRow } from '../candidates/queries.ts'
import { fromRow } from '../candidates/rows.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord, recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { openChanges } from '../sync/outbox.ts'
import { statuses, statusRank, worst } from '../sync/recordStatus.ts'

export function readCentre(db: Cache): Centre | null {
  const row = prepare(db, 'SELECT body FROM centre LIMIT 1').get() as { body: string } | undefined
  return row ? (JSON.parse(row.body) as Centre) : null
}

// The mark that counts for a registration: that he left early, or else how he arrived. Moved to another session it is
// marked there anew.
const MARK = `(select m.mark from checkIn m where m.registrationId = r.id and m.sessionId = r.sessionId and m.stands = '1' and m.undoneAt is null
  order by m.mark = 'leftEarly' desc limit 1)`

const COUNTED = `count(r.id) as registered, count(case when mark = 'present' then 1 end) as present,
  count(case when mark = 'late' then 1 end) as late, count(case when mark = 'absent' then 1 end) as absent,
  count(case when mark = 'notAdmitted' then 1 end) as notAdmitted,
  count(case when mark = 'leftEarly' then 1 end) as leftEarly,
  count(case when r.id is not null and mark is null then 1 end) as unmarked,
  count(case when r.seat = 'toConfirm' then 1 end) as toConfirm`

/** SQL: `r` has a place in its session: neither cancelled, nor made here and refused by central. */
export const HAS_PLACE = `r.status <> 'cancelled' and (r.base is not 'null' or not exists (
  select 1 from change x where x.entityId = r.id and x.status = 'rejected' and x.closedAt is null))`

/** SQL: how whoever is registered by `r` is called: by his record `c` or, until it comes, as Certassur named him. */
export const NAMES = `coalesce(c.lastName, r.body ->> '$.person.lastName') as lastName,
  coalesce(c.firstName, r.body ->> '$.person.firstName') as firstName`

const SESSIONS = `select s.body, ${statusRank('s.id')} as rank, ${COUNTED}
  from session s left join (select r.id, r.sessionId, r.seat, ${MARK} as mark from registration r
    where ${HAS_PLACE}) r on r.sessionId = s.id`

interface CountedRow extends SessionCounts {
  readonly body: string
  readonly rank: number
}

function toSessionRow(centre: Centre | null, { body, rank, ...counts }: CountedRow): SessionRow {
  const session = recordOf<'session'>(body)
  return { session, location: locationName(centre, session), counts, status: statuses[rank] ?? 'registered' }
}

const locationName = (centre: Centre | null, session: Session): string =>
  centre?.locations.find(({ id }) => id === session.locationId)?.name ?? ''

interface Period {
  readonly from: string
  readonly to: string
  readonly locationId?: string | null
}

/** The sessions of a period in the order of day and hour, with how their registrations stand. */
export function listSessions(db: Cache, { from, to, locationId = null }: Period): readonly SessionRow[] {
  const centre = readCentre(db)
  const rows = prepare(
    db,
    `${SESSIONS} where s.date between @from and @to and (@locationId is null or s.locationId = @locationId)
     group by s.id order by s.date, s.startTime, s.id`,
  ).all({ from, to, locationId }) as CountedRow[]
  return rows.map((row) => toSessionRow(centre, row))
}

export function readSessionRow(db: Cache, id: string): SessionRow | undefined {
  const row = prepare(db, `${SESSIONS} where s.id = ? group by s.id`).get(id) as CountedRow | undefined
  return row && toSessionRow(readCentre(db), row)
}

/** @param since accepted changes of before are history, and no longer shown with the record */
export function readSession(db: Cache, id: string, since: string): SessionRecord | undefined {
  const row = readSessionRow(db, id)
  if (!row) return undefined
  const changes = openChanges(db, id, since)
  return { ...row, status: worst(changes), registrations: registeredFor(db, id), changes }
}

interface RegisteredRow {
  readonly body: string
  readonly lastName: string | null
  readonly firstName: string | null
  readonly birthDate: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly mark: Mark | null
  readonly rank: number
}

/** Everybody registered for a session, by name; the cancelled ones last. */
function registeredFor(db: Cache, sessionId: string): readonly Registered[] {
  const rows = prepare(
    db,
    `select r.body, ${NAMES}, c.birthDate, c.email, c.phone, ${MARK} as mark,
       ${statusRank('r.id')} as rank
     from registration r left join candidate c on c.id = r.candidateId
     where r.sessionId = ? order by r.status = 'cancelled', c.sortName, r.id`,
  ).all(sessionId) as RegisteredRow[]
  return rows.map(({ body, rank, lastName, firstName, ...person }) => ({
    ...person,
    registration: recordOf<'registration'>(body),
    lastName: lastName ?? '',
    firstName: firstName ?? '',
    status: statuses[rank] ?? 'registered',
  }))
}

/** A person's places, the latest session first. */
export function sessionsOf(db: Cache, candidateId: string): readonly CandidateSession[] {
  const centre = readCentre(db)
  const rows = prepare(
    db,
    `select r.body, s.body as session, ${MARK} as mark, ${statusRank('r.id')} as rank
     from registration r join session s on s.id = r.sessionId
     where r.candidateId = ? order by s.date desc, s.startTime desc, r.id`,
  ).all(candidateId) as { body: string; session: string; mark: Mark | null; rank: number }[]
  return rows.map(({ body, session: text, mark, rank }) => {
    const session = recordOf<'session'>(text)
    const status = statuses[rank] ?? 'registered'
    return {
      registration: recordOf<'registration'>(body),
      session,
      location: locationName(centre, session),
      mark,
      status,
    }
  })
}

const takenSeats = (db: Cache, sessionId: string): number =>
  (
    prepare(db, `select count(*) as n from registration r where r.sessionId = ? and ${HAS_PLACE}`).get(sessionId) as {
      n: number
    }
  ).n

/** The registration of a person in a session that is not cancelled. */
export function findRegistered(db: Cache, sessionId: string, candidateId: string): string | undefined {
  const row = prepare(
    db,
    `select r.id from registration r where r.sessionId = ? and r.candidateId = ? and ${HAS_PLACE}`,
  ).get(sessionId, candidateId) as { id: string } | undefined
  return row?.id
}

export const isFull = (db: Cache, session: Session): boolean => takenSeats(db, session.id) >= session.seats

interface Wish {
  readonly session: Session
  readonly candidateId: string
  readonly exams: readonly string[]
  readonly mayOverride: boolean
  readonly now: Date
}

/** What stands against a registration, the gravest first. */
export function warningsFor(db: Cache, wish: Wish): readonly RegistrationWarning[] {
  const { session, candidateId, exams, mayOverride, now } = wish
  const warnings: RegistrationWarning[] = []
  if (findRegistered(db, session.id, candidateId)) warnings.push({ kind: 'already' })
  if (isFull(db, session)) warnings.push({ kind: 'full', seats: session.seats, mayOverride })
  const others = sessionsOf(db, candidateId).filter(
    (other) => other.session.id !== session.id && other.registration.status !== 'cancelled',
  )
  for (const { session: other, location } of others) {
    if (other.status !== 'planned' || !overlap(session, other)) continue
    warnings.push({ kind: 'sameHour', sessionId: other.id, startTime: other.startTime, location })
  }
  for (const missing of missingExams(db, candidateId, exams)) warnings.push({ kind: 'missingExam', ...missing })
  if (session.date < inBelgium(now).date) warnings.push({ kind: 'past' })
  const row = findRow(db, candidateId)
  const fields = row ? missingFields(fromRow(row).candidate) : []
  const incomplete = fields.filter((field) => field === 'email' || field === 'birthDate')
  if (incomplete.length > 0) warnings.push({ kind: 'incomplete', fields: incomplete })
  return warnings
}

/** Exams that need another one which he has neither passed nor is registered for. */
function missingExams(
  db: Cache,
  candidateId: string,
  exams: readonly string[],
): readonly { readonly exam: string; readonly requires: string }[] {
  const known = readCentre(db)?.exams ?? []
  const had = new Set<string>(exams)
  const results = prepare(db, 'select body from result where candidateId = ?').all(candidateId) as { body: string }[]
  for (const { body } of results) {
    const result = recordOf<'result'>(body)
    if (result.outcome === 'passed') had.add(result.exam)
  }
  for (const { registration } of sessionsOf(db, candidateId)) {
    if (registration.status !== 'cancelled') for (const exam of registration.exams) had.add(exam)
  }
  return exams.flatMap((exam) => {
    const requires = known.find(({ code }) => code === exam)?.requires ?? []
    return requires.filter((code) => !had.has(code)).map((code) => ({ exam, requires: code }))
  })
}

export const findSession = (db: Cache, id: string): Session | undefined => readRecord(db, 'session', id)

import type { DoorList, DoorRow, Elsewhere } from '../../shared/calls/checkIn.ts'
import type { SessionRow } from '../../shared/calls/session.ts'
import { type CheckIn, slotOf } from '../../shared/checkIn.ts'
import type { Operator } from '../../shared/operator.ts'
import { onlyAssigned } from '../../shared/rights.ts'
import { fold } from '../../shared/text.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { HAS_PLACE, listSessions, NAMES, readCentre, readSessionRow } from '../sessions/queries.ts'

/** Whether an operator may stand at this door: the office at any, a controller where he is assigned, on the day. */
export const mayStandAt = (operator: Operator, { session }: SessionRow, today: string): boolean =>
  !onlyAssigned(operator.roles) || (session.date === today && session.controllers.includes(operator.id))

/** Today's sessions that somebody may receive at. */
export function doorSessions(db: Cache, operator: Operator, now: Date): readonly SessionRow[] {
  const { date } = inBelgium(now)
  return listSessions(db, { from: date, to: date }).filter((row) => mayStandAt(operator, row, date))
}

/** Everybody expected at a session, by name, with what was noted at the door. */
export function readDoor(db: Cache, sessionId: string, now: Date): DoorList | undefined {
  const row = readSessionRow(db, sessionId)
  if (!row) return undefined
  const { session } = row
  const staff = readCentre(db)?.staff ?? []
  return {
    ...row,
    rows: doorRows(db, sessionId),
    controllers: session.controllers.map((id) => staff.find((one) => one.id === id)?.name ?? ''),
    ...unsent(db, sessionId),
    open: session.status === 'planned' && session.closedAt === null && session.date === inBelgium(now).date,
  }
}

interface RegistrationRow {
  readonly body: string
  readonly lastName: string | null
  readonly firstName: string | null
  readonly birthDate: string | null
}

function doorRows(db: Cache, sessionId: string): readonly DoorRow[] {
  const registered = prepare(
    db,
    `select r.body, ${NAMES}, c.birthDate from registration r
     left join candidate c on c.id = r.candidateId
     where r.sessionId = ? and ${HAS_PLACE} order by c.sortName, r.id`,
  ).all(sessionId) as RegistrationRow[]
  const marks = marksOf(db, sessionId)
  return registered.map((row) => {
    const registration = recordOf<'registration'>(row.body)
    const his = marks.filter(({ mark }) => mark.registrationId === registration.id)
    const standing = his.filter(({ mark }) => mark.stands && mark.undoneAt === null)
    const arrival = standing.find(({ mark }) => slotOf(mark.mark) === 'arrival')?.mark ?? null
    const departure = standing.find(({ mark }) => slotOf(mark.mark) === 'departure')?.mark ?? null
    return {
      registration,
      lastName: row.lastName ?? '',
      firstName: row.firstName ?? '',
      birthDate: row.birthDate,
      arrival,
      departure,
      mark: (departure ?? arrival)?.mark ?? null,
      others: his.map(({ mark }) => mark).filter((mark) => mark !== arrival && mark !== departure),
      waiting: his.some(({ waiting }) => waiting),
    }
  })
}

function marksOf(db: Cache, sessionId: string): readonly { readonly mark: CheckIn; readonly waiting: boolean }[] {
  const rows = prepare(
    db,
    'select body, base is not null as waiting from checkIn where sessionId = ? order by at, id',
  ).all(sessionId) as { body: string; waiting: number }[]
  return rows.map(({ body, waiting }) => ({ mark: recordOf<'checkIn'>(body), waiting: waiting === 1 }))
}

/** What of this session waits here, and the corrections of names that would miss its attestations. */
function unsent(db: Cache, sessionId: string): Pick<DoorList, 'unsent' | 'unsentNames'> {
  const acts = prepare(
    db,
    `select count(*) as n from change where status = 'pending' and (entityId = @id or body ->> '$.patch.sessionId' = @id)`,
  ).get({ id: sessionId }) as { n: number }
  const names = prepare(
    db,
    `select count(distinct change.entityId) as n from change join registration r on r.candidateId = change.entityId
     where r.sessionId = ? and r.status <> 'cancelled' and change.status = 'pending' and change.kind = 'candidate.edit'
       and (change.body ->> '$.patch.lastName' is not null or change.body ->> '$.patch.firstName' is not null)`,
  ).get(sessionId) as { n: number }
  return { unsent: acts.n, unsentNames: names.n }
}

const MOST_ELSEWHERE = 20
/** Whoever comes some days late had his place then; what lies further back explains nothing. */
const MISSED = 7

/**
 * People of this desk who are not on a session's list, by the words of a text, with where they are expected.
 *
 * Whoever is registered elsewhere comes first: that is why somebody stands at the wrong door.
 */
export function findElsewhere(db: Cache, sessionId: string, text: string, now: Date): readonly Elsewhere[] {
  const words = fold(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const today = inBelgium(now).date
  const centre = readCentre(db)
  const rows = prepare(
    db,
    `select c.id as candidateId, c.lastName, c.firstName, c.birthDate, c.language,
       (select json_array(s.date, s.startTime, s.locationId) from registration r join session s on s.id = r.sessionId
        where r.candidateId = c.id and r.status <> 'cancelled' and s.status = 'planned' and s.id <> @sessionId
          and s.date >= @since
        order by abs(julianday(s.date) - julianday(@today)), s.startTime limit 1) as place
     from candidate c
     where ${words.map((_, i) => `c.searchText like @word${i} escape '\\'`).join(' and ')}
       and not exists (select 1 from registration r
         where r.candidateId = c.id and r.sessionId = @sessionId and r.status <> 'cancelled')
     order by place is null, c.sortName limit ${MOST_ELSEWHERE}`,
  ).all({
    sessionId,
    today,
    since: addDays(today, -MISSED),
    ...Object.fromEntries(words.map((word, i) => [`word${i}`, `% ${word.replace(/[\\%_]/g, '\\$&')}%`])),
  }) as (Omit<Elsewhere, 'registered'> & { place: string | null })[]
  return rows.map(({ place, ...person }) => {
    if (place === null) return { ...person, registered: null }
    const [date, startTime, locationId] = JSON.parse(place) as [string, string, string]
    const location = centre?.locations.find(({ id }) => id === locationId)?.name ?? ''
    return { ...person, registered: { date, startTime, location } }
  })
}

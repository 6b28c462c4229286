import { waitingCreation } from '../../shared/calls/kept.ts'
import type { Incomplete, Today } from '../../shared/calls/today.ts'
import { onlyAssigned } from '../../shared/rights.ts'
import { ok } from '../../shared/result.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import { countAttestations } from '../attestations/queries.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import type { OpenHandlers } from '../calls.ts'
import { unadvised } from '../advice/handlers.ts'
import { countAsked } from '../corrections/queries.ts'
import { doorSessions } from '../checkIn/queries.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { listSessions } from '../sessions/queries.ts'
import { countOutbox } from '../sync/outbox.ts'

const AHEAD = 14
/** So many days before a session its candidates are to be reminded. */
const REMIND = 7
const BEHIND = 30
const MOST_INCOMPLETE = 50

export const todayHandlers: OpenHandlers<'today:read'> = {
  'today:read': (open) => ok(onlyAssigned(open.operator.roles) ? ownDay(open) : wholeDay(open)),
}

const nothing = {
  next: [],
  unclosed: [],
  toReview: 0,
  held: 0,
  unverified: 0,
  incomplete: [],
  incompleteTotal: 0,
  toConfirm: [],
  corrections: 0,
  unadvised: [],
  ready: 0,
  late: 0,
  awaited: 0,
} as const

/** What a controller sees of the day: the sessions assigned to him. */
const ownDay = ({ db, operator, now }: OpenDesk): Today => ({
  ...nothing,
  date: inBelgium(now()).date,
  sessions: doorSessions(db, operator, now()),
})

function wholeDay({ db, operator, now }: OpenDesk): Today {
  const { date } = inBelgium(now())
  const planned = listSessions(db, { from: addDays(date, -BEHIND), to: addDays(date, AHEAD) }).filter(
    ({ session }) => session.status === 'planned',
  )
  const { ready, late, awaited } = countAttestations(db, now())
  const incomplete = incompleteFrom(db, date)
  return {
    date,
    sessions: planned.filter(({ session }) => session.date === date),
    next: planned.filter(({ session }) => session.date > date).slice(0, 8),
    unclosed: planned.filter(({ session }) => session.date < date && session.closedAt === null),
    toReview: countOutbox(db).refused,
    held: countHeld(db),
    unverified: countUnverified(db, operator.id),
    incomplete: incomplete.slice(0, MOST_INCOMPLETE),
    incompleteTotal: incomplete.length,
    toConfirm: planned.filter(({ session, counts }) => session.date >= date && counts.toConfirm > 0),
    corrections: countAsked(db),
    unadvised: unadvised(db, date, addDays(date, REMIND)),
    ready,
    late,
    awaited,
  }
}

const countHeld = (db: Cache): number =>
  prepare(db, 'SELECT count(*) FROM hold WHERE decision IS NULL').pluck().get() as number

const countUnverified = (db: Cache, operatorId: string): number =>
  prepare(db, `SELECT count(*) FROM draft WHERE operatorId = ? AND key GLOB '${waitingCreation}*'`)
    .pluck()
    .get(operatorId) as number

/** People of the coming sessions whose record lacks what their mails and documents need, the nearest session first. */
function incompleteFrom(db: Cache, date: string): readonly Incomplete[] {
  const rows = prepare(
    db,
    `select c.id as candidateId, c.lastName, c.firstName, c.email, c.birthDate, min(s.date) as date, s.id as sessionId
     from session s join registration r on r.sessionId = s.id join candidate c on c.id = r.candidateId
     where s.date between ? and ? and s.status = 'planned' and r.status <> 'cancelled'
       and (c.email is null or c.birthDate is null)
     group by c.id order by 6, c.sortName`,
  ).all(date, addDays(date, AHEAD)) as (Omit<Incomplete, 'missing'> & {
    email: string | null
    birthDate: string | null
  })[]
  return rows.map(({ email, birthDate, ...row }) => ({
    ...row,
    missing: (['email', 'birthDate'] as const).filter((field) => ({ email, birthDate })[field] === null),
  }))
}

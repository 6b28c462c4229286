import type { SessionAdvice } from '../../shared/calls/advice.ts'
import { timeOf } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import type { OpenHandlers } from '../calls.ts'
import { perform } from '../sync/act.ts'

export const adviceHandlers: OpenHandlers<'advice:read' | 'advice:give'> = {
  'advice:read': ({ db }, { sessionId }) => ok(readAdvice(db, sessionId)),
  'advice:give': ({ db, act, operator, changed, sync }, { changeId, id, ...values }) => {
    const doing = act()
    const patch = { ...values, at: doing.actedAt }
    const shown = { actorName: operator.name, deskName: null }
    perform(db, doing, [{ id: changeId, kind: 'advice.give', entityId: id, patch, shown }])
    changed(['change', 'advice'])
    sync.nudge()
    return ok(null)
  },
}

interface Person {
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  readonly email: string | null
}

function readAdvice(db: Cache, sessionId: string): SessionAdvice {
  const bodies = prepare(db, 'SELECT body FROM advice WHERE sessionId = ? ORDER BY at DESC')
    .pluck()
    .all(sessionId) as string[]
  const given = bodies.map((body) => recordOf<'advice'>(body))
  const people = prepare(
    db,
    `SELECT r.id, c.lastName, c.firstName, c.email FROM registration r JOIN candidate c ON c.id = r.candidateId
     WHERE r.sessionId = ? AND r.status <> 'cancelled' ORDER BY c.sortName`,
  ).all(sessionId) as Person[]
  const last = given[0] ? new Date(given[0].at).getTime() : undefined
  return {
    given,
    // A registration is as old as its id.
    since: people
      .filter(({ id }) => last !== undefined && timeOf(id) > last)
      .map(({ lastName, firstName }) => ({ lastName, firstName })),
    withoutEmail: people.filter(({ email }) => email === null).length,
  }
}

/** The sessions between two days (`YYYY-MM-DD`) that somebody is registered for and nobody was reminded of, the first first. */
export const unadvised = (db: Cache, from: string, to: string): readonly string[] =>
  prepare(
    db,
    `SELECT s.id FROM session s WHERE s.date BETWEEN ? AND ? AND s.status = 'planned'
       AND EXISTS (SELECT 1 FROM registration r WHERE r.sessionId = s.id AND r.status <> 'cancelled')
       AND NOT EXISTS (SELECT 1 FROM advice a WHERE a.sessionId = s.id) ORDER BY s.date, s.startTime`,
  )
    .pluck()
    .all(from, to) as string[]

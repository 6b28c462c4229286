import type { Scanned } from '../../shared/calls/checkIn.ts'
import type { Operator } from '../../shared/operator.ts'
import { checkInTokens, isAttestationCode } from '../../shared/scan.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { findRegistered, NAMES, readSessionRow } from '../sessions/queries.ts'
import { mayStandAt } from './queries.ts'

interface Named {
  readonly body: string
  readonly lastName: string | null
  readonly firstName: string | null
}

/** SQL: the tokens, as one JSON text. */
const ASKED = '(select value from json_each(@tokens))'

/** The registrations that answer to one of these tokens, theirs or one of a registration that they took in. */
function findByToken(db: Cache, tokens: readonly string[]): readonly Named[] {
  const his = `select r.body, ${NAMES} from registration r left join candidate c on c.id = r.candidateId`
  return prepare(
    db,
    `${his} where r.body ->> '$.checkInToken' in ${ASKED}
     union ${his} where r.body ->> '$.formerTokens' is not null
       and exists (select 1 from json_each(r.body, '$.formerTokens') where value in ${ASKED})`,
  ).all({ tokens: JSON.stringify(tokens) }) as Named[]
}

/**
 * What was held up at the door of a session, or before one is chosen: from this desk alone, without a line.
 *
 * The code names a registration, and so a person: whoever has a place here is let in by it, also with the invitation to a
 * registration that was cancelled, moved or merged since.
 */
export function readScan(db: Cache, operator: Operator, sessionId: string | null, code: string, now: Date): Scanned {
  const tokens = checkInTokens(code)
  if (tokens.length === 0) return { kind: isAttestationCode(code) ? 'attestation' : 'unreadable' }
  const [found, ...others] = findByToken(db, tokens)
  if (others.length > 0) return { kind: 'unreadable' }
  const registration = found && recordOf<'registration'>(found.body)
  const here = registration && sessionId !== null && findRegistered(db, sessionId, registration.candidateId)
  if (here) return { kind: 'here', registrationId: here }
  const row = registration && readSessionRow(db, registration.sessionId)
  if (!row) return { kind: 'unknown' }
  const { session, location } = row
  const today = inBelgium(now).date
  const isOff = registration.status === 'cancelled' || session.status === 'cancelled'
  return {
    kind: isOff ? 'cancelled' : 'otherSession',
    registrationId: registration.id,
    lastName: found.lastName ?? '',
    firstName: found.firstName ?? '',
    sessionId: session.id,
    date: session.date,
    startTime: session.startTime,
    location,
    room: session.room,
    reason: registration.cancelReason ?? session.cancelReason,
    today: session.date === today,
    mayGo: !isOff && session.date === today && mayStandAt(operator, row, today),
  }
}

import { mostSheets, type PrintChoice, type PrintChoices, type SheetOrder } from '../../shared/calls/printBatch.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { instantOf } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'

// Sorted and counted from the indexes alone, like the list of attestations: bodies are long and encrypted.
const FROM = `from attestation a indexed by attestationState join session s indexed by sessionDate on s.id = a.sessionId
  left join candidate c on c.id = a.candidateId`
const COPIES = '(select count(*) from print p where p.documentId = a.id)'
const UNPRINTED = 'not exists (select 1 from print p where p.documentId = a.id)'

const ORDERS: Readonly<Record<SheetOrder, string>> = {
  name: 'sortName, examDate, documentId',
  session: 'examDate desc, session, sortName, documentId',
}

/** As many sessions as a list to choose from can hold. */
const SESSIONS = 100

/** The released attestations that a batch could take, and the sessions that they come from. */
export function choicesFor(
  db: Cache,
  { sessionId, releasedSince, onlyUnprinted, order }: HandlerArgs<'printBatch:choices'>,
): PrintChoices {
  const since = releasedSince === null ? null : instantOf(releasedSince, '00:00')
  const anySession = [
    `a.status = 'released'`,
    ...(onlyUnprinted ? [UNPRINTED] : []),
    // The day stands in the body alone; its own index finds the few that are that recent.
    ...(since === null
      ? []
      : [
          `a.id in (select r.id from attestation r where r.body ->> '$.releasedAt' >= @since and r.status = 'released')`,
        ]),
  ].join(' and ')
  const where = sessionId === null ? anySession : `${anySession} and a.sessionId = @sessionId`
  const values = { ...(since !== null && { since }), ...(sessionId !== null && { sessionId }) }
  const rows = prepare(
    db,
    `select documentId, a.number, lastName, firstName, a.body ->> '$.exam' as exam, examDate, copies from (
       select a.id as documentId, s.id as session, s.date as examDate, ifnull(c.lastName, '') as lastName,
         ifnull(c.firstName, '') as firstName, c.sortName, ${COPIES} as copies
       ${FROM} where ${where} order by ${ORDERS[order]} limit ${mostSheets})
     join attestation a on a.id = documentId order by ${ORDERS[order]}`,
  ).all(values) as PrintChoice[]
  const sessions = prepare(
    db,
    `select found.id, found.count, s.date, s.startTime, s.locationId from (
       select a.sessionId as id, s.date, count(*) as count ${FROM} where ${anySession}
       group by a.sessionId order by s.date desc, a.sessionId limit ${SESSIONS}) found
     join session s on s.id = found.id order by s.date desc, s.startTime desc, s.id`,
  ).all(since === null ? {} : { since }) as PrintChoices['sessions']
  const { total } = prepare(db, `select count(*) as total ${FROM} where ${where}`).get(values) as { total: number }
  return { rows, total, sessions }
}

import type { ExchangeLine, ExchangePage } from '../../shared/calls/sync.ts'
import type { Candidate } from '../../shared/candidate.ts'
import { type Change, kinds } from '../../shared/changes/change.ts'
import type { HistoryLine } from '../../shared/history.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { findRow } from '../candidates/queries.ts'
import type { Cache } from '../cache/open.ts'
import { readRecord, recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'
import { readCentre } from '../sessions/queries.ts'
import { sentChange } from './outbox.ts'
import { becameOf } from './redirect.ts'

const WHERE = {
  waiting: `status = 'pending'`,
  toReview: `status in ('conflict', 'rejected') and closedAt is null`,
  all: 'true',
} as const

type ChangeRow = Parameters<typeof sentChange>[0]

/** Everything this desk exchanged with central, as an operator reads it. */
export function listChanges(db: Cache, { only, offset, limit }: HandlerArgs<'change:list'>): ExchangePage {
  const order = only === 'waiting' ? 'asc' : 'desc'
  const rows = prepare(db, `select * from change where ${WHERE[only]} order by deskSeq ${order} limit ? offset ?`).all(
    limit,
    offset,
  ) as ChangeRow[]
  const counts = prepare(
    db,
    `select count(*) as "all", count(case when ${WHERE.waiting} then 1 end) as waiting,
       count(case when ${WHERE.toReview} then 1 end) as toReview from change`,
  ).get() as ExchangePage['counts']
  return { rows: rows.map((row) => toLine(db, row)), total: counts[only], counts }
}

function toLine(db: Cache, row: ChangeRow): ExchangeLine {
  const change: Change = JSON.parse(row.body)
  const about = aboutOf(db, change)
  const waitsFor = row.status === 'pending' ? (change.dependsOn ?? []).find((id) => isPending(db, id)) : undefined
  return {
    ...sentChange(row),
    patch: enteredIn(change),
    entityId: change.entityId,
    subject: subjectOf(db, change, about),
    ...about,
    // Somebody whose record is not here cannot be opened.
    candidateId: about.candidateId !== null && findRow(db, about.candidateId) ? about.candidateId : null,
    actorName: readCentre(db)?.staff.find(({ id }) => id === change.actor)?.name ?? '',
    sentAt: row.sentAt,
    closedAt: row.closedAt,
    waitsFor: waitsFor ?? null,
  }
}

/** What the operator entered: the fields of the row, and what he gave as a proof. */
function enteredIn(change: Change): ExchangeLine['patch'] {
  if (!('proof' in change) || !('reason' in change.proof)) return change.patch
  const { birthDate, reason } = change.proof
  return { ...change.patch, birthDate, reason }
}

const isPending = (db: Cache, id: string): boolean =>
  prepare(db, `select 1 from change where id = ? and status = 'pending'`).get(id) !== undefined

interface About {
  readonly candidateId: string | null
  readonly sessionId: string | null
}

/** Whom and which session a change is about, found through its patch or the row that it changed. */
function aboutOf(db: Cache, { kind, entityId, patch }: Change): About {
  const { entity } = kinds[kind]
  // A record that became another one is spoken of as that one.
  if (entity === 'candidate' || entity === 'hold')
    return { candidateId: becameOf(db, 'candidate', entityId), sessionId: null }
  if (entity === 'session') return { candidateId: null, sessionId: entityId }
  const row = readRecord(db, entity, entityId)
  const named = { ...row, ...patch } as { candidateId?: string | null; a?: string; sessionId?: string }
  const person = named.candidateId ?? named.a
  return {
    candidateId: person === undefined ? null : becameOf(db, 'candidate', person),
    sessionId: named.sessionId ?? null,
  }
}

function subjectOf(db: Cache, change: Change, { candidateId, sessionId }: About): string {
  const person = (candidateId === null ? undefined : findRow(db, candidateId)) ?? toldOf(db, change)
  if (person) return `${person.lastName.toLocaleUpperCase('fr')} ${person.firstName ?? ''}`.trim()
  const session = sessionId === null ? undefined : readRecord(db, 'session', sessionId)
  if (!session) return ''
  const location = readCentre(db)?.locations.find(({ id }) => id === session.locationId)?.name ?? ''
  return `${session.date.split('-').toReversed().join('/')} ${session.startTime} ${location}`
}

interface Told {
  readonly id: string
  readonly person?: Pick<Candidate, 'lastName' | 'firstName'>
}

/** How somebody is called whose record is not here: by the act itself, or by the registration until central has taken it. */
function toldOf(
  db: Cache,
  change: Change,
): { readonly lastName: string; readonly firstName: string | null } | undefined {
  if ('proof' in change && 'lastName' in change.proof) return change.proof
  if (change.kind !== 'registration.create') return undefined
  const row: Told | undefined = readRecord(db, 'registration', change.entityId)
  return row?.person
}

const MOST_HISTORY = 200

/** Who did what with a person or a session, on any desk of the centre, the newest first. */
export function readHistory(
  db: Cache,
  { candidateId, sessionId }: HandlerArgs<'history:read'>,
): readonly HistoryLine[] {
  const rows = prepare(
    db,
    `select body from history where (candidateId = @candidateId) or (sessionId = @sessionId)
     order by actedAt desc limit ${MOST_HISTORY}`,
  ).all({ candidateId, sessionId }) as { body: string }[]
  return rows.map(({ body }) => recordOf<'history'>(body))
}

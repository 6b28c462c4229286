import { type Candidate, missingFields } from '../../shared/candidate.ts'
import type { CandidateRecord, CandidateRow } from '../../shared/calls/candidate.ts'
import type { Cache } from '../cache/open.ts'
import { all, first, prepare, query } from '../cache/run.ts'
import { openChanges } from '../sync/outbox.ts'
import { candidateRank, isHeld, statuses, worst } from '../sync/recordStatus.ts'
import { readCodesMails } from './mails.ts'
import { type CandidateTableRow, fromRow } from './rows.ts'

const SHOWN = ['id', 'lastName', 'firstName', 'birthDate', 'language', 'email', 'login'] as const
type ShownRow = Omit<CandidateRow, 'status' | 'sharesEmail'> & { readonly rank: number; readonly shares: number }

const toListRow = ({ rank, shares, ...row }: ShownRow): CandidateRow => ({
  ...row,
  status: statuses[rank] ?? 'registered',
  sharesEmail: shares === 1,
})

/** The first screen of a list that nobody has narrowed yet, from the table itself: it needs no more than an index. */
export function firstRows(db: Cache, offset: number, limit: number): readonly CandidateRow[] {
  const ids = prepare(db, 'SELECT id FROM candidate ORDER BY sortName, id LIMIT ? OFFSET ?').pluck().all(limit, offset)
  return readRows(db, ids as string[])
}

/** How many records lack something; every record is read. */
export const countIncomplete = (db: Cache): number =>
  prepare(db, 'SELECT count(*) FROM candidate WHERE email IS NULL OR birthDate IS NULL').pluck().get() as number

/** These candidates, in this order, as the list shows them; who is gone is left out. */
export const readRows = (db: Cache, ids: readonly string[]): readonly CandidateRow[] =>
  (
    prepare(
      db,
      `SELECT ${SHOWN.map((column) => `candidate.${column}`).join(', ')}, ${candidateRank('candidate.id')} AS rank, ${SHARES} AS shares
       FROM json_each(?) wanted JOIN candidate ON candidate.id = wanted.value ORDER BY wanted.key`,
    ).all(JSON.stringify(ids)) as ShownRow[]
  ).map(toListRow)

const reviewed = query
  .selectFrom('change')
  .select('entityId as id')
  .where('status', 'in', ['conflict', 'rejected'])
  .where('closedAt', 'is', null)

const registeredFrom = (today: string) =>
  query
    .selectFrom('session')
    .innerJoin('registration', 'registration.sessionId', 'session.id')
    .select('registration.candidateId as id')
    .where('session.date', '>=', today)
    .where('session.status', '=', 'planned')
    .where('registration.status', '<>', 'cancelled')

/** Records with a refused or conflicting change that nobody has dealt with; ids of other nouns may stand among them. */
export const toReviewIds = (db: Cache): ReadonlySet<string> => new Set(all(db, reviewed).map(({ id }) => id))

/** Who is registered for a session of today or later. */
export const comingIds = (db: Cache, today: string): ReadonlySet<string> =>
  new Set(all(db, registeredFrom(today)).map(({ id }) => id))

export const countCandidates = (db: Cache): number =>
  first(
    db,
    query.selectFrom('candidate').select((e) => e.fn.countAll<number>().as('n')),
  )?.n ?? 0

export const findRow = (db: Cache, id: string): CandidateTableRow | undefined =>
  prepare(db, 'SELECT * FROM candidate WHERE id = ?').get(id) as CandidateTableRow | undefined

/** @param since accepted changes of before are history, and no longer shown with the record */
export function readCandidate(db: Cache, id: string, since: string): CandidateRecord | undefined {
  const row = findRow(db, id)
  if (!row) return undefined
  const candidate: Candidate = fromRow(row).candidate
  const changes = openChanges(db, id, since) as CandidateRecord['changes']
  const held =
    prepare(db, `SELECT ${isHeld('?')}`)
      .pluck()
      .get(id) === 1
  return {
    candidate,
    missing: missingFields(candidate),
    status: worst(changes, held),
    changes,
    codesMails: readCodesMails(db, id),
    sharedEmail: countSharing(db, candidate),
    formerly: formerlyOf(db, id),
    correctionAskedAt: openCorrection(db, id),
  }
}

/** When he asked for what nobody has answered; of a record that became this one too. */
const openCorrection = (db: Cache, id: string): string | null =>
  (prepare(
    db,
    `SELECT min(askedAt) FROM correction WHERE status = 'asked' AND (candidateId = @id
       OR candidateId IN (SELECT id FROM redirect WHERE entity = 'candidate' AND target = @id))`,
  )
    .pluck()
    .get({ id }) ?? null) as string | null

/** The records that have become this one (docs/protocol.md, D9). */
const formerlyOf = (db: Cache, id: string): readonly string[] =>
  prepare(db, `SELECT id FROM redirect WHERE entity = 'candidate' AND target = ? ORDER BY id`)
    .pluck()
    .all(id) as string[]

/** An address is no identity: couples and offices share one, and the screen says so. */
const SHARES = `EXISTS (SELECT 1 FROM candidate other WHERE other.email IS NOT NULL AND lower(other.email) = lower(candidate.email)
  AND other.id <> candidate.id)`

/** How many other records of this desk have this address. */
function countSharing(db: Cache, { id, email }: Candidate): number {
  if (email === null) return 0
  const counted = prepare(
    db,
    'SELECT count(*) AS n FROM candidate WHERE email IS NOT NULL AND lower(email) = lower(?) AND id <> ?',
  )
  return (counted.get(email, id) as { n: number }).n
}

import { sql } from 'kysely'
import { type Candidate, missingFields } from '../../shared/candidate.ts'
import type { CandidatePage, CandidateRecord, CandidateRow, RecordStatus } from '../../shared/calls/candidate.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { fold } from '../../shared/text.ts'
import type { Cache } from '../cache/open.ts'
import { all, first, prepare, query } from '../cache/run.ts'
import { openChanges } from '../sync/outbox.ts'
import { type CandidateTableRow, fromRow } from './rows.ts'

const ESCAPED = /[\\%_]/g
/** A date as people type it; the cache keeps it the other way round. */
const TYPED_DATE = /\b(\d{2})[/.](\d{2})[/.](\d{4})\b/g

type CandidateSearch = HandlerArgs<'candidate:search'>

/** The candidates whose name, login, e-mail or birth date holds every word of the text, in the order of their names. */
export function searchCandidates(db: Cache, { text, only, offset, limit }: CandidateSearch): CandidatePage {
  const words = fold(text.replace(TYPED_DATE, '$3-$2-$1'))
    .split(' ')
    .filter((word) => word !== '')
  const found = words.reduce(
    (rows, word) => rows.where(sql<boolean>`"searchText" like ${`%${word.replace(ESCAPED, '\\$&')}%`} escape '\\'`),
    only === 'all' ? query.selectFrom('candidate') : query.selectFrom('candidate').where('id', 'in', toReview),
  )
  const rows = all(
    db,
    found
      .select(['id', 'lastName', 'firstName', 'birthDate', 'language', 'email', 'login'])
      .select(statusRank.as('rank'))
      .orderBy('sortName')
      .orderBy('id')
      .limit(limit)
      .offset(offset),
  )
  const everyone = countCandidates(db)
  return {
    rows: rows.map(({ rank, ...row }): CandidateRow => ({ ...row, status: statuses[rank] ?? 'registered' })),
    total:
      words.length === 0 && only === 'all'
        ? everyone
        : (first(
            db,
            found.select((e) => e.fn.countAll<number>().as('n')),
          )?.n ?? 0),
    all: everyone,
  }
}

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
  const changes = openChanges(db, id, since)
  const rank = Math.max(0, ...changes.map((change) => statuses.indexOf(statusOf[change.status])))
  return { candidate, missing: missingFields(candidate), status: statuses[rank] ?? 'registered', changes }
}

const toReview = query
  .selectFrom('change')
  .select('entityId')
  .where('status', 'in', ['conflict', 'rejected'])
  .where('closedAt', 'is', null)

// The same ranking twice: once for a record that is read whole, once for a list, where SQL does it row by row.
const statuses: readonly RecordStatus[] = ['registered', 'waiting', 'conflict', 'refused']
const statusOf = { accepted: 'registered', pending: 'waiting', conflict: 'conflict', rejected: 'refused' } as const
const statusRank = sql<number>`coalesce((
  select max(case status when 'rejected' then 3 when 'conflict' then 2 when 'pending' then 1 else 0 end)
  from change where change."entityId" = candidate.id and change."closedAt" is null), 0)`

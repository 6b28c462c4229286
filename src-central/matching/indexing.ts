import { sql } from 'kysely'
import type { CandidateValues } from '../../shared/candidate.ts'
import { keysOf, keysVersion, trigramsOf } from '../../shared/matching/keys.ts'
import { createNameReader } from '../../shared/matching/name.ts'
import { prepare } from '../../shared/matching/person.ts'
import { hashOf } from '../../shared/matching/postings.ts'
import type { CentralDb } from '../database/open.ts'
import { countedAtOnce, countedByNight, refreshCounts } from './counts.ts'

const SLICE = 5_000
/** From so many on, when they are most of all, an index is made faster from all than from one after the other. */
const MANY = 2_000
/** Counts and lists are made anew at once when one in so many people is new. */
const SHARE_COUNTED = 10

/** What people are found by. To be called in the transaction that made or changed them; where nothing changed, nothing happens. */
export const indexPeople = (db: CentralDb, ids: readonly string[]): Promise<void> =>
  inTransaction(db, async (db) => {
    await indexSlice(db, await lockDue(db, NOBODY, ids), false)
  })

/** Nobody is missing: what comes before every search. */
export async function ensureIndexed(db: CentralDb): Promise<void> {
  const due = await db.selectFrom('matchingDue').select('candidateId').limit(1).executeTakeFirst()
  if (due) await inTransaction(db, (db) => indexDue(db, false))
}

/**
 * Brings everybody up to date, also whom no trigger told of: when central starts and after a load.
 *
 * All in one transaction, so that nobody is judged on half of the people; when nearly all are new, searches wait for it.
 * @returns how many people were read
 */
export const indexOutdated = (db: CentralDb): Promise<number> =>
  inTransaction(db, async (db) => {
    await sql`
      insert into "matchingDue"
      select id from candidate left join matching on "candidateId" = id
      where "keysVersion" is distinct from ${keysVersion}
      on conflict do nothing`.execute(db)
    const due = await count(db, 'matchingDue')
    if (due === 0) return 0
    const known = await count(db, 'matching')
    const anew = due > MANY && due * 2 > known
    if (anew) await sql`drop index "matchingKeys"`.execute(db)
    const many = due * SHARE_COUNTED > known
    await indexDue(db, many)
    if (anew) {
      await sql`set local maintenance_work_mem = '256MB'`.execute(db)
      await sql`create index "matchingKeys" on matching using gin (keys) with (fastupdate = off)`.execute(db)
    }
    if (many) await refreshCounts(db)
    return due
  })

const inTransaction = <T>(db: CentralDb, work: (db: CentralDb) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

async function count(db: CentralDb, table: 'matching' | 'matchingDue'): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function indexDue(db: CentralDb, listed: boolean): Promise<void> {
  let last: string | undefined = NOBODY
  while (last !== undefined) {
    const ids = await lockDue(db, last)
    await indexSlice(db, ids, listed)
    last = ids.at(-1)
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The next ones, in the order of their ids, so that two who work on the same people take turns. */
async function lockDue(db: CentralDb, after: string, among?: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('matchingDue')
    .select('candidateId')
    .where('candidateId', '>', after)
    .$if(among !== undefined, (query) => query.where(sql<boolean>`"candidateId" = any(${among ?? []}::uuid[])`))
    .orderBy('candidateId')
    .limit(SLICE)
    .forUpdate()
    .execute()
  return rows.map(({ candidateId }) => candidateId)
}

/** @param listed they are being listed in this transaction */
async function indexSlice(db: CentralDb, ids: readonly string[], listed: boolean): Promise<void> {
  if (ids.length === 0) return
  const those = (column: 'id' | 'candidateId') => sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`
  // In a statement of its own: whoever held one of them has changed the person until now.
  const people = await db
    .selectFrom('candidate')
    .select(['id', 'lastName', 'firstName', 'birthDate', 'email', 'phone'])
    .where(those('id'))
    .execute()
  await db.deleteFrom('matching').where(those('candidateId')).execute()
  const names = createNameReader()
  const rows = people.map((person) => rowOf(person, names))
  const all = (column: keyof Row) => sql`${rows.map((row) => row[column])}::text[]`
  await sql`
    insert into matching ("candidateId", "keysVersion", keys, trigrams, counted, listed)
    select id::uuid, ${keysVersion}, keys::int[], trigrams::int[], counted::int[], ${listed}
    from unnest(${all('id')}, ${all('keys')}, ${all('trigrams')}, ${all('counted')}) as made(id, keys, trigrams, counted)
  `.execute(db)
  await db.deleteFrom('matchingDue').where(those('candidateId')).execute()
}

type Compared = Pick<CandidateValues, 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone'>

/** The columns as PostgreSQL writes arrays: it takes a thousand such texts faster than a thousand arrays. */
interface Row {
  readonly id: string
  readonly keys: string
  readonly trigrams: string
  readonly counted: string
}

function rowOf({ id, ...values }: Compared & { readonly id: string }, names: ReturnType<typeof createNameReader>): Row {
  const person = prepare(values, names)
  return {
    id,
    keys: written([...keysOf(person).map(hashOf), ...countedAtOnce(person)]),
    trigrams: written(trigramsOf(person).map(hashOf)),
    counted: written(countedByNight(person)),
  }
}

const written = (hashes: readonly number[]): string => `{${[...new Set(hashes)].join(',')}}`

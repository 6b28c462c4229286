import { sql } from 'kysely'
import { type Frequencies, textOf } from '../../shared/matching/frequencies.ts'
import type { PersonField, Prepared } from '../../shared/matching/person.ts'
import { hashOf, MOST_COLLECTED } from '../../shared/matching/postings.ts'
import type { CentralDb } from '../database/open.ts'

/** How common a name or a day is changes slowly: counted by night, and of no use below this. */
const byNight = ['lastName', 'firstName', 'birthDate'] as const
const FEWEST = 3

/** Of an e-mail or a phone one bearer more or less matters: kept among the keys, counted when somebody asks. */
const atOnce = ['email', 'phone'] as const
const isAtOnce = (field: PersonField): boolean => field === 'email' || field === 'phone'

const hashOfValue = (field: PersonField, text: string): number => hashOf(`${field} ${text}`)

const hashesOf = (person: Prepared, fields: readonly PersonField[]): readonly number[] =>
  fields.flatMap((field) => {
    const text = textOf(person, field)
    return text === undefined ? [] : [hashOfValue(field, text)]
  })

export const countedByNight = (person: Prepared): readonly number[] => hashesOf(person, byNight)
export const countedAtOnce = (person: Prepared): readonly number[] => hashesOf(person, atOnce)

/** So many entries of trigrams are read in one search: a longer list is never followed, and not kept. */
export const MOST_TRIGRAM_ENTRIES = 8_000

/**
 * Counts and lists who has what, for all people at once: by night and after a load, never while somebody is created, where
 * every creation would wait for the last one at the row of "Peeters".
 */
export async function refreshCounts(db: CentralDb): Promise<void> {
  const inTransaction = async (db: CentralDb) => {
    // Another central on the same database waits, and who searches sees what was before.
    await sql`lock table "matchingCount" in share row exclusive mode`.execute(db)
    await sql`set local work_mem = '256MB'`.execute(db)
    await db.deleteFrom('matchingCount').execute()
    await sql`
      insert into "matchingCount" (kind, hash, n)
      select 'people', 0, count(*) from matching
      union all
      select 'key', hash, count(*) from matching, unnest(keys) as hash group by hash having count(*) >= ${MOST_COLLECTED}
      union all
      select 'value', hash, count(*) from matching, unnest(counted) as hash group by hash having count(*) >= ${FEWEST}
    `.execute(db)
    await db.deleteFrom('matchingList').execute()
    // Before they are listed: who comes in between is found twice, and nobody not at all.
    await db.updateTable('matching').set({ listed: true }).where('listed', '=', false).execute()
    await sql`
      insert into "matchingList" (hash, n, people)
      select hash, cardinality(people), case when cardinality(people) <= ${MOST_TRIGRAM_ENTRIES} then people else '{}' end
      from (select hash, array_agg(number) as people from matching, unnest(trigrams) as hash group by hash) list
    `.execute(db)
  }
  await (db.isTransaction ? inTransaction(db) : db.transaction().execute(inTransaction))
}

/** Up to so many people are counted anew each time: a central that began today has no counts of last night. */
const FEW = 10_000

/** How many people there are, as far as the weights need it. */
export async function countPeople(db: CentralDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select case when night.n >= ${FEW} then night.n
      else (select count(*)::int from (select from matching limit ${FEW}) few) end as n
    from (select (select n from "matchingCount" where kind = 'people')) night`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * How often the values occur that the weights ask for, read in one query.
 * @param weighAll weighs whoever will be weighed; what it is answered the first time means nothing
 */
export async function loadFrequencies(
  db: CentralDb,
  records: number,
  weighAll: (frequencies: Frequencies) => void,
): Promise<Frequencies> {
  const asked = { byNight: new Set<number>(), atOnce: new Set<number>() }
  weighAll({
    records,
    count(field, text) {
      asked[isAtOnce(field) ? 'atOnce' : 'byNight'].add(hashOfValue(field, text))
      return 0
    },
  })
  const { rows } = await sql<{ hash: number; n: number }>`
    select hash, n from "matchingCount" where kind = 'value' and hash = any(${[...asked.byNight]}::int[])
    union all
    select hash, coalesce(
      nullif((select count(*)::int from "peopleByKey"(hash, ${MOST_COLLECTED})), ${MOST_COLLECTED}),
      (select n from "matchingCount" where kind = 'key' and "matchingCount".hash = asked.hash),
      ${MOST_COLLECTED})
    from unnest(${[...asked.atOnce]}::int[]) as asked(hash)`.execute(db)
  const counts = new Map(rows.map(({ hash, n }) => [hash, n]))
  return { records, count: (field, text) => counts.get(hashOfValue(field, text)) ?? 0 }
}

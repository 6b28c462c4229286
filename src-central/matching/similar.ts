import { sql } from 'kysely'
import type { Candidate } from '../../shared/candidate.ts'
import { criteriaOf, keysOf, trigramsOf } from '../../shared/matching/keys.ts'
import { type Person, prepare, type Prepared } from '../../shared/matching/person.ts'
import { hashOf, MOST_COLLECTED } from '../../shared/matching/postings.ts'
import { compare, type Match, verdictOf, weigh } from '../../shared/matching/score.ts'
import type { CentralDb } from '../database/open.ts'
import { countPeople, loadFrequencies, MOST_TRIGRAM_ENTRIES } from './counts.ts'
import { ensureIndexed } from './indexing.ts'

/** Somebody whom central knows and who may be the person that was asked for. */
export interface Similar {
  readonly candidate: Pick<
    Candidate,
    'id' | 'login' | 'lastName' | 'firstName' | 'birthDate' | 'email' | 'phone' | 'language'
  >
  readonly match: Match
}

export interface SimilarOptions {
  readonly limit?: number
  /** Who is not meant: the person himself, when he has a record. */
  readonly except?: readonly string[]
}

// The bounds of shared/matching/finder.ts.
const MOST_BY_KEYS = 25
const MOST_BY_TRIGRAMS = 10

/**
 * Who may be this person among all of central's, the likeliest first; nobody without criteria.
 *
 * The same as the finder in memory (shared/matching/finder.ts): only looking up is done by the database, and costs the
 * same for a thousand people and for a million; judging is `compare`.
 */
export async function findSimilar(
  db: CentralDb,
  person: Person,
  { limit = 10, except = [] }: SimilarOptions = {},
): Promise<readonly Similar[]> {
  const asked = prepare(person)
  if (!criteriaOf(asked)) return []
  await ensureIndexed(db)
  const people = await countPeople(db)
  const found = (await lookUp(db, asked, people, except)).map((candidate) => ({ candidate, other: prepare(candidate) }))
  const frequencies = await loadFrequencies(db, people, (frequencies) => {
    for (const { other } of found) weigh(asked, other, frequencies)
  })
  return found
    .map(({ candidate, other }) => ({ candidate, other, weight: weigh(asked, other, frequencies) }))
    .filter(({ weight }) => verdictOf(weight) !== 'none')
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ candidate, other }) => ({ candidate, match: compare(asked, other, frequencies) }))
}

/**
 * The people who have the most and the rarest in common with him, by keys and by trigrams: each finds people whom the
 * other misses.
 *
 * A key that many have is not followed; of the trigrams, from the rarest on, so many that their lists have 8,000 entries.
 * Whoever came or changed since the lists were made is looked up beside them, 400 for each trigram and no more.
 */
async function lookUp(
  db: CentralDb,
  asked: Prepared,
  people: number,
  except: readonly string[],
): Promise<readonly Similar['candidate'][]> {
  const keys = keysOf(asked).map(hashOf)
  const trigrams = trigramsOf(asked).map(hashOf)
  const { rows } = await sql<Similar['candidate']>`
    with "notMeant" as (select number from matching where "candidateId" = any(${except}::uuid[])),
    "byKey" as (
      select number from (
        select number, count(*) over (partition by hash) as length
        from unnest(${keys}::int[]) as asked(hash) cross join lateral "peopleByKey"(hash, ${MOST_COLLECTED}) as number
        where not exists (
          select from "matchingCount" counted where kind = 'key' and counted.hash = asked.hash)) followed
      where length < ${MOST_COLLECTED} and number not in (select number from "notMeant")
      group by number order by sum(ln(1 + ${people}::float8 / length)) desc, number limit ${MOST_BY_KEYS}),
    rarest as materialized (
      select hash, ln(1 + ${people}::float8 / greatest(n, 1)) as worth
      from (
        select asked.hash, n, sum(n) over (order by n nulls first, hash) as "upTo"
        from unnest(${trigrams}::int[]) as asked(hash) left join "matchingList" using (hash)) list
      where coalesce("upTo", 0) <= ${MOST_TRIGRAM_ENTRIES}),
    "byTrigram" as (
      select number from (
        select number, worth from rarest join "matchingList" using (hash) cross join lateral unnest(people) as number
        union all
        select number, worth from rarest cross join lateral "peopleByTrigram"(hash, ${MOST_COLLECTED}) as number) entry
      where number not in (select number from "notMeant")
      group by number order by sum(worth) desc, number limit ${MOST_BY_TRIGRAMS})
    select id, login, "lastName", "firstName", "birthDate", email, phone, language
    from matching join candidate on id = "candidateId"
    where number in (select number from "byKey" union select number from "byTrigram") and "mergedInto" is null
  `.execute(db)
  return rows
}

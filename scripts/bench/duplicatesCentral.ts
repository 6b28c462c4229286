import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '../../shared/ids.ts'
import { insertMany } from '../../src-central/database/insertMany.ts'
import { type CentralDb, openDatabase } from '../../src-central/database/open.ts'
import { type Chance, chance } from '../../src-central/demo/random.ts'
import { refreshCounts } from '../../src-central/matching/counts.ts'
import { indexOutdated, indexPeople } from '../../src-central/matching/indexing.ts'
import { findSimilar } from '../../src-central/matching/similar.ts'
import { startServer } from '../../test/helpers/postgresServer.ts'
import { personErrors } from '../matching/population/errors/errors.ts'
import type { Inhabitant, Person } from '../matching/population/person.ts'
import { population } from '../matching/population/population.ts'
import { median, print } from './report.ts'

// Central's check for duplicates, find and judge, on a PostgreSQL server, beside pg_trgm, which only finds, by the names
// alone: the ten most similar ones through its own index. Usage: node scripts/bench/duplicatesCentral.ts [size …]
const seed = 20_261_122
const rounds = 5
const questionsPerRound = 40
const SHOWN = 10
/** Of the peer's time, where its own grows with the people: from a million on. */
const limit = { trigrams: 1 / 4, from: 1_000_000 }
/** As many people are made at a time, so that a million need no more memory than these. */
const PART = 50_000

interface Asked {
  readonly id: string
  readonly person: Person
}

/** People who are known, as somebody else typed them. */
function questions(
  inhabitants: readonly (Inhabitant & { readonly known: string })[],
  random: Chance,
): readonly Asked[] {
  return Array.from({ length: questionsPerRound }, () => {
    for (;;) {
      const of = random.pick(inhabitants)
      const person = random.pick(personErrors).apply(of.person, random, of)
      if (person) return { id: of.known, person }
    }
  })
}

/** Fills central's table, and answers some of the people, from all parts of it. */
async function fill(db: CentralDb, size: number) {
  const some: (Inhabitant & { readonly known: string })[] = []
  const every = Math.max(1, Math.floor(size / 20_000))
  for (let from = 0; from < size; from += PART) {
    const inhabitants = population(Math.min(PART, size - from), seed + from)
    const rows = inhabitants.map(({ person }, at) => ({
      id: uuidv7(Date.now(), randomBytes(10)),
      login: `B${from + at}`,
      ...person,
      language: 'nl',
      version: 0,
      fieldVersions: {},
      extra: {},
    }))
    await insertMany(db, 'candidate', rows)
    for (const [at, of] of inhabitants.entries()) {
      if (at % every === 0) some.push({ ...of, known: rows[at]?.id ?? '' })
    }
  }
  return some
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

const sizeOf = async (db: CentralDb, table: string): Promise<string> => {
  const { rows } = await sql<{ mb: number }>`select (pg_total_relation_size(${table}) / 1e6)::int as mb`.execute(db)
  return `${rows[0]?.mb ?? 0} MB`
}

const byTrigrams = async (db: CentralDb, { lastName, firstName }: Person): Promise<readonly string[]> => {
  const name = `${lastName} ${firstName}`
  const { rows } = await sql<{ id: string }>`
    select id from peer where name % ${name} order by similarity(name, ${name}) desc limit ${SHOWN}`.execute(db)
  return rows.map(({ id }) => id)
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const inMs = (ms: number): string => `${ms.toFixed(1)} ms`
const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

async function measure(db: CentralDb, size: number): Promise<boolean> {
  console.log(`\n${size.toLocaleString('en')} people`)
  const inhabitants = await fill(db, size)
  const built = await timed(() => indexOutdated(db))
  const counted = await timed(() => refreshCounts(db))
  await sql`analyze`.execute(db)
  const peer = await timed(async () => {
    await sql`create table peer as select id, "lastName" || ' ' || "firstName" as name from candidate`.execute(db)
    await sql`create index "peerName" on peer using gin (name gin_trgm_ops)`.execute(db)
    await sql`analyze peer`.execute(db)
  })
  console.log(
    `built in ${inSeconds(built.ms)}, counting by night ${inSeconds(counted.ms)}, ` +
      `${await sizeOf(db, 'matching')}, lists and counts ${await sizeOf(db, '"matchingList"')} and ` +
      `${await sizeOf(db, '"matchingCount"')}; ` +
      `pg_trgm: ${inSeconds(peer.ms)}, ${await sizeOf(db, 'peer')}; the people themselves ${await sizeOf(db, 'candidate')}`,
  )
  const random = chance(seed + size)
  const times = { ours: [] as number[], theirs: [] as number[], edit: [] as number[] }
  const found = { ours: 0, theirs: 0 }
  for (const { person } of questions(inhabitants, random)) await findSimilar(db, person, { limit: SHOWN })
  for (let round = 0; round < rounds; round += 1) {
    for (const { id, person } of questions(inhabitants, random)) {
      const ours = await timed(() => findSimilar(db, person, { limit: SHOWN }))
      const theirs = await timed(() => byTrigrams(db, person))
      times.ours.push(ours.ms)
      times.theirs.push(theirs.ms)
      if (ours.value.some(({ candidate }) => candidate.id === id)) found.ours += 1
      if (theirs.value.includes(id)) found.theirs += 1
      const edit = await timed(async () => {
        await sql`update candidate set phone = '0470 00 00 00' where id = ${id}`.execute(db)
        await indexPeople(db, [id])
      })
      times.edit.push(edit.ms)
    }
  }
  const asked = rounds * questionsPerRound
  console.log(
    `found: ${found.ours} of ${asked}, pg_trgm ${found.theirs}; an edit with its keys: median ${inMs(median(times.edit))}`,
  )
  return print(
    ([0.5, 0.95] as const).map((share) => {
      const [ours, theirs] = [quantile(times.ours, share), quantile(times.theirs, share)]
      return {
        what: `check, p${share * 100} of ${asked}`,
        ours: inMs(ours),
        beside: `pg_trgm by name alone: ${inMs(theirs)}`,
        ratio: ours / theirs,
        ...(share === 0.95 && size >= limit.from ? { atMost: limit.trigrams } : {}),
      }
    }),
  )
}

const sizes = process.argv.slice(2).map(Number)
const server = await startServer()
try {
  const reached: boolean[] = []
  for (const size of sizes.length > 0 ? sizes : [100_000]) {
    const url = new URL(server.address)
    const admin = await openDatabase({ server: url.href })
    const name = `bench_${size}`
    await sql`create database ${sql.raw(name)}`.execute(admin)
    await admin.destroy()
    url.pathname = `/${name}`
    const db = await openDatabase({ server: url.href })
    await sql`create extension pg_trgm`.execute(db)
    reached.push(await measure(db, size))
    await db.destroy()
  }
  if (reached.includes(false)) process.exitCode = 1
} finally {
  await server.stop()
}

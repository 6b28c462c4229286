import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { calls } from '../../shared/ipc.ts'
import { type Chance, chance, idMaker } from '../../src-central/demo/random.ts'
import { type Person, peopleMaker, type Region } from '../../src-central/demo/people.ts'
import { type Cache, createCache } from '../../src-main/cache/open.ts'
import { readQuery } from '../../shared/search.ts'
import { searchOf } from '../../src-main/candidates/search.ts'
import { candidateStore } from '../../src-main/candidates/store.ts'

// The search of the desk while somebody types, beside a reading of the same encrypted table with LIKE.
// Usage: node scripts/bench/search.ts [size …]
const today = '2026-11-21'
const now = new Date(`${today}T10:00:00Z`)
const regions: readonly Region[] = ['wallonia', 'flanders', 'brussels', 'east']
const rounds = 5
/** Milliseconds, at 100,000 records. */
const limit = { p95: 16, block: 50 }

const syllables =
  'ver van ter hou ber sta mel ke ra du bo is li que mar ten ghe lin ro za wi pou sel dre ma co fi sna'.split(' ')

/** The demo world has some hundreds of families; a real centre has nearly as many as people. */
const rareName = (random: Chance): string => {
  const name = Array.from({ length: random.between(3, 4) }, () => random.pick(syllables)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function makePeople(size: number): readonly Person[] {
  const random = chance(20_261_121)
  const maker = peopleMaker({ random, newId: idMaker(random, Date.parse('2025-01-01')), today })
  const people = regions.flatMap((region) => maker.people(region, Math.ceil(size / regions.length)))
  return people
    .slice(0, size)
    .map((person) => (random.happens(0.3) ? { ...person, lastName: rareName(random) } : person))
}

function fill(db: Cache, people: readonly Person[]): void {
  db.transaction(() => {
    for (const { extra, ...person } of people) candidateStore.write(db, { ...extra, ...person }, undefined)
  })()
}

/** One slip in the middle of a name: two letters that change places, or one left out. */
function misspell(random: Chance, name: string): string {
  const at = random.between(1, Math.max(1, name.length - 3))
  const [a = '', b = ''] = [name[at], name[at + 1]]
  return name.slice(0, at) + (random.happens(0.5) && a !== b ? b + a : b) + name.slice(at + 2)
}

/** What people type, by kind. */
function questions(people: readonly Person[]): Readonly<Record<string, readonly string[]>> {
  const random = chance(7)
  const some = Array.from({ length: 60 }, () => random.pick(people))
  return {
    'as typed': some.slice(0, 20).flatMap(({ lastName, firstName }) => {
      const whole = `${lastName} ${firstName}`
      return Array.from({ length: Math.min(whole.length, 12) }, (_, letters) => whole.slice(0, letters + 1))
    }),
    glued: some.map(({ lastName, firstName }) => `${firstName} ${lastName.replaceAll(' ', '')}`),
    'login, mail, date': some.flatMap(({ login, email, birthDate }) => [
      login ?? '',
      email ?? '',
      birthDate?.split('-').toReversed().join('/') ?? '',
    ]),
    misspelt: some.map(({ lastName, firstName }) => `${misspell(random, lastName)} ${firstName}`),
    'nobody at all': some.map(({ lastName }) => `${lastName.split('').toReversed().join('')} xylophone`),
  }
}

/** A page and its total, read from the table. */
function like(db: Cache, text: string): void {
  const { terms } = readQuery(text)
  const where = ['true', ...terms.map(() => 'searchText LIKE ?')].join(' AND ')
  const values = terms.map((term) => `%${term}%`)
  db.prepare(`SELECT * FROM candidate WHERE ${where} ORDER BY sortName, id LIMIT 100`).all(values)
  db.prepare(`SELECT count(*) FROM candidate WHERE ${where}`).get(values)
}

const at = (share: number, times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
const show = (ms: number): string => ms.toFixed(2).padStart(8)

async function measure(size: number): Promise<boolean> {
  const people = makePeople(size)
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  const db = createCache(join(folder, 'cache.db'), randomBytes(32))
  let good = true
  try {
    fill(db, people)
    const ask = (text: string, more: object = {}) =>
      calls['candidate:search'].args.parse({ text, offset: 0, limit: 100, ...more })
    const search = searchOf(db)

    const delay = monitorEventLoopDelay({ resolution: 1 })
    const before = process.memoryUsage()
    const start = performance.now()
    delay.enable()
    await search.answer(ask('', { sort: 'login' }), now)
    delay.disable()
    const built = performance.now() - start
    const after = process.memoryUsage()
    const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6
    console.log(
      `\n${size.toLocaleString('en')} records: in memory after ${built.toFixed(0)} ms, longest block ${(delay.max / 1e6).toFixed(1)} ms, ${grown.toFixed(0)} MB`,
    )
    good &&= delay.max / 1e6 <= limit.block

    console.log('                        p50 ms   p95 ms   max ms | LIKE p50      p95 | ratio of p95')
    const all: number[] = []
    for (const [kind, texts] of Object.entries(questions(people))) {
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        for (const text of texts) {
          const begin = performance.now()
          await search.answer(ask(text), now)
          const middle = performance.now()
          if (round === 0 && ours.length % 8 === 0) {
            like(db, text)
            theirs.push(performance.now() - middle)
          }
          ours.push(middle - begin)
        }
      }
      all.push(...ours)
      const [p95, slow] = [at(0.95, ours), at(0.95, theirs)]
      console.log(
        `${kind.padEnd(20)} ${show(at(0.5, ours))} ${show(p95)} ${show(at(1, ours))} | ${show(at(0.5, theirs))} ${show(slow)} | ${(p95 / slow).toFixed(2)}`,
      )
      good &&= size < 100_000 || p95 <= limit.p95
    }
    console.log(`${'everything'.padEnd(20)} ${show(at(0.5, all))} ${show(at(0.95, all))} ${show(at(1, all))}`)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return good
}

const sizes = process.argv.slice(2).map(Number)
let good = true
for (const size of sizes.length > 0 ? sizes : [20_000, 100_000]) good = (await measure(size)) && good
console.log(
  good
    ? '\nWithin the limits.'
    : `\nOver the limits: p95 ${limit.p95} ms at 100,000, no block longer than ${limit.block} ms.`,
)
if (!good) process.exitCode = 1

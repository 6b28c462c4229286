import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { createFinder } from '../../shared/matching/finder.ts'
import { type Chance, chance } from '../../src-central/demo/random.ts'
import { personErrors } from '../matching/population/errors/errors.ts'
import type { Inhabitant, Person } from '../matching/population/person.ts'
import { population } from '../matching/population/population.ts'
import { median, print } from './report.ts'

// A complete check for duplicates, find and score, beside two ways to look everybody up: FTS5 asked for any trigram of the
// names, and Levenshtein against every name. The peers only find, by the names alone, and judge nobody.
// Usage: node scripts/bench/duplicates.ts [size …]
const seed = 20_261_122
const rounds = 5
/** A round of all names takes seconds a question among a million. */
const questionsPerRound = (people: number): number => (people > 500_000 ? 12 : 40)
const limit = { trigrams: 1 / 20, levenshtein: 1 / 10 }
const SHOWN = 10
/** How long the desk adds people at a time before it lets the window answer. */
const SLICE_MS = 4

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

interface Peer {
  readonly name: string
  readonly find: (person: Person) => readonly number[]
}

const nameOf = ({ lastName, firstName }: Person): string => `${lastName} ${firstName}`.toLowerCase()

/** FTS5 in memory, which keeps no text: every trigram may match, the ten best by bm25. */
function trigrams(people: readonly Person[]): Peer & { readonly close: () => void } {
  const db = new Database(':memory:')
  db.exec("CREATE VIRTUAL TABLE person USING fts5(name, content='', tokenize='trigram')")
  const insert = db.prepare('INSERT INTO person(rowid, name) VALUES (?, ?)')
  db.transaction(() => {
    for (const [number, person] of people.entries()) insert.run(number + 1, nameOf(person))
  })()
  db.exec("INSERT INTO person(person) VALUES ('optimize')")
  const select = db
    .prepare(`SELECT rowid FROM person WHERE person MATCH ? ORDER BY bm25(person) LIMIT ${SHOWN}`)
    .pluck()
  return {
    name: 'FTS5, all trigrams',
    find: (person) => {
      const name = nameOf(person)
      const terms = Array.from({ length: Math.max(0, name.length - 2) }, (_, at) => name.slice(at, at + 3))
      return select.all(terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ')) as number[]
    },
    close: () => db.close(),
  }
}

/** The ten nearest of all names. */
function levenshtein(people: readonly Person[]): Peer {
  const names = people.map(nameOf)
  return {
    name: 'Levenshtein, every name',
    find: (person) => {
      const asked = nameOf(person)
      let best: { readonly number: number; readonly steps: number }[] = []
      for (const [number, name] of names.entries()) {
        const steps = stepsBetween(asked, name)
        if (best.length === SHOWN && steps >= (best.at(-1)?.steps ?? 0)) continue
        best = [...best, { number, steps }].toSorted((a, b) => a.steps - b.steps).slice(0, SHOWN)
      }
      return best.map(({ number }) => number)
    },
  }
}

const row = new Uint16Array(512)

/** The usual table, kept as one row. */
function stepsBetween(a: string, b: string): number {
  for (let j = 0; j <= b.length; j += 1) row[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    let across = i - 1
    row[0] = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] as number
      const same = letter === b.charCodeAt(j - 1) ? 0 : 1
      row[j] = Math.min(above + 1, (row[j - 1] as number) + 1, across + same)
      across = above
    }
  }
  return row[b.length] as number
}

/** People who are known, as somebody else typed them. */
function questions(inhabitants: readonly Inhabitant[], random: Chance): readonly Person[] {
  return Array.from({ length: questionsPerRound(inhabitants.length) }, () => {
    for (;;) {
      const of = random.pick(inhabitants)
      const asked = random.pick(personErrors).apply(of.person, random, of)
      if (asked) return asked
    }
  })
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? 0
const inMs = (ms: number): string => `${ms.toFixed(2)} ms`

function timed(find: (person: Person) => unknown, asked: readonly Person[]): number {
  return p95(
    asked.map((person) => {
      const from = performance.now()
      find(person)
      return performance.now() - from
    }),
  )
}

function memory(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

function build(people: readonly Person[]) {
  const before = memory()
  const from = performance.now()
  const finder = createFinder<Person>([])
  let longest = 0
  for (let at = 0; at < people.length; ) {
    const slice = performance.now()
    while (at < people.length && performance.now() - slice < SLICE_MS) {
      finder.add(people[at] as Person)
      at += 1
    }
    longest = Math.max(longest, performance.now() - slice)
  }
  const ms = performance.now() - from
  const grown = memory() - before
  console.log(
    `built in ${(ms / 1000).toFixed(2)} s, longest slice of ${SLICE_MS} ms: ${longest.toFixed(1)} ms; ` +
      `${grown.toFixed(0)} MB, ${((grown * 100_000) / people.length).toFixed(0)} MB per 100,000 people`,
  )
  return finder
}

function measure(size: number): boolean {
  const inhabitants = population(size, seed)
  const people = inhabitants.map(({ person }) => person)
  console.log(`\n${size.toLocaleString('en')} people`)
  const finder = build(people)
  const byTrigrams = trigrams(people)
  const peers = [
    { peer: byTrigrams, atMost: limit.trigrams, times: [] as number[] },
    { peer: levenshtein(people), atMost: limit.levenshtein, times: [] as number[] },
  ]
  const ours: number[] = []
  try {
    const random = chance(seed + size)
    timed((person) => finder.find(person, SHOWN), questions(inhabitants, random))
    for (let round = 0; round < rounds; round += 1) {
      const asked = questions(inhabitants, random)
      ours.push(timed((person) => finder.find(person, SHOWN), asked))
      for (const { peer, times } of peers) times.push(timed(peer.find, asked))
    }
  } finally {
    byTrigrams.close()
  }
  return print(
    peers.map(({ peer, atMost, times }) => ({
      what: `check, p95, median of ${rounds} rounds`,
      ours: inMs(median(ours)),
      beside: `${peer.name}: ${inMs(median(times))}`,
      ratio: median(ours) / median(times),
      atMost,
    })),
  )
}

const sizes = process.argv.slice(2).map(Number)
const reached = (sizes.length > 0 ? sizes : [100_000]).map(measure)
if (reached.includes(false)) process.exitCode = 1

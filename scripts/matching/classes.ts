import { parseArgs } from 'node:util'
import { createFinder, type Finder } from '../../shared/matching/finder.ts'
import { chance } from '../../src-central/demo/random.ts'
import { personErrors } from './population/errors/errors.ts'
import { nobodies } from './population/newcomers.ts'
import type { Inhabitant, Person } from './population/person.ts'
import { plant } from './population/plant.ts'
import { population } from './population/population.ts'

// How well the matcher finds people again, by class of error, and how often it sees somebody in nobody.
const usage = `npm run eval:classes -- [--persons 20000] [--seed 1] [--per-class 200] [--examples 0]

--examples prints so many misses and false alarms of each class.
Last line: one JSON object. Exit 1 when the record of a class is shown less than 0.9 times as often as all together.`

/** What a screen shows, and how many are asked for here: a record behind the tenth place is found, not shown. */
const SHOWN = 10
const ASKED = 50
const LEAST_SHARE = 0.9

/** Of how many planted records the first record was found. */
interface Recall {
  readonly n: number
  readonly probable: number
  readonly possible: number
  /** Among the first ten. */
  readonly shown: number
}

interface Answer {
  readonly of: Person
  readonly asked: Person
  readonly probable: boolean
  readonly possible: boolean
  readonly shown: boolean
  /** In bits; null when he was not found. */
  readonly weight: number | null
}

interface Class {
  readonly name: string
  readonly answers: readonly Answer[]
  /** The same asked without e-mail and phone. */
  readonly bare: readonly Answer[]
}

const verdicts = ['certain', 'probable', 'possible'] as const

const { persons, seed, perClass, examples } = readOptions()
const inhabitants = population(persons, seed)
const finder = createFinder(inhabitants.map(({ person }) => person))
const times: number[] = []

const classes = askClasses()
const whole = recallOf(classes.flatMap(({ answers }) => answers))
const weak = classes
  .filter(({ answers }) => recallOf(answers).shown < LEAST_SHARE * whole.shown)
  .map(({ name }) => name)
const alarms = askNobodies()

printClasses()
printAlarms()
if (examples > 0) printExamples()
if (weak.length > 0) console.error(`shown less than ${LEAST_SHARE} times as often as the whole: ${weak.join(', ')}`)
console.log(JSON.stringify(report()))
process.exitCode = weak.length > 0 ? 1 : 0

function readOptions() {
  const { values } = parseArgs({
    options: {
      persons: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      'per-class': { type: 'string', default: '200' },
      examples: { type: 'string', default: '0' },
    },
  })
  const read = {
    persons: Number(values.persons),
    seed: Number(values.seed),
    perClass: Number(values['per-class']),
    examples: Number(values.examples),
  }
  if (Object.values(read).every(Number.isSafeInteger) && read.persons > 0 && read.perClass > 0) return read
  console.error(usage)
  return process.exit(1)
}

function ask(person: Person): ReturnType<Finder<Person>['find']> {
  const from = performance.now()
  const found = finder.find(person, ASKED)
  times.push(performance.now() - from)
  return found
}

function answerTo(of: Inhabitant, asked: Person): Answer {
  const found = ask(asked)
  const place = found.findIndex(({ person }) => person === of.person)
  const match = found[place]?.match
  return {
    of: of.person,
    asked,
    probable: match?.verdict === 'certain' || match?.verdict === 'probable',
    possible: match !== undefined,
    shown: match !== undefined && place < SHOWN,
    weight: match?.weight ?? null,
  }
}

function askClasses(): readonly Class[] {
  const random = chance(seed ^ 0xc1a55)
  return personErrors.flatMap((error) => {
    const planted = plant(error, inhabitants, random, perClass)
    const answers = planted.map(({ of, asked }) => answerTo(of, asked))
    const bare = planted.map(({ of, asked }) => answerTo(of, { ...asked, email: null, phone: null }))
    return planted.length === 0 ? [] : [{ name: error.name, answers, bare }]
  })
}

function askNobodies() {
  return nobodies(inhabitants, seed + 1000, perClass * 5).map(([name, people]) => ({
    name,
    answers: people.map((asked) => ({ asked, best: ask(asked)[0] })),
  }))
}

function recallOf(answers: readonly Answer[]): Recall {
  const share = (level: 'probable' | 'possible' | 'shown') =>
    rounded(answers.filter((answer) => answer[level]).length / answers.length)
  return { n: answers.length, probable: share('probable'), possible: share('possible'), shown: share('shown') }
}

/** How many of a thousand get this verdict as the highest. */
function perThousand({ answers }: (typeof alarms)[number], verdict: (typeof verdicts)[number]): number {
  return rounded((answers.filter(({ best }) => best?.match.verdict === verdict).length * 1000) / answers.length)
}

function rounded(share: number): number {
  return Number(share.toFixed(4))
}

function printClasses(): void {
  const heading = ['probable', 'possible', 'first 10'].map((name) => name.padStart(10)).join('')
  const columns = ({ probable, possible, shown }: Recall) =>
    [probable, possible, shown].map((share) => `${(share * 100).toFixed(1)} %`.padStart(10)).join('')
  console.log(`${persons} people, seed ${seed}; on the right the same asked without e-mail and phone\n`)
  console.log(`${'class'.padEnd(26)}${'n'.padStart(6)}${heading}  |${heading}`)
  const all = {
    name: 'whole',
    answers: classes.flatMap((one) => one.answers),
    bare: classes.flatMap((one) => one.bare),
  }
  for (const { name, answers, bare } of [...classes, all]) {
    const recall = recallOf(answers)
    console.log(`${name.padEnd(26)}${String(recall.n).padStart(6)}${columns(recall)}  |${columns(recallOf(bare))}`)
  }
}

function printAlarms(): void {
  console.log(
    `\n${'new people, per 1,000'.padEnd(26)}${'n'.padStart(6)}${verdicts.map((name) => name.padStart(10)).join('')}`,
  )
  for (const alarm of alarms) {
    const counts = verdicts.map((verdict) => perThousand(alarm, verdict).toFixed(1).padStart(10))
    console.log(`${alarm.name.padEnd(26)}${String(alarm.answers.length).padStart(6)}${counts.join('')}`)
  }
}

/** Invented people all, so that their records may be read on the screen. */
function printExamples(): void {
  const written = (person: Person) =>
    Object.values(person)
      .map((value) => value ?? '–')
      .join(' | ')
  const missed = (what: string, answers: readonly Answer[]) => {
    for (const { of, asked, weight, shown } of answers.filter(({ probable }) => !probable).slice(0, examples)) {
      const how = weight === null ? 'not found' : `${weight.toFixed(1)} bits${shown ? '' : ', not shown'}`
      console.log(`  ${what} (${how}): ${written(asked)}  ←  ${written(of)}`)
    }
  }
  console.log('\nless than probable')
  for (const { name, answers, bare } of classes) {
    missed(name, answers)
    missed(`${name}, without contacts`, bare)
  }
  console.log('\nprobable or certain, and somebody else')
  for (const { name, answers } of alarms) {
    const mistaken = answers.filter(({ best }) => best && best.match.verdict !== 'possible')
    for (const { asked, best } of mistaken.slice(0, examples)) {
      if (!best) continue
      const { verdict, weight } = best.match
      console.log(`  ${name} (${verdict}, ${weight.toFixed(1)} bits): ${written(asked)}  ←  ${written(best.person)}`)
    }
  }
}

function report() {
  const sorted = times.toSorted((a, b) => a - b)
  const quantile = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2))
  return {
    persons,
    seed,
    whole,
    wholeWithoutContacts: recallOf(classes.flatMap(({ bare }) => bare)),
    weak,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    classes: classes.map(({ name, answers, bare }) => ({
      name,
      ...recallOf(answers),
      withoutContacts: recallOf(bare),
    })),
    falseAlarms: alarms.map((alarm) => ({
      name: alarm.name,
      n: alarm.answers.length,
      ...Object.fromEntries(verdicts.map((verdict) => [verdict, perThousand(alarm, verdict)])),
    })),
  }
}

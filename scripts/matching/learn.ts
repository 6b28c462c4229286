import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { learnedWeights, type Weights } from '../../shared/matching/weights.ts'
import { type Evaluation, judge, matchedPairs, searchAll } from './evaluate.ts'
import { readColumns, readRows, stop } from './files.ts'
import { type Labelled, learn } from './learning.ts'
import { Unreadable } from './people.ts'
import { labelledPopulation } from './population/population.ts'
import { pairsOf, truthOfColumn } from './truth.ts'

// Learns shared/matching/weights.json from sets of people of whom is known who is one person, and from an invented
// population; then says what they reach, each set also with the weights that all the others teach.
const usage = `node scripts/matching/learn.ts --set people.csv map.json COLUMN [--set …] [--population PERSONS] [--save]

Three values follow each --set: the file, its map as of eval:matching, and the column that says who is one person.`

/** Not the seed of the population that judges. */
const SEED = 4711

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', multiple: true, default: [] },
    population: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})
if (positionals.length !== values.set.length * 2 || (values.set.length === 0 && !values.population)) stop(usage)

try {
  const sets = values.set.map((people, at) => readSet(people, positionals[at * 2] ?? '', positionals[at * 2 + 1] ?? ''))
  if (values.population) sets.push(inventedSet(Number(values.population)))
  const weights = learn(sets)
  console.log('| set | records | true pairs | all sets: F1 | precision | recall | without this set: F1 | p95 ms |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const [number, set] of sets.entries()) {
    const all = reached(set, weights)
    const others = sets.filter((other) => other !== set)
    const without = others.length > 0 ? reached(set, learn(others)).f1 : '-'
    const cells = [number + 1, all.records, all.truePairs, all.f1, all.precision, all.recall, without, all.p95Ms]
    console.log(`| ${cells.join(' | ')} |`)
  }
  if (values.save) save({ ...weights, version: learnedWeights.version + 1 })
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  stop(error.message)
}

function reached({ rows, truth }: Labelled, weights: Weights): Evaluation {
  const search = searchAll(
    rows.map(({ person }) => person),
    null,
    weights,
  )
  return judge(search, matchedPairs(search, null, weights), truth)
}

function readSet(people: string, columns: string, column: string): Labelled {
  const rows = readRows(people, readColumns(columns))
  return { rows, others: null, truth: truthOfColumn(column, rows, null) }
}

function inventedSet(persons: number): Labelled {
  const records = labelledPopulation({ persons, seed: SEED, perClass: Math.ceil(persons / 100) })
  const rows = records.map(({ person }) => ({ person, cells: {} }))
  return { rows, others: null, truth: pairsOf(records.map(({ truth }) => truth)) }
}

function save(weights: Weights): void {
  const file = new URL('../../shared/matching/weights.json', import.meta.url)
  writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`)
}

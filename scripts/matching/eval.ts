import { parseArgs } from 'node:util'
import { judge, matchedPairs, searchAll } from './evaluate.ts'
import { read, readColumns, readRows, stop } from './files.ts'
import { type Row, Unreadable } from './people.ts'
import { type Truth, truthOfColumn, truthOfPairs } from './truth.ts'
import { personFields } from '../../shared/matching/person.ts'

// How well the matcher finds who has several records in a set of people, or in two.
const usage = `npm run eval:matching -- --people people.csv --columns map.json [--people-b more.csv]
    [--columns-b map.json] [--truth COLUMN | --pairs pairs.csv]

map.json names the column of each field: {"lastName": "surname", "firstName": "given_name", "birthDate": "dob"}
Fields: ${personFields.join(', ')}; and id, the name by which --pairs calls a row.
A field without a column is not known of anybody; NA is an empty cell.

--people-b   a second file; only pairs of a row of the first with a row of the second count.
--columns-b  its own map, when its columns have other names.
--truth      two rows are one person when this column is equal, but for a final -org or -dup-N.
--pairs      a file of pairs: its first two columns that hold ids of rows. With a column of scores or labels, at least
             0.5 (or true, yes, match) is one person; a pair that is not in the file is two people. Without "id" in the
             map, the column of the people that holds the most of these ids is taken.

Matches are the pairs that are probable or better. The last line is one JSON object.`

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    'people-b': { type: 'string' },
    columns: { type: 'string' },
    'columns-b': { type: 'string' },
    truth: { type: 'string' },
    pairs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}
if (!values.people || !values.columns || (values.truth && values.pairs)) stop(usage)
try {
  run(values.people, values.columns)
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  stop(error.message)
}

function run(people: string, columns: string): void {
  const map = readColumns(columns)
  const rows = readRows(people, map)
  const mapOfOthers = values['columns-b'] ? readColumns(values['columns-b']) : map
  const others = values['people-b'] ? readRows(values['people-b'], mapOfOthers) : null
  const truth = readTruth(rows, others, map.id)
  const search = searchAll(personsOf(rows), others && personsOf(others))
  const matched = matchedPairs(search, others && rows.length)
  const evaluation = judge(search, matched, truth)
  console.log(`${evaluation.records} records, ${matched.size} pairs taken for one person, ${truth.size} true pairs`)
  console.log('True pairs that were missed, by what sets them apart:')
  for (const [kind, count] of Object.entries(evaluation.misses).slice(0, 30)) console.log(`  ${count}  ${kind}`)
  console.log(JSON.stringify(evaluation))
}

function personsOf(rows: readonly Row[]): readonly Row['person'][] {
  return rows.map(({ person }) => person)
}

function readTruth(rows: readonly Row[], others: readonly Row[] | null, id: string | undefined): Truth {
  if (values.truth) return truthOfColumn(values.truth.trim(), rows, others)
  return values.pairs ? truthOfPairs(read(values.pairs), id, rows, others) : new Set()
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openCentral } from '../src-central/central.ts'
import { FolderInUse } from '../src-central/database/holdFolder.ts'
import { openDatabase } from '../src-central/database/open.ts'
import { loadPeople, LoadRefused, type LoadReport } from '../src-central/load/load.ts'
import { columnsSchema, loadableFields } from '../src-central/load/person.ts'

// People of a CSV file into central's database; central itself must not be running on the same folder.
const usage = `npm run central:load -- people.csv --columns map.json [--centre CODE] [--language fr|nl|de]
    [--data folder | --database postgresql://…] [--report file] [--again]

map.json names the column of each field: {"lastName": "surname", "firstName": "given_name", "birthDate": "dob"}
Fields: ${loadableFields.join(', ')}. Without --data or --database: the demo's own central.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    columns: { type: 'string' },
    centre: { type: 'string' },
    language: { type: 'string' },
    data: { type: 'string' },
    database: { type: 'string' },
    report: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
})
if (positionals.length !== 1 || !values.columns) stop(usage)
// npm starts everything from the project's folder; the names on the command line are meant from where it was typed.
const from = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const [file, map] = [from(positionals[0] ?? ''), from(values.columns)]
for (const path of [file, map]) if (!existsSync(path)) stop(`there is no file ${path}`)
const columns = columnsSchema.safeParse(readJson(map))
if (!columns.success) stop(`${map}: ${columns.error.issues.map(({ message }) => message).join('; ')}\n\n${usage}`)
const language = (['fr', 'nl', 'de'] as const).find((one) => one === (values.language ?? 'fr'))
if (!language) stop(usage)

const folder = values.data ? from(values.data) : resolve(import.meta.dirname, '../.cache/demo/central')
const server = values.database
try {
  const db = await openDatabase(server === undefined ? { folder } : { server })
  const { centre, again } = values
  const options = { columns: columns.data, centre, language, again }
  const report = await loadPeople(await openCentral(db), readFileSync(file), options)
  await db.destroy()
  const text = written(report)
  if (values.report) writeFileSync(from(values.report), text, { mode: 0o600 })
  console.log(values.report ? `${summary(report)}\nThe report is in ${from(values.report)}.` : text)
} catch (error) {
  if (!(error instanceof LoadRefused) && !(error instanceof FolderInUse)) throw error
  stop(error.message)
}

function summary({ loaded, refused, withoutBirthDate, birthYearOnly, sharedEmail }: LoadReport): string {
  return [
    `loaded: ${loaded}`,
    `  without a birth date, to be completed: ${withoutBirthDate}`,
    `  with the year or the month of birth only: ${birthYearOnly}`,
    `  with an e-mail that somebody else has too: ${sharedEmail}`,
    `refused: ${refused.length}`,
  ].join('\n')
}

function written(report: LoadReport): string {
  const lines = report.refused.map(({ line, why }) => `line ${line}: ${why.join(', ')}`)
  return `${[summary(report), ...lines].join('\n')}\n`
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return stop(`${path} is not JSON`)
  }
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

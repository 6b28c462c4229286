import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Columns, columnsSchema, readPeople, type Row } from './people.ts'

/** npm starts everything from the project's folder; the names on the command line are meant from where it was typed. */
export function read(file: string): Buffer {
  try {
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file))
  } catch {
    return stop(`there is no file ${file}`)
  }
}

export const readRows = (people: string, columns: Columns): readonly Row[] => readPeople(read(people), columns)

export function readColumns(file: string): Columns {
  const columns = columnsSchema.safeParse(readJson(file))
  if (columns.success) return columns.data
  return stop(`${file}: ${columns.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`)
}

function readJson(file: string): unknown {
  const text = read(file).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return stop(`${file} is not JSON`)
  }
}

export function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

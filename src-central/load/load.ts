import { createHash, randomInt } from 'node:crypto'
import { readText } from '../../shared/delimited.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { insertMany } from '../database/insertMany.ts'
import { loginOf } from '../login.ts'
import { indexOutdated } from '../matching/indexing.ts'
import { type Columns, type LoadableField, loadableFields, type LoadedPerson, readPerson } from './person.ts'
import { readTable, type Table } from './table.ts'

export interface LoadOptions {
  readonly columns: Columns
  /** The code of the centre that gets these people in its scope; without one only Certassur knows them. */
  readonly centre?: string | undefined
  /** Of those whose line does not say. */
  readonly language?: 'fr' | 'nl' | 'de' | undefined
  /** Also when this very file was loaded before. */
  readonly again?: boolean | undefined
}

/** What became of a file. Fields and codes only: no value of anybody stands in it. */
export interface LoadReport {
  readonly loaded: number
  readonly refused: readonly { readonly line: number; readonly why: readonly string[] }[]
  readonly withoutBirthDate: number
  readonly birthYearOnly: number
  /** People whose e-mail somebody else has too, in the file or at Certassur. */
  readonly sharedEmail: number
}

/** The file as a whole cannot be loaded; the message is for whoever called. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused'
}

interface Found {
  readonly line: number
  readonly person: LoadedPerson
}

/**
 * Loads the people of a CSV file in one transaction: all the good lines or, when it is interrupted, nothing.
 *
 * A line that is wrong stops no other one and is named in the report. Whether somebody is already known is not judged
 * here: two records of one person are found and merged like all the others.
 */
export async function loadPeople(central: Central, bytes: Uint8Array, options: LoadOptions): Promise<LoadReport> {
  const table = readTable(readText(bytes))
  const at = columnsOf(table, options.columns)
  const today = inBelgium(central.now()).date
  const found: Found[] = []
  const refused = table.broken.map(({ line, code }) => ({ line, why: [code as string] }))
  for (const { line, cells } of table.lines) {
    const values = Object.fromEntries(at.map(([field, column]) => [field, cells[column] ?? '']))
    const person = readPerson({ ...values, language: values['language'] || (options.language ?? 'fr') }, today)
    if (person.ok) found.push({ line, person: person.value })
    else refused.push({ line, why: (person.error.fields ?? []).map(({ field, code }) => `${field} ${code}`) })
  }
  refused.sort((a, b) => a.line - b.line)
  const people = found.map(({ person }) => person)
  const sharedEmail = await insertPeople(central, people, createHash('sha256').update(bytes).digest('hex'), options)
  return {
    loaded: people.length,
    refused,
    withoutBirthDate: people.filter(({ birthDate }) => birthDate === null).length,
    birthYearOnly: people.filter(({ birthDate }) => birthDate !== null && birthDate.length < 10).length,
    sharedEmail,
  }
}

/** Which column of the file is which field. */
function columnsOf({ header }: Table, columns: Columns): readonly (readonly [LoadableField, number])[] {
  const wanted = loadableFields.flatMap((field) => {
    const name = columns[field]?.trim()
    return name === undefined ? [] : [[field, name] as const]
  })
  const missing = wanted.filter(([, name]) => header.filter((column) => column === name).length !== 1)
  if (missing.length > 0) {
    throw new LoadRefused(
      `the header must name these columns once each: ${missing.map(([, name]) => name).join(', ')}; it names: ${header.join(', ')}`,
    )
  }
  return wanted.map(([field, name]) => [field, header.indexOf(name)] as const)
}

async function insertPeople(
  central: Central,
  people: readonly LoadedPerson[],
  hash: string,
  { centre, again = false }: LoadOptions,
): Promise<number> {
  return central.db.transaction().execute(async (db) => {
    const key = `loaded:${hash}`
    const before = await db.selectFrom('meta').select('key').where('key', '=', key).executeTakeFirst()
    if (before && !again) throw new LoadRefused('this very file was loaded before; add --again to load it once more')
    const known = await db.selectFrom('candidate').select(['login', 'email']).execute()
    const logins = new Set(known.flatMap(({ login }) => login ?? []))
    const candidates = people.map(({ reference, ...person }) => ({
      id: central.newId(),
      login: newLogin(logins, person),
      ...person,
      version: 0,
      fieldVersions: {},
      extra: reference === null ? {} : { reference },
    }))
    await insertMany(db, 'candidate', candidates)
    await indexOutdated(db)
    const since = central.now().toISOString()
    if (centre !== undefined) {
      const centres = await db.selectFrom('centre').select(['id', 'code']).orderBy('code').execute()
      const centreId = centres.find(({ code }) => code === centre)?.id
      if (centreId === undefined) {
        throw new LoadRefused(`no centre has this code; there are: ${centres.map(({ code }) => code).join(', ')}`)
      }
      await insertMany(
        db,
        'scope',
        candidates.map(({ id }) => ({ centreId, candidateId: id, since })),
      )
    }
    if (!before) {
      await db
        .insertInto('meta')
        .values({ key, value: JSON.stringify(since) })
        .execute()
    }
    return countShared(
      known.map(({ email }) => email),
      people.map(({ email }) => email),
    )
  })
}

function newLogin(taken: Set<string>, person: LoadedPerson | Omit<LoadedPerson, 'reference'>): string {
  for (;;) {
    const login = loginOf(person, randomInt(10_000_000))
    if (taken.has(login)) continue
    taken.add(login)
    return login
  }
}

function countShared(known: readonly (string | null)[], loaded: readonly (string | null)[]): number {
  const uses = new Map<string, number>()
  for (const email of [...known, ...loaded]) {
    if (email !== null) uses.set(email.toLowerCase(), (uses.get(email.toLowerCase()) ?? 0) + 1)
  }
  return loaded.filter((email) => email !== null && (uses.get(email.toLowerCase()) ?? 0) > 1).length
}

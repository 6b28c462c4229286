import { z } from 'zod'
import { writtenDate } from '../../src-central/load/person.ts'
import { readText } from '../../shared/delimited.ts'
import { readTable } from '../../src-central/load/table.ts'
import { type Person, personFields } from '../../shared/matching/person.ts'

/** Our field → the name of the column; a field without a column is not known of anybody. */
export const columnsSchema = z.partialRecord(z.enum([...personFields, 'id']), z.string().trim().min(1))
export type Columns = Readonly<z.output<typeof columnsSchema>>

/** A line of a set of people: what the matcher may see, and apart from it everything that the file says. */
export interface Row {
  readonly person: Person
  readonly cells: Readonly<Record<string, string>>
}

export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const EMPTY = /^(?:NA|N\/A|NULL|NaN|None)?$/

/** Reads a set of people; `NA` is an empty cell, a date of any of the loader's layouts is read as the loader does. */
export function readPeople(bytes: Uint8Array, columns: Columns): readonly Row[] {
  const table = readTable(readText(bytes))
  const unknown = Object.values(columns).filter((name) => !table.header.includes(name))
  if (unknown.length > 0)
    throw new Unreadable(`no such column: ${unknown.join(', ')}; there are: ${table.header.join(', ')}`)
  return table.lines.map(({ cells }) => {
    const values = Object.fromEntries(table.header.map((name, column) => [name, cleaned(cells[column] ?? '')]))
    return { person: personOf(values, columns), cells: values }
  })
}

const cleaned = (cell: string): string => (EMPTY.test(cell) ? '' : cell)

function personOf(values: Readonly<Record<string, string>>, columns: Columns): Person {
  const at = (field: keyof Columns): string | null => {
    const column = columns[field]
    return (column === undefined ? '' : values[column]) || null
  }
  const birthDate = at('birthDate')
  return {
    ...Object.fromEntries(personFields.map((field) => [field, at(field)])),
    lastName: at('lastName'),
    firstName: at('firstName'),
    email: at('email'),
    phone: at('phone'),
    birthDate: birthDate === null ? null : writtenDate(birthDate.replace(/[ T]\d{1,2}:.*$/, '')),
  }
}

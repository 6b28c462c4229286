import { z } from 'zod'
import { candidateFieldSchemas, candidateFields } from '../../shared/candidate.ts'
import { parse } from '../../shared/parse.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { line, optional } from '../../shared/text.ts'
import { isDay } from '../../shared/time.ts'

/** What a column of the file may be: our fields, and the number that the person has in the file's own system. */
export const loadableFields = [...candidateFields, 'reference'] as const
export type LoadableField = (typeof loadableFields)[number]

/** Our field → the name of the column; the names of a person are never without one. */
export const columnsSchema = z
  .partialRecord(z.enum(loadableFields), z.string().trim().min(1))
  .refine((columns) => columns.lastName !== undefined && columns.firstName !== undefined, {
    message: 'lastName and firstName need a column',
  })
export type Columns = Readonly<z.output<typeof columnsSchema>>

// A record from elsewhere may know only the year, or the month, of a birth.
const birthDate = optional(
  z
    .string()
    .transform(writtenDate)
    .refine((text) => isDay(`${text}-01-01`.slice(0, 10)), 'date.invalid'),
)
const personSchema = z.object({
  ...candidateFieldSchemas,
  language: z.string().toLowerCase().pipe(candidateFieldSchemas.language),
  birthDate,
  reference: optional(line(120)),
})
export type LoadedPerson = Readonly<z.output<typeof personSchema>>

/** `19881231`, `31/12/1988`, `31-12-1988`, `31.12.1988` → `1988-12-31`; `1988` and `1988-12` stay. */
export function writtenDate(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (year) return `${year}-${month}-${day}`
  const [, d = '', m = '', y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text
}

/** One person of the file, or which fields are wrong and why; never with a value. */
export function readPerson(
  values: Readonly<Partial<Record<LoadableField, string>>>,
  today: string,
): Result<LoadedPerson> {
  const empty = { email: null, birthDate: null, phone: null, reference: null }
  const parsed = parse(personSchema, { ...empty, ...values })
  if (parsed.ok && parsed.value.birthDate !== null && parsed.value.birthDate >= today.slice(0, 10)) {
    return fail('input.invalid', 'invalid: birthDate', { fields: [{ field: 'birthDate', code: 'date.notInPast' }] })
  }
  return parsed.ok ? ok(parsed.value) : parsed
}

import { z } from 'zod'
import { idSchema } from './ids.ts'
import type { FieldError } from './result.ts'
import { fold, line, optional } from './text.ts'
import { isDay } from './time.ts'

export const candidateLanguages = ['fr', 'nl', 'de'] as const

/** Nobody who sits an exam was born before. */
export const oldestBirthYear = 1900

const name = line(120).min(1, 'field.required')
export const emailSchema = line(254).pipe(z.email('email.invalid'))
/** The whole day, `YYYY-MM-DD`. */
export const birthDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date.invalid')
  .refine((day) => isDay(day, oldestBirthYear), 'date.invalid')

/** What an operator may change on a record, and the rule of each field. The login is not here: it is given once, for ever. */
export const candidateFieldSchemas = {
  lastName: name,
  firstName: name,
  language: z.enum(candidateLanguages, 'field.invalid'),
  email: optional(emailSchema),
  birthDate: optional(birthDateSchema),
  phone: optional(line(40)),
}
export type CandidateField = keyof typeof candidateFieldSchemas
export const candidateFields = Object.keys(candidateFieldSchemas) as readonly CandidateField[]

const versionSchema = z.int().min(0)
const text = z.string().nullable()

/**
 * A candidate's record, as desk and central both keep it.
 *
 * What is typed is judged by the rules above; a record that exists is taken as it is. One from an import may have a birth
 * date of only a year (`YYYY`, `YYYY-MM`) or an address that nobody would accept today, and must still reach its centre.
 * `login` is null until central accepts the creation. `version` counts every accepted change of the row, `fieldVersions`
 * those of each field: central compares them with the base of an edit. `openedAt` is when he first came into MyCertassur,
 * `confirmedAt` when he last said there that his data are correct; nobody at a desk writes them.
 */
export const candidateSchema = z.object({
  id: idSchema,
  login: text,
  lastName: z.string(),
  firstName: z.string(),
  language: z.enum(candidateLanguages),
  email: text,
  birthDate: text,
  phone: text,
  openedAt: z.string().nullish(),
  confirmedAt: z.string().nullish(),
  version: versionSchema,
  fieldVersions: z.record(z.string(), versionSchema),
})
export type Candidate = Readonly<z.output<typeof candidateSchema>>
export type CandidateValues = Pick<Candidate, CandidateField>

/** What a new record says. Without birth date or e-mail it can be made, and is shown as incomplete. */
export const candidateValuesSchema = z.strictObject(candidateFieldSchemas)

/** Some fields with their new values. Unknown fields are refused, a value equal to nothing is not a patch. */
export const candidatePatchSchema = z
  .strictObject(candidateFieldSchemas)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'field.required')
export type CandidatePatch = Readonly<z.output<typeof candidatePatchSchema>>

/** What only a clock can judge: nobody is born in the future. `today` is YYYY-MM-DD. */
export const wrongOn = (today: string, patch: CandidatePatch): readonly FieldError[] =>
  typeof patch.birthDate === 'string' && patch.birthDate >= today
    ? [{ field: 'patch.birthDate', code: 'date.notInPast' }]
    : []

/** What MyCertassur and the documents need and this record does not have. */
export const missingFields = (candidate: CandidateValues): readonly CandidateField[] =>
  (['email', 'birthDate'] as const).filter((field) => candidate[field] === null)

/** The order of a list: family name, then first name, as an index sees it. */
export const sortName = (candidate: Pick<Candidate, 'lastName' | 'firstName'>): string =>
  `${fold(candidate.lastName)} ${fold(candidate.firstName)}`

/** What a search compares: every name, the login and the e-mail, folded, with a space before each word. */
export const searchText = (
  { login, email, birthDate, ...names }: CandidateValues & Pick<Candidate, 'login'>,
  name = sortName(names),
): string => ` ${name} ${fold(login ?? '')} ${fold(email ?? '')} ${fold(birthDate ?? '')}`

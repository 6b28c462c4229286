import {
  type Candidate,
  type CandidateField,
  candidateFields,
  candidateFieldSchemas,
  type CandidatePatch,
  type CandidateValues,
} from '../../shared/candidate.ts'
import { type FieldConflict, rebaseOnto } from '../../shared/merge.ts'
import { parse } from '../../shared/parse.ts'
import { type FieldError, ok, type Result } from '../../shared/result.ts'
import { readBirthDate, showBirthDate } from './birthDate.ts'
import { type Base, followOn, resumeOn, type Review } from '../ui/editing.ts'

/** The field that an error is about: main and central say where in the edit it stands (`patch.email`). */
export const fieldOf = ({ field }: FieldError): CandidateField | undefined =>
  candidateFields.find((known) => field === known || field === `patch.${known}`)

/** What stands in the fields, as typed. */
export type FormValues = Readonly<Record<CandidateField, string>>

export type FormBase = Base<CandidateValues>

/** Central's values of a conflict: every field of a candidate is a text or nothing. */
export const textConflicts = (
  conflicts: Readonly<Record<string, FieldConflict>>,
): Readonly<Record<string, FieldConflict<string | null>>> =>
  Object.fromEntries(
    Object.entries(conflicts).map(([field, { value, version }]) => [
      field,
      { value: typeof value === 'string' ? value : null, version },
    ]),
  )

type Texts = Readonly<Partial<Record<CandidateField, string | null>>>

/** Values as the fields show them. */
export const shown = (values: Texts): FormValues => ({
  lastName: values.lastName ?? '',
  firstName: values.firstName ?? '',
  language: values.language ?? '',
  email: values.email ?? '',
  birthDate: showBirthDate(values.birthDate ?? null),
  phone: values.phone ?? '',
})

export function baseOf(candidate: Candidate): FormBase {
  const { lastName, firstName, language, email, birthDate, phone } = candidate
  const versions: Partial<Record<CandidateField, number>> = {}
  for (const field of candidateFields) versions[field] = candidate.fieldVersions[field] ?? 0
  return { values: { lastName, firstName, language, email, birthDate, phone }, versions }
}

/** What was typed in one field, by the rule of the record. @param today `YYYY-MM-DD` */
export function readField(field: CandidateField, text: string, today: string): Result<string | null> {
  // Spaces alone are an empty field, which the shared rules read as no value.
  const day = field === 'birthDate' ? readBirthDate(text, today) : ok(text.trim() === '' ? '' : text)
  return day.ok ? parse(candidateFieldSchemas[field], day.value) : day
}

/**
 * Compares the fields with their base: what is changed, and what is wrong with it.
 *
 * Fields left as they were are not judged: a record may be completed one field at a time.
 * @param today `YYYY-MM-DD`
 */
export function review(typed: FormValues, base: FormBase, today: string): Review<CandidatePatch> {
  const patch: Record<string, string | null> = {}
  const wrong: FieldError[] = []
  const before = shown(base.values)
  for (const field of candidateFields) {
    if (typed[field] === before[field]) continue
    const value = readField(field, typed[field], today)
    if (!value.ok) wrong.push({ ...(value.error.fields?.[0] ?? { code: 'field.invalid' }), field })
    else if (value.value !== base.values[field]) patch[field] = value.value
  }
  return { patch, wrong }
}

/**
 * The base of a form whose record has become another one: where the operator saw what that one holds too, he edits that;
 * elsewhere he never saw it, and Certassur asks.
 */
export const ontoAnother = ({ values, versions }: FormBase, candidate: Candidate): FormBase => ({
  values,
  versions: rebaseOnto(values, versions, { ...values, fieldVersions: versions }, candidate),
})

/** The form over a record that changed while it stood there. */
export function follow(base: FormBase, candidate: Candidate, typed: FormValues, today: string) {
  const fresh = baseOf(candidate)
  const before = shown(base.values)
  return followOn({
    base,
    fresh,
    typed,
    shown,
    ahead: review(typed, fresh, today),
    touched: candidateFields.filter((field) => typed[field] !== before[field]),
  })
}

/** The base of an earlier edit that is taken up again. */
export const resume = (
  base: FormBase,
  candidate: Candidate,
  patch: CandidatePatch,
  theirs: Readonly<Record<string, FieldConflict<string | null>>>,
): FormBase => resumeOn(base, baseOf(candidate), patch, theirs)

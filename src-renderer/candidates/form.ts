import {
  type Candidate,
  type CandidateField,
  candidateFields,
  candidateFieldSchemas,
  type CandidatePatch,
  type CandidateValues,
} from '../../shared/candidate.ts'
import type { FieldConflict } from '../../shared/merge.ts'
import { parse } from '../../shared/parse.ts'
import { type FieldError, ok, type Result } from '../../shared/result.ts'
import { readBirthDate, showBirthDate } from './birthDate.ts'

/** The field that an error is about: main and central say where in the edit it stands (`patch.email`). */
export const fieldOf = ({ field }: FieldError): CandidateField | undefined =>
  candidateFields.find((known) => field === known || field === `patch.${known}`)

/** What stands in the fields, as typed. */
export type FormValues = Readonly<Record<CandidateField, string>>

/** What the operator saw when he began to type: the values, and the version of each, which an edit carries. */
export interface FormBase {
  readonly values: CandidateValues
  readonly versions: Readonly<Partial<Record<CandidateField, number>>>
}

/** What the form would do if it were saved now. */
export interface Review {
  readonly patch: CandidatePatch
  readonly wrong: readonly FieldError[]
}

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

function read(field: CandidateField, text: string, today: string): Result<string | null> {
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
export function review(typed: FormValues, base: FormBase, today: string): Review {
  const patch: Record<string, string | null> = {}
  const wrong: FieldError[] = []
  const before = shown(base.values)
  for (const field of candidateFields) {
    if (typed[field] === before[field]) continue
    const value = read(field, typed[field], today)
    if (!value.ok) wrong.push({ ...(value.error.fields?.[0] ?? { code: 'field.invalid' }), field })
    else if (value.value !== base.values[field]) patch[field] = value.value
  }
  return { patch, wrong }
}

/** True when leaving the form would lose something. */
export const holdsWork = ({ patch, wrong }: Review): boolean => Object.keys(patch).length > 0 || wrong.length > 0

/** The versions that an edit of these fields carries. */
export const versionsOf = (patch: CandidatePatch, base: FormBase): Record<string, number> =>
  Object.fromEntries((Object.keys(patch) as CandidateField[]).map((field) => [field, base.versions[field] ?? 0]))

/**
 * Follows a record that changed while it stood in the form.
 *
 * Untouched fields take the new value. A field somebody is typing in keeps its text and its old base, so that central
 * still sees which value he meant to replace; text that says the same as the new value is no work any more.
 */
export function follow(
  base: FormBase,
  candidate: Candidate,
  typed: FormValues,
  today: string,
): { base: FormBase; typed: FormValues } {
  const fresh = baseOf(candidate)
  const before = shown(base.values)
  const ahead = review(typed, fresh, today)
  const differs = new Set<string>([...Object.keys(ahead.patch), ...ahead.wrong.map(({ field }) => field)])
  const kept = candidateFields.filter((field) => typed[field] !== before[field] && differs.has(field))
  const pick = <V>(old: Readonly<Partial<Record<CandidateField, V>>>) =>
    Object.fromEntries(kept.map((field) => [field, old[field]]))
  const next: FormBase = {
    values: { ...fresh.values, ...pick(base.values) },
    versions: { ...fresh.versions, ...pick(base.versions) },
  }
  return { base: next, typed: { ...shown(next.values), ...pick(typed) } }
}

/**
 * The base of an earlier edit that is taken up again: what is known now, so that it is a new edit and not the old one.
 *
 * A conflict may know a value of central's that this desk has not received yet; the newer of the two is the base.
 */
export function resume(
  base: FormBase,
  candidate: Candidate,
  patch: CandidatePatch,
  theirs: Readonly<Record<string, FieldConflict>>,
): FormBase {
  const fresh = baseOf(candidate)
  const values: Partial<Record<CandidateField, string | null>> = {}
  const versions: Partial<Record<CandidateField, number>> = {}
  for (const field of Object.keys(patch) as CandidateField[]) {
    const known = { value: fresh.values[field], version: fresh.versions[field] ?? 0 }
    const seen = theirs[field]
    const newest = seen && seen.version > known.version ? seen : known
    values[field] = newest.value
    versions[field] = newest.version
  }
  return { values: { ...base.values, ...values } as CandidateValues, versions: { ...base.versions, ...versions } }
}

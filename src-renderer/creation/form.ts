import { type CandidateField, candidateFields, type CandidateValues } from '../../shared/candidate.ts'
import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import { phoneOf } from '../../shared/matching/contact.ts'
import type { FieldError } from '../../shared/result.ts'
import { type FormValues, readField } from '../candidates/form.ts'

export type { FormValues }

export const emptyForm: FormValues = {
  lastName: '',
  firstName: '',
  language: '',
  email: '',
  birthDate: '',
  phone: '',
}

/** The fields that somebody is looked for by; all but the language. */
const searchedFields = ['lastName', 'firstName', 'birthDate', 'email', 'phone'] as const

interface Reading {
  /** What is right of it. */
  readonly values: Partial<CandidateValues>
  readonly wrong: readonly FieldError[]
}

/**
 * What the fields say, and what is wrong with it.
 * @param today `YYYY-MM-DD`
 */
export function read(typed: FormValues, today: string): Reading {
  const values: Record<string, string | null> = {}
  const wrong: FieldError[] = []
  for (const field of candidateFields) {
    const found = readField(field, typed[field], today)
    if (field === 'language' && typed.language === '') wrong.push({ field, code: 'field.required' })
    else if (found.ok) values[field] = found.value
    else wrong.push({ ...(found.error.fields?.[0] ?? { code: 'field.invalid' }), field })
  }
  return { values, wrong }
}

/** Whom the fields tell of so far, without what is wrong or still being typed; null without a family name. */
export function personOf(typed: FormValues, today: string): TypedPerson | null {
  const { lastName, firstName, birthDate, email, phone } = read(typed, today).values
  if (lastName === undefined) return null
  return {
    lastName,
    firstName: firstName ?? null,
    birthDate: birthDate ?? null,
    email: email ?? null,
    phone: phone ?? null,
  }
}

/** Two texts with the same key tell of the same person: whatever was answered or decided about one holds for the other. */
export const keyOf = (person: TypedPerson): string => JSON.stringify(searchedFields.map((field) => person[field]))

/** The desk looks as soon as there is a family name and one thing more. */
export const worthLooking = (person: TypedPerson): boolean =>
  searchedFields.some((field) => field !== 'lastName' && person[field] !== null)

/** Certassur answers for a name with a birth date, an address or a number: nobody leafs through its people. */
export const worthAsking = ({ lastName, firstName, birthDate, email, phone }: TypedPerson): boolean =>
  isNamed(lastName, firstName ?? '') && (birthDate !== null || email !== null || phoneOf(phone) !== null)

/** A family name of one letter, O or U, is one with a whole first name beside it. */
const isNamed = (lastName: string, firstName: string): boolean =>
  /\p{L}.*\p{L}/u.test(lastName) || (/\p{L}/u.test(lastName) && /\p{L}.*\p{L}/u.test(firstName))

export const holdsText = (typed: FormValues): boolean => searchedFields.some((field) => typed[field].trim() !== '')

/** The field that an error is about: the main process says where in the call it stands (`values.email`). */
export const fieldOf = ({ field }: FieldError): CandidateField | undefined => {
  const name = field.replace(/^(?:values|person|patch)\./, '')
  return candidateFields.find((known) => known === name)
}

import { type Contact, emailOf, identifierOf, phoneOf, placeOf } from './contact.ts'
import { type BirthDate, birthDateOf } from './birthDate.ts'
import { type Name, nameOf } from './name.ts'

/**
 * Somebody as the matcher knows him. What is not known is null, or absent where no record of the product has it.
 *
 * `birthDate` is `YYYY-MM-DD` or `YYYY`; one that no calendar has (`1974-04-70`) is still compared, digit by digit.
 */
export interface Person {
  readonly lastName: string | null
  readonly firstName: string | null
  readonly birthDate: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address?: string | null
  readonly postcode?: string | null
  readonly locality?: string | null
  /** A number that the person has at an employer or a state, when a set of people has one. */
  readonly identifier?: string | null
}
export const personFields = [
  'lastName',
  'firstName',
  'birthDate',
  'email',
  'phone',
  'address',
  'postcode',
  'locality',
  'identifier',
] as const satisfies readonly (keyof Person)[]
export type PersonField = (typeof personFields)[number]

/** A person in the form in which he is compared with thousands: made once. */
export interface Prepared {
  readonly lastName: Name | null
  readonly firstName: Name | null
  readonly birthDate: BirthDate | null
  readonly email: Contact | null
  readonly phone: Contact | null
  readonly address: Contact | null
  readonly postcode: Contact | null
  readonly locality: Contact | null
  readonly identifier: Contact | null
}

/** @param read reads a name; one that remembers the last ones where many people are prepared */
export const prepare = (person: Person, read: typeof nameOf = nameOf): Prepared => ({
  lastName: read(person.lastName),
  firstName: read(person.firstName),
  birthDate: birthDateOf(person.birthDate),
  email: emailOf(person.email),
  phone: phoneOf(person.phone),
  address: placeOf(person.address),
  postcode: identifierOf(person.postcode),
  locality: placeOf(person.locality),
  identifier: identifierOf(person.identifier),
})

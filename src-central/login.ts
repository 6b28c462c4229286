import { fold } from '../shared/text.ts'

const initial = (name: string): string =>
  fold(name)
    .replace(/[^a-z]+/g, '')
    .charAt(0) || 'x'

/**
 * A login of this number: two letters, seven digits and a check digit (mod 97, its last digit). Given once, for ever; that
 * nobody else has it is for the caller to make sure.
 * @param number 0 to 9,999,999
 */
export function loginOf(person: { readonly lastName: string; readonly firstName: string }, number: number): string {
  const letters = (initial(person.lastName) + initial(person.firstName)).toUpperCase()
  return `${letters}${String(number).padStart(7, '0')}${(97 - (number % 97)) % 10}`
}

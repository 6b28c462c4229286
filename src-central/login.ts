import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fold } from '../shared/text.ts'
import type { CentralTables } from './database/tables.ts'

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

/** A login that nobody has had. */
export async function newLogin(
  db: Kysely<CentralTables>,
  person: { readonly lastName: string; readonly firstName: string },
): Promise<string> {
  for (;;) {
    const login = loginOf(person, randomInt(10_000_000))
    const taken = await db.selectFrom('candidate').select('id').where('login', '=', login).executeTakeFirst()
    if (!taken) return login
  }
}

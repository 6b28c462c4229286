import { z } from 'zod'
import { candidateFieldSchemas } from './candidate.ts'
import { minimalMatchSchema } from './duplicate.ts'
import { idSchema } from './ids.ts'
import { type Person, prepare } from './matching/person.ts'
import { line, optional } from './text.ts'

const { lastName, birthDate, email, phone } = candidateFieldSchemas
const nobody: Person = { lastName: null, firstName: null, birthDate: null, email: null, phone: null }

/** A name alone would let anybody leaf through all the people of Certassur. Who is called O is named by his first name too. */
const saysEnough = (person: Partial<Person>): boolean => {
  const asked = prepare({ ...nobody, ...person })
  const [last, first] = [asked.lastName?.text.length ?? 0, asked.firstName?.text.length ?? 0]
  const isNamed = last > 1 || (last === 1 && first > 1)
  return isNamed && [asked.birthDate, asked.email, asked.phone].some((one) => one !== null)
}

/** Whom a centre looks for: the name, and one thing more that only who has him in front of him knows. */
const lookupPersonSchema = z
  .strictObject({
    lastName,
    firstName: optional(line(120)).optional(),
    birthDate: birthDate.optional(),
    email: email.optional(),
    phone: phone.optional(),
  })
  .refine(saysEnough, 'field.required')
export type LookupPerson = Readonly<z.output<typeof lookupPersonSchema>>

/** Nobody needs more to recognise whom he is looking for. */
export const mostLookedUp = 10

/**
 * `POST /v1/candidates/similar`: who of all that Certassur knows may be this person, the likeliest first.
 *
 * `actor` is an administrator or the manager of the desk's centre, with the `grant` that he holds there now. Somebody whom
 * the centre does not know is named only when he is likely to be the one. 400 when there is too little to look for, 403
 * when this operator may not ask, 429 with `Retry-After` when the desk has asked often enough for today.
 */
export const similar = {
  path: '/v1/candidates/similar',
  body: z.strictObject({ actor: idSchema, grant: idSchema, person: lookupPersonSchema }),
  reply: z.object({ people: z.array(minimalMatchSchema).max(mostLookedUp), checkedAt: z.iso.datetime() }),
} as const

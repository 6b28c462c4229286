import type { Person } from '../person.ts'
import { contactErrors } from './contactErrors.ts'
import { dateErrors } from './dates.ts'
import { encodingErrors } from './encoding.ts'
import type { PersonError } from './error.ts'
import { letterErrors } from './letters.ts'
import { otherNameErrors } from './otherNames.ts'
import { partErrors } from './parts.ts'

const single: readonly PersonError[] = [
  ...letterErrors,
  ...encodingErrors,
  ...partErrors,
  ...otherNameErrors,
  ...dateErrors,
  ...contactErrors,
]

const ofName: ReadonlySet<keyof Person> = new Set(['lastName', 'firstName'])
const isOfName = ({ fields }: PersonError): boolean => fields.every((field) => ofName.has(field))

/** Two different errors at once, the second made in what the first left. */
const both = (name: string, firsts: readonly PersonError[], seconds: readonly PersonError[]): PersonError => ({
  name,
  fields: [...new Set([...firsts, ...seconds].flatMap(({ fields }) => fields))],
  apply: (person, random, about) => {
    for (let tries = 0; tries < 12; tries += 1) {
      const [first, second] = [random.pick(firsts), random.pick(seconds)]
      const once = first === second ? null : first.apply(person, random, about)
      const twice = once && second.apply(once, random, about)
      if (twice) return twice
    }
    return null
  },
})

/** Every class of error. A name in the tables of an evaluation is the name of one of these. */
export const personErrors: readonly PersonError[] = [
  ...single,
  both('nameAndDate', single.filter(isOfName), dateErrors),
  both('nameAndContact', single.filter(isOfName), contactErrors),
  both('dateAndContact', dateErrors, contactErrors),
  both('twoInNames', letterErrors, single.filter(isOfName)),
]

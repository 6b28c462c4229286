import type { Chance } from '../../../../src-central/demo/random.ts'
import type { Inhabitant, Person } from '../person.ts'

/** One kind of mistake, or one habit of writing, by which the record of a person comes to differ from another. */
export interface PersonError {
  readonly name: string
  /** What it changes, and nothing else of the record. */
  readonly fields: readonly (keyof Person)[]
  /** The record with the error; null for somebody of whom it cannot be made: who has no accent loses none. */
  readonly apply: (person: Person, random: Chance, about: About) => Person | null
}
/** Of whom the record is, and his record as it was before any error. */
export type About = Pick<Inhabitant, 'person' | 'firm' | 'sex' | 'origin'>

export type NameField = 'lastName' | 'firstName'
const nameFields = ['lastName', 'firstName'] as const

type Change = (text: string, random: Chance) => string | null

const changed = (person: Person, field: NameField, change: Change, random: Chance): Person | null => {
  const text = change(person[field], random)
  return text === null || text === '' || text === person[field] ? null : { ...person, [field]: text }
}

/** An error in the last name or in the first one, whichever comes first of those that have what it takes. */
export const inEitherName = (name: string, change: Change): PersonError => ({
  name,
  fields: nameFields,
  apply: (person, random) => {
    const [first, second] = random.happens(0.5) ? nameFields : nameFields.toReversed()
    return (
      changed(person, first ?? 'lastName', change, random) ?? changed(person, second ?? 'firstName', change, random)
    )
  },
})

/** An error in every name that has what it takes, as a file makes it that was read in the wrong way. */
export const inBothNames = (name: string, change: Change): PersonError => ({
  name,
  fields: nameFields,
  apply: (person, random) => {
    const once = changed(person, 'lastName', change, random)
    return changed(once ?? person, 'firstName', change, random) ?? once
  },
})

export const inName = (name: string, field: NameField, change: Change): PersonError => ({
  name,
  fields: [field],
  apply: (person, random) => changed(person, field, change, random),
})

import type { SimilarPerson } from '../../shared/calls/duplicate.ts'
import { comparedFields } from '../../shared/duplicate.ts'
import type { Reason } from '../../shared/matching/reasons.ts'

export { comparedFields }
/** The lines of a comparison, in the order of the record. */
export type ComparedField = (typeof comparedFields)[number]

type Kinship = 'perhapsTwins' | 'perhapsRelatives'
export const isKinship = (code: Reason['code']): code is Kinship =>
  code === 'perhapsTwins' || code === 'perhapsRelatives'

/** Where the names stand, which concerns both lines of the name. */
const PLACES: ReadonlySet<string> = new Set(['swapped', 'inOneField'])

/** What may explain the likeness as well as one person would. */
export const kinshipIn = (reasons: readonly Reason[]): Reason | undefined => reasons.find(({ code }) => isKinship(code))

/** What is said of a field; undefined where one of the records does not have it. */
export function remarkOn(field: ComparedField, reasons: readonly Reason[]): Reason | undefined {
  const isName = field === 'lastName' || field === 'firstName'
  const misplaced = isName ? reasons.find(({ code }) => PLACES.has(code)) : undefined
  return misplaced ?? reasons.find((reason) => reason.field === field && !isKinship(reason.code))
}

/** Those who are more than possible: the others are shown to who asks for them. */
export const likely = (people: readonly SimilarPerson[]): readonly SimilarPerson[] =>
  people.filter(({ verdict }) => verdict !== 'possible')

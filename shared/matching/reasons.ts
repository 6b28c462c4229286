import type { DateLevel } from './birthDate.ts'
import type { ContactLevel } from './contact.ts'
import type { NameLevel } from './name.ts'
import type { PersonField } from './person.ts'
import type { ContactField } from './weights.ts'

/**
 * Why two records were taken for one person or for two, one field at a time; the window puts it into words.
 *
 * A field that one of them does not have is not named.
 */
export type Reason =
  | { readonly field: 'lastName' | 'firstName'; readonly code: NameLevel }
  /** Family name and first name changed places, or stand in one field; the reasons after it are about the names as they belong together. */
  | { readonly field: 'lastName'; readonly code: 'swapped' | 'inOneField' | 'perhapsTwins' | 'perhapsRelatives' }
  | { readonly field: 'birthDate'; readonly code: DateLevel }
  | { readonly field: ContactField; readonly code: ContactLevel }
  /** Equal, and so many other people have it that it says little. */
  | { readonly field: PersonField; readonly code: 'sharedByMany'; readonly others: number }

import type { Origin } from '../../../src-central/demo/names/origin.ts'
import type { Firm } from './contacts.ts'
import type { Sex } from './names.ts'

/** What a record says of somebody. */
export interface Person {
  readonly lastName: string
  readonly firstName: string
  /** `YYYY-MM-DD`, or `YYYY` where only the year is known. */
  readonly birthDate: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** Somebody of the population: his record, and what no record says. */
export interface Inhabitant {
  readonly person: Person
  readonly id: string
  /** Who live or grew up together. */
  readonly household: number
  readonly role: 'alone' | 'partner' | 'parent' | 'child'
  /** True of a child born on the same day as another of the household. */
  readonly isTwin: boolean
  /** The day on which he was really born, whether his record has it or not. */
  readonly born: string
  readonly sex: Sex
  readonly origin: Origin
  readonly firm: Firm
}

import { soundOf, spellingOf } from './letters.ts'
import type { Name } from './name.ts'
import type { Prepared } from './person.ts'

/** Raised whenever the keys of a person change: whoever keeps them makes them anew. */
export const keysVersion = 2

const sorted = (a: string, b: string): string => (a < b ? `${a}${b}` : `${b}${a}`)

/**
 * Short strings of which two records of one person nearly always have one in common.
 *
 * Each joins two things that are seldom both wrong; family name and first name are treated alike, so that swapped names
 * still meet, and day and month are sorted. A key that many people have is made rarer by the others, see finder.ts.
 */
export function keysOf(person: Prepared): readonly string[] {
  const keys = new Set<string>()
  const { lastName, firstName, birthDate } = person
  const names = [lastName, firstName].filter((name): name is Name => name !== null)
  const words = new Set(names.flatMap((name) => soundsOf(name)))
  if (lastName && firstName) {
    keys.add(`n${[lastName.sound, firstName.sound].toSorted().join('.')}`)
    keys.add(`i${lastName.spelling.slice(0, 4)}.${firstName.text.charAt(0)}`)
    keys.add(`i${firstName.spelling.slice(0, 4)}.${lastName.text.charAt(0)}`)
  }
  const [only] = names
  if (only && names.length === 1 && only.words.length === 2) {
    keys.add(
      `n${only.words
        .map((word) => soundOf(spellingOf(word)))
        .toSorted()
        .join('.')}`,
    )
  }
  for (const word of words) keys.add(`s${word}`)
  if (birthDate && birthDate.digits.length === 8) {
    const { year, month, day } = birthDate
    const dayOfYear = sorted(month, day)
    keys.add(`d${year}${dayOfYear}`)
    for (const word of words) {
      keys.add(`y${word}${year}`)
      keys.add(`m${word}${dayOfYear}`)
    }
    for (const name of names) keys.add(`b${name.text.charAt(0)}${dayOfYear}${year.slice(2)}`)
  } else if (birthDate) {
    for (const word of words) keys.add(`y${word}${birthDate.year}`)
  }
  if (person.email) {
    keys.add(`e${person.email.text}`)
    const [local = ''] = person.email.parts
    if (local.length > 4) keys.add(`l${local}`)
  }
  if (person.phone) keys.add(`p${person.phone.text.slice(-8)}`)
  if (person.identifier) keys.add(`k${person.identifier.text}`)
  if (person.address) keys.add(`a${person.address.text}${person.postcode?.text ?? ''}`)
  return [...keys]
}

const soundsOf = (name: Name): readonly string[] =>
  name.words.length > 1
    ? [name.sound, ...name.words.filter((word) => word.length > 2).map((word) => soundOf(spellingOf(word)))]
    : [name.sound]

/** Three letters at a time of all names, with an edge before and after each. */
export function trigramsOf({ lastName, firstName }: Prepared): readonly string[] {
  const found = new Set<string>()
  for (const name of [lastName, firstName]) {
    if (!name) continue
    const edged = `_${name.text.slice(0, 40)}_`
    for (let at = 0; at + 3 <= edged.length; at += 1) found.add(edged.slice(at, at + 3))
  }
  return [...found]
}

/**
 * Whether there is enough to search by: a name of two letters or more, a full birth date, or a way to reach the person.
 *
 * Without, everybody would be found.
 */
export const criteriaOf = (person: Prepared): boolean =>
  (person.lastName?.text.length ?? 0) > 1 ||
  (person.firstName?.text.length ?? 0) > 1 ||
  person.birthDate?.digits.length === 8 ||
  [person.email, person.phone, person.identifier].some((contact) => contact !== null)

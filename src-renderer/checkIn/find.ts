import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { answersTo, checkInTokens } from '../../shared/scan.ts'
import { fold } from '../../shared/text.ts'

/** How well somebody answers what was typed; a name that is only near is offered when no other fits. */
type Fit = 'sure' | 'near' | 'none'

const words = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '')

/**
 * How many letters must be added, dropped, changed or swapped so that `typed` begins `name`; more than `most` counts as
 * `most + 1`.
 */
export function slips(typed: string, name: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: name.length + 1 }, (_, i) => i)
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= name.length; j += 1) {
      const same = typed[i - 1] === name[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return Math.min(most + 1, ...row)
}

/** A short word says too little to be mistyped. */
const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

function fitOf(row: Pick<DoorRow, 'lastName' | 'firstName'>, query: readonly string[]): Fit {
  const last = words(row.lastName)
  const first = words(row.firstName)
  const name = [...last, ...first]
  if (query.every((word) => name.some((part) => part.startsWith(word)))) return 'sure'
  // "vandamme" for VAN DAMME, "elidrissi youssef" for EL IDRISSI Youssef.
  const joined = query.join('')
  const whole = [[...last, ...first].join(''), [...first, ...last].join('')]
  if (whole.some((text) => text.startsWith(joined))) return 'sure'
  const near = (word: string, part: string) => {
    const allowed = slipsAllowed(word)
    return allowed > 0 && slips(word, part, allowed) <= allowed
  }
  const meant = (word: string) => name.some((part) => part.startsWith(word) || near(word, part))
  if (query.every(meant) || whole.some((text) => near(joined, text))) return 'near'
  return 'none'
}

/** Digits of an AZERTY keyboard without Shift, or of a QWERTY one with it, that stand in no name. */
const digitsBesideLetters = /[&"(§!@#$%^*]/
/** The others stand in names, in small letters: next to capitals alone they are digits as well. */
const digitsAmongCapitals = /^(?=.*[éèçà])[^a-z]+$/

/** What no name looks like: a login, a number, a code that was scanned, in whichever keyboard layout it was typed. */
export function looksLikeCode(text: string): boolean {
  const typed = text.trim()
  if (typed.length <= 3) return false
  const hasDigits = /\d/.test(typed) || digitsBesideLetters.test(typed) || digitsAmongCapitals.test(typed)
  return hasDigits || checkInTokens(typed).length > 0
}

/** Who answers what was typed: his own code, his PC, or his name in any order; near names only when no other fits. */
export function find(
  rows: readonly DoorRow[],
  text: string,
): { readonly rows: readonly DoorRow[]; readonly sure: boolean } {
  const query = words(text)
  const token = text.trim().toLowerCase()
  const tokens = checkInTokens(text)
  const scanned = rows.filter(
    ({ registration }) =>
      registration.id === token || registration.candidateId === token || answersTo(registration, tokens),
  )
  if (scanned.length === 1) return { rows: scanned, sure: true }
  if (/^\d{1,3}$/.test(token)) {
    return { rows: rows.filter(({ registration: { pc } }) => pc === Number(token)), sure: true }
  }
  const fits = rows.map((row) => ({ row, fit: fitOf(row, query) }))
  const sure = fits.filter(({ fit }) => fit === 'sure')
  const found = sure.length > 0 ? sure : fits.filter(({ fit }) => fit === 'near')
  return { rows: found.map(({ row }) => row), sure: sure.length > 0 }
}

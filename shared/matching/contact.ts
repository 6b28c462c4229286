import { distance } from './distance.ts'
import { wordsOf } from './letters.ts'
import type { Name } from './name.ts'

/** A way to reach somebody, or a place or a number of his. */
export interface Contact {
  /** What is counted and compared. */
  readonly text: string
  /** Of an e-mail what stands before its sign, without what a mailbox does not tell apart, and what stands after; of a place its words. */
  readonly parts: readonly string[]
}

/** How near two contacts are, the nearest first. */
export const contactLevels = ['same', 'oneLetter', 'alike', 'differs'] as const
export type ContactLevel = (typeof contactLevels)[number]

const LONGEST = 120

const contactOf = (text: string, parts: readonly string[]): Contact | null =>
  text === '' ? null : { text: text.slice(0, LONGEST), parts }

const ASCII = /^[ -~]*$/

const composed = (text: string | null | undefined): string =>
  !text || ASCII.test(text) ? (text ?? '') : text.normalize('NFKC')

export function emailOf(text: string | null | undefined): Contact | null {
  const written = composed(text).trim().toLowerCase()
  const at = written.lastIndexOf('@')
  const [local, domain] = at === -1 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)]
  return contactOf(written, [local.replace(/\+.*$/, '').replace(/[^\p{L}\p{N}]/gu, ''), domain])
}

/** A number as dialled from within a country: its last nine digits, without the nought that another country leaves out. */
export function phoneOf(text: string | null | undefined): Contact | null {
  const digits = composed(text).replace(/\D/g, '')
  return contactOf(digits.length < 6 ? '' : digits.slice(-9).replace(/^0+/, ''), [])
}

export function placeOf(text: string | null | undefined): Contact | null {
  const words = wordsOf(text ?? '')
  return contactOf(words.join(''), words)
}

export function identifierOf(text: string | null | undefined): Contact | null {
  const words = wordsOf(text ?? '')
  return contactOf(words.join(''), [])
}

export function emailLevel(a: Contact, b: Contact): ContactLevel {
  if (a.text === b.text) return 'same'
  const slips = distance(a.text, b.text, 4)
  const [local = '', domain = ''] = a.parts
  const isSameLocal = local === b.parts[0]
  // Another number behind one name is another mailbox, and a mailbox of the same name elsewhere is no slip.
  const isSlip = isSameLocal ? !isElsewhere(domain, b.parts[1] ?? '') : withoutDigits(a.text) !== withoutDigits(b.text)
  if (slips <= 1 && isSlip) return 'oneLetter'
  return slips <= 4 || (local.length > 4 && isSameLocal) ? 'alike' : 'differs'
}

const withoutDigits = (text: string): string => text.replace(/\d/g, '')

/** Whether two domains with one letter between them are two providers: nothing is left of a name so short, or both end well. */
function isElsewhere(a: string, b: string): boolean {
  if (a === b) return false
  const [name, other] = [a, b].map((domain) => domain.slice(0, Math.max(0, domain.lastIndexOf('.'))))
  return Math.max(a.length, b.length) < SHORTEST_DOMAIN || (name === other && ENDING.test(a) && ENDING.test(b))
}

const SHORTEST_DOMAIN = 6
const ENDING = /\.(?:be|fr|nl|de|lu|eu|com|net|org|uk|es|it|ch)$/

/**
 * Whether an e-mail is made of this person's names: `quentin.wattiez`, `qwattiez12`, `wattiezq`. Another person of the same
 * names has one like it.
 */
export function followsFromNames({ parts: [local = ''] }: Contact, names: readonly Name[]): boolean {
  const written = withoutDigits(local)
  let left = written
  for (const piece of names
    .flatMap(({ whole, text, words }) => [whole, text, ...words])
    .toSorted((a, b) => b.length - a.length)) {
    if (piece.length > 2) left = left.replace(piece, '')
  }
  return left.length <= MOST_LEFT && left.length < written.length
}

/** An initial, two of them, or a particle. */
const MOST_LEFT = 3

export function numberLevel(a: Contact, b: Contact): ContactLevel {
  if (a.text === b.text) return 'same'
  const slips = distance(a.text, b.text, 2)
  if (slips <= 1) return 'oneLetter'
  return slips === 2 && a.text.length > 5 ? 'alike' : 'differs'
}

export function placeLevel(a: Contact, b: Contact): ContactLevel {
  if (a.text === b.text) return 'same'
  const most = Math.min(4, Math.floor(Math.max(a.text.length, b.text.length) / 3))
  const slips = distance(a.text, b.text, most)
  if (slips <= 1) return 'oneLetter'
  const [shorter, longer] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts]
  const common = shorter.filter((word) => word.length > 2 && longer.includes(word)).length
  return slips <= most || (common > 0 && common * 2 >= shorter.length) ? 'alike' : 'differs'
}

import { distance } from './distance.ts'
import { wordsOf } from './letters.ts'

/** A way to reach somebody, or a place or a number of his. */
export interface Contact {
  /** What is counted and compared. */
  readonly text: string
  /** What stands before the sign of an address, the words of a place. */
  readonly parts: readonly string[]
}

/** How near two contacts are, the nearest first. */
export const contactLevels = ['same', 'oneLetter', 'alike', 'differs'] as const
export type ContactLevel = (typeof contactLevels)[number]

const LONGEST = 120

const contactOf = (text: string, parts: readonly string[]): Contact | null =>
  text === '' ? null : { text: text.slice(0, LONGEST), parts }

export function emailOf(text: string | null | undefined): Contact | null {
  const written = (text ?? '').normalize('NFKC').trim().toLowerCase()
  const at = written.lastIndexOf('@')
  const local = at === -1 ? written : written.slice(0, at)
  return contactOf(written, [local.replace(/\+.*$/, '').replace(/[^\p{L}\p{N}]/gu, '')])
}

/** A number as dialled from within a country: its last nine digits, without the nought that another country leaves out. */
export function phoneOf(text: string | null | undefined): Contact | null {
  const digits = (text ?? '').normalize('NFKC').replace(/\D/g, '')
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
  // Another number behind one name is another mailbox.
  if (slips <= 1 && withoutDigits(a.text) !== withoutDigits(b.text)) return 'oneLetter'
  const local = a.parts[0] ?? ''
  return slips <= 4 || (local.length > 4 && local === b.parts[0]) ? 'alike' : 'differs'
}

const withoutDigits = (text: string): string => text.replace(/\d/g, '')

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

import { repair } from './repair.ts'
import letters from './tables/letters.json' with { type: 'json' }
import spellings from './tables/spellings.json' with { type: 'json' }

const LATIN: Readonly<Record<string, string>> = letters

/** No name needs more; a text of a million characters must cost no more than a name. */
const LONGEST = 120

// Invisible in a form: marks of direction, zero widths.
const INVISIBLE = /\p{Cf}/gu
const PLAIN = /^[a-z ]*$/i
const JOINING = /(\p{L})['’‘`´ʹʼ](?=\p{L})/gu

/** What a program writes in place of letters that its encoding does not have. */
const LOST = /[?\ufffd]+/gu

/**
 * The words of a name in plain Latin letters: lower case, without accents, apostrophes closed, hyphens as spaces.
 *
 * Letters of other alphabets are written as the usual passports do; those of none of the known ones stay as they are, so
 * that a name in them still equals itself.
 */
export function wordsOf(text: string): readonly string[] {
  // Most names; the steps below change nothing in them, and cost the most of a search.
  if (PLAIN.test(text) && text.length <= LONGEST) return text.toLowerCase().split(' ').filter(Boolean)
  return repair(text.slice(0, LONGEST))
    .normalize('NFKD')
    .replace(/[\p{M}]+/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(LOST, '')
    .replace(JOINING, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[^a-z0-9 ]/gu, (letter) => LATIN[letter] ?? letter)
    .split(' ')
    .filter(Boolean)
}

/**
 * What a name with lost letters may have been, or null when it lost none or too little of it is left: `Ren?` → `ren` and
 * one letter, or the two that write one in Latin letters.
 */
export function lostLettersOf(text: string): RegExp | null {
  if (!PERHAPS_LOST.test(text)) return null
  const repaired = repair(text.slice(0, LONGEST))
  const parts = repaired.split(LOST).map((part) => wordsOf(part).join(''))
  if (parts.length < 2 || parts.length > MOST_LOST || parts.join('').length < parts.length) return null
  const lost = [...repaired.matchAll(LOST)].map(([run]) => `.{1,${Math.min(4, run.length * 2)}}`)
  return new RegExp(`^${parts.map((part, at) => part + (lost[at] ?? '')).join('')}$`, 'u')
}

const MOST_LOST = 6
// U+FFFD read in the wrong encoding, once or twice, begins with ï or Ã.
const PERHAPS_LOST = /[?\ufffd\u00ef\u00c3]/u

// Spellings of one sound in Belgium's languages and in the usual writings of Arabic, Turkish and Slavic names.
const SPELLINGS: Readonly<Record<string, string>> = spellings
const WRITTEN = new RegExp(
  Object.keys(SPELLINGS)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/** One spelling for the writings of one name: Janssens and Jansens, Joessoef and Youssouf. */
export const spellingOf = (word: string): string =>
  word
    .replace(WRITTEN, (written, at: number) =>
      written === 'c' && SOFT.has(word.charAt(at + 1)) ? 's' : (SPELLINGS[written] ?? written),
    )
    .replace(/(.)\1+/g, '$1') || word

const SOFT: ReadonlySet<string> = new Set(['e', 'i', 'y'])

const HARD: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k', v: 'f', m: 'n' }

/** The bones of a spelling: its first letter and the consonants after it, voiced as voiceless. */
export function soundOf(spelling: string): string {
  const bones = spelling.charAt(0) + spelling.slice(1).replace(/[aeiou]/g, '')
  return bones
    .replace(/[bdgvm]/g, (letter) => HARD[letter] ?? letter)
    .replace(/(.)\1+/g, '$1')
    .slice(0, 6)
}

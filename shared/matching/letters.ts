import { repair } from './repair.ts'
import letters from './tables/letters.json' with { type: 'json' }
import spellings from './tables/spellings.json' with { type: 'json' }

const LATIN: Readonly<Record<string, string>> = letters

/** No name needs more; a text of a million characters must cost no more than a name. */
const LONGEST = 120

// Invisible in a form: marks of direction, zero widths.
const INVISIBLE = /\p{Cf}/gu
const JOINING = /(\p{L})['’‘`´ʹʼ](?=\p{L})/gu

/**
 * The words of a name in plain Latin letters: lower case, without accents, apostrophes closed, hyphens as spaces.
 *
 * Letters of other alphabets are written as the usual passports do; those of none of the known ones stay as they are, so
 * that a name in them still equals itself.
 */
export function wordsOf(text: string): readonly string[] {
  return repair(text.slice(0, LONGEST))
    .normalize('NFKD')
    .replace(/[\p{M}]+/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(JOINING, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[^a-z0-9 ]/gu, (letter) => LATIN[letter] ?? letter)
    .split(' ')
    .filter(Boolean)
}

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

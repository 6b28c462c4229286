import { wordsOf } from '../matching/letters.ts'
import givenNames from '../matching/tables/givenNames.json' with { type: 'json' }

const GIVEN: ReadonlySet<string> = new Set(givenNames.flat().flatMap((name) => wordsOf(name)))

// Written small inside a name, and never the whole of it.
const PARTICLES: ReadonlySet<string> = new Set(
  "van vande vanden vander de den der het 't ten ter te op in la le les du des da dos di del della von vom zu zum zur et en y e".split(
    ' ',
  ),
)
/** Begin a family name although they are no words that stand small in it. */
const BEGINNERS: ReadonlySet<string> = new Set(['el', 'al', 'ben', 'bin', 'ait', 'ould', 'abd', 'st', 'saint', 'sint'])

const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase().replace('’', "'"))
const begins = (word: string): boolean => isParticle(word) || BEGINNERS.has(word.toLowerCase())

const isMixed = (text: string): boolean => /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text)
const isCapitals = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word)

const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^(['’])T$/u, '$1t')

/**
 * A name typed all in capitals, or all small, as an administration writes it: `VAN DEN BROECK` → `Van den Broeck`.
 *
 * What is mixed already was written by somebody who knew, and stays.
 */
export function normalCase(text: string): string {
  if (text === '' || isMixed(text)) return text
  return text
    .split(' ')
    .map((word, at, words) => {
      if (at === 0 || at === words.length - 1) return capitalised(word)
      return isParticle(word) ? word.toLowerCase() : capitalised(word)
    })
    .map((word, at) =>
      at > 0 ? word.replace(/^([DL])(['’])/u, (_, letter: string, mark: string) => letter.toLowerCase() + mark) : word,
    )
    .join(' ')
}

/** Every word of it is a first name that is known. */
export const areGivenNames = (text: string): boolean => {
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => GIVEN.has(word))
}

const COURTESY = /^(?:m\.|mr\.?|mme\.?|mlle\.?|dhr\.?|mevr\.?|mw\.|monsieur|madame|mevrouw|de heer)\s+(?=\S)/iu

interface FullName {
  readonly lastName: string
  readonly firstName: string
}

/**
 * Two names in one cell. A comma parts them, then capitals do (`VAN DEN BROECK Élise`), then particles and the first
 * names that are known, in the order that the column has. Null when only one name stands there, `DE SMET` as well.
 */
export function splitFullName(cell: string, order: 'nameFirst' | 'firstNameFirst'): FullName | null {
  const text = cell.replace(/\s+/gu, ' ').trim().replace(COURTESY, '')
  const comma = text.indexOf(',')
  if (comma > 0) {
    const [lastName, firstName] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
    return firstName === '' ? null : { lastName, firstName }
  }
  const words = text.split(' ')
  if (words.length < 2) return null
  const run = capitalRun(words)
  if (run) {
    const [from, to] = run
    return {
      lastName: words.slice(from, to).join(' '),
      firstName: [...words.slice(0, from), ...words.slice(to)].join(' '),
    }
  }
  const isOne = words.slice(0, -1).every(isParticle) && !areGivenNames(words.at(-1) ?? '')
  if (order === 'nameFirst' && isOne) return null
  const at = order === 'nameFirst' ? endOfFamilyName(words) : startOfFamilyName(words)
  const [before, after] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
  return order === 'nameFirst' ? { lastName: before, firstName: after } : { lastName: after, firstName: before }
}

/** The words in capitals at one end, with the particles before them, where the others are not in capitals. */
function capitalRun(words: readonly string[]): readonly [from: number, to: number] | null {
  const first = words.findIndex(isCapitals)
  const last = words.findLastIndex(isCapitals)
  if (first < 0) return null
  let from = first
  while (from > 0 && isParticle(words[from - 1] ?? '')) from -= 1
  const inside = words.slice(from, last + 1)
  if (!inside.every((word) => isCapitals(word) || isParticle(word))) return null
  const isWhole = from === 0 && last === words.length - 1
  return isWhole || (from > 0 && last < words.length - 1) ? null : [from, last + 1]
}

/** `Van den Broeck Élise`, `Garcia Lopez Maria`: after the particles and a word, or before the first known first name. */
function endOfFamilyName(words: readonly string[]): number {
  let at = 0
  while (at < words.length - 2 && begins(words[at] ?? '')) at += 1
  at += 1
  const given = words.findIndex((word, index) => index >= at && areGivenNames(word))
  return given > 0 ? given : at
}

/** `Élise Van den Broeck`, `Jean Pierre Martin`: at the first particle, or after the known first names. */
function startOfFamilyName(words: readonly string[]): number {
  const particle = words.findIndex((word, index) => index > 0 && begins(word))
  if (particle > 0) return particle
  let at = 1
  while (at < words.length - 1 && areGivenNames(words[at] ?? '')) at += 1
  return at
}

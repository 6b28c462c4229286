import { distance, lettersOf, startsAlike, unlike } from './distance.ts'
import { lostLettersOf, soundOf, spellingOf, wordsOf } from './letters.ts'
import givenNames from './tables/givenNames.json' with { type: 'json' }
import particles from './tables/particles.json' with { type: 'json' }

/** A family name or a first name, as it is compared. */
export interface Name {
  /** Its words without particles, in one: what is counted as "this name". */
  readonly text: string
  /** With the particles. */
  readonly whole: string
  readonly words: readonly string[]
  readonly spelling: string
  readonly sound: string
  /** The first letters of all its words: `jp` of Jean-Pierre. */
  readonly initials: string
  /** The letters of the text, one bit each. */
  readonly letters: number
  /** Which groups of given names it belongs to. */
  readonly groups: readonly number[]
  /** What it may have been when its encoding lost letters; null when it lost none. */
  readonly lost: RegExp | null
}

/** How near two names are, the nearest first. What stands for what is counted and weighed in weights.json. */
export const nameLevels = [
  'same',
  'sameSpelling',
  'shortForm',
  'partOf',
  'initial',
  'oneLetter',
  'twoLetters',
  'sounds',
  'alike',
  'differs',
] as const
export type NameLevel = (typeof nameLevels)[number]

const PARTICLES: ReadonlySet<string> = new Set(particles)

const groupsByName = new Map<string, number[]>()
for (const [group, names] of givenNames.entries()) {
  for (const name of names) {
    const text = wordsOf(name).join('')
    const groups = groupsByName.get(text) ?? []
    if (!groups.includes(group)) groupsByName.set(text, [...groups, group])
  }
}

// Van and den are written together or apart; a beginning like this is the same particle.
const GLUED = /^(?:vanden|vander|vande|van)(?=\p{L}{4})/u

/** The name that a text holds, or null when it holds no letter or digit. */
export const nameOf = (text: string | null | undefined): Name | null => (text ? readName(text) : null)

const MOST_REMEMBERED = 16_384

/** Reads names and remembers those of before, which come again and again; what it remembers goes with it. */
export function createNameReader(): typeof nameOf {
  const remembered = new Map<string, Name | null>()
  return (text) => {
    if (!text) return null
    let name = remembered.get(text)
    if (name === undefined) {
      if (remembered.size === MOST_REMEMBERED) remembered.clear()
      remembered.set(text, (name = readName(text)))
    }
    return name
  }
}

function readName(text: string): Name | null {
  const all = wordsOf(text)
  if (all.length === 0) return null
  const kept = all.filter((word, index) => !PARTICLES.has(word) || (index === all.length - 1 && all.length === 1))
  const words = (kept.length > 0 ? kept : all).map((word) => word.replace(GLUED, ''))
  const joined = words.join('')
  const spelling = spellingOf(joined)
  return {
    text: joined,
    whole: all.join(''),
    words,
    spelling,
    sound: soundOf(spelling),
    initials: words.map((word) => word.charAt(0)).join(''),
    letters: lettersOf(joined),
    groups: groupsByName.get(joined) ?? groupsByName.get(words[0] ?? '') ?? [],
    lost: lostLettersOf(text),
  }
}

/** Jean-Philippe may be Jan Filip; Marie-Claire is not Marie-Louise. */
function endAlike(a: Name, b: Name): boolean {
  if (a.words.length === 1 || b.words.length === 1) return true
  const [end, other] = [a, b].map(({ words }) => spellingOf(words.slice(1).join(''))) as [string, string]
  return distance(end, other, 1) <= 1
}

const isInitialOf = (short: Name, long: Name): boolean =>
  short.text.length <= Math.min(3, long.words.length) && long.text.length > short.text.length
    ? long.initials.startsWith(short.text)
    : short.words.length > 1 && short.text.length === short.words.length && long.initials === short.text

const isPartOf = (short: Name, long: Name): boolean =>
  short.words.length < long.words.length &&
  short.text.length > 1 &&
  short.words.every((word) => long.words.includes(word))

const isReordered = ({ words: a }: Name, { words: b }: Name): boolean =>
  a.length > 1 && a.length === b.length && a.every((word) => b.includes(word)) && b.every((word) => a.includes(word))

/** Whether the letters that were lost are those that the other name has in their places. */
const isLeftOf = ({ lost }: Name, { text, whole }: Name): boolean =>
  lost !== null && (lost.test(text) || lost.test(whole))

/** How near two names of the same field are. */
export function nameLevel(a: Name, b: Name): NameLevel {
  if (a.text === b.text || a.whole === b.whole) return 'same'
  if (a.spelling === b.spelling && a.spelling.length > 1) return 'sameSpelling'
  if (isLeftOf(a, b) || isLeftOf(b, a)) return 'sameSpelling'
  if (a.groups.length > 0 && a.groups.some((group) => b.groups.includes(group)) && endAlike(a, b)) return 'shortForm'
  if (isPartOf(a, b) || isPartOf(b, a) || isReordered(a, b)) return 'partOf'
  if (isInitialOf(a, b) || isInitialOf(b, a)) return 'initial'
  return letterLevel(a, b)
}

function letterLevel(a: Name, b: Name): NameLevel {
  const [shorter, longer] = a.text.length <= b.text.length ? [a.text, b.text] : [b.text, a.text]
  const most = longer.length < 4 ? 1 : longer.length < 6 ? 2 : longer.length < 9 ? 3 : 4
  const slips = slipsOf(a, b, most)
  if (slips <= 1 && longer.length > 2) return 'oneLetter'
  if (slips <= 2 && longer.length > 4) return 'twoLetters'
  if (a.sound === b.sound && a.sound.length > 2) return 'sounds'
  // Margaux and Arnaud have as much in common as these many slips leave, and are two names.
  const isFirstEqual = a.text.charCodeAt(0) === b.text.charCodeAt(0)
  if (slips <= most && longer.length > 6 && (isFirstEqual || slips * 3 <= longer.length)) return 'alike'
  if (shorter.length > 3 && longer.startsWith(shorter)) return 'alike'
  if (a.words.length + b.words.length > 2 && sharesWord(a, b)) return 'alike'
  return startsAlike(a.text, b.text) ? 'alike' : 'differs'
}

function slipsOf(a: Name, b: Name, most: number): number {
  const written = unlike(a.letters, b.letters) > most ? most + 1 : distance(a.text, b.text, most)
  if (written <= 1 || (a.spelling === a.text && b.spelling === b.text)) return written
  if (a.spelling.charCodeAt(0) !== b.spelling.charCodeAt(0)) return written
  return Math.min(written, distance(a.spelling, b.spelling, most))
}

const sharesWord = (a: Name, b: Name): boolean => a.words.some((word) => word.length > 3 && b.words.includes(word))

export const lengthOf = (a: Name, b: Name): number => Math.min(a.text.length, b.text.length)

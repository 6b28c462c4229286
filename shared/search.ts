import { fold } from './text.ts'

/** What somebody typed into a search box, as a record's search text is compared with it. */
export interface Query {
  /** Each must stand somewhere in the search text. */
  readonly terms: readonly string[]
  /** The words of it that may be a misspelt name, in their order. */
  readonly words: readonly string[]
  /** The terms that are no names: numbers, dates. Nobody resembles another because of them. */
  readonly fixed: readonly string[]
}

/** 14/03/1988, 14.3.1988, and what stands there while it is being typed: 14/03, 14/03/19. */
const TYPED_DATE = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{0,4}))?$/

const two = (text: string): string => text.padStart(2, '0')

/** The search text holds a date the other way round, as three words. */
function dateTerms([, day = '', month = '', year = '']: RegExpExecArray): readonly string[] {
  const dayOfYear = ` ${two(month)} ${two(day)}`
  if (year.length === 4) return [` ${year}${dayOfYear}`]
  return year === '' ? [dayOfYear] : [dayOfYear, ` ${year}`]
}

const isName = (word: string): boolean => word.length > 1 && !/\d/.test(word)

/** Reads a search: names, login, e-mail address and birth date in any order. */
export function readQuery(text: string): Query {
  const terms: string[] = []
  const words: string[] = []
  const fixed: string[] = []
  for (const piece of text.normalize('NFC').split(/\s+/u)) {
    const date = TYPED_DATE.exec(piece)
    const found = date ? dateTerms(date) : fold(piece).split(' ').filter(Boolean)
    terms.push(...found)
    if (date) fixed.push(...found)
    // Of an address only what stands before the sign may be a name.
    else if (piece.includes('@'))
      words.push(
        ...fold(piece.split('@')[0] ?? '')
          .split(/[^\p{L}]+/u)
          .filter(isName),
      )
    else {
      words.push(...found.filter(isName))
      fixed.push(...found.filter((word) => /\d/.test(word)))
    }
  }
  return { terms, words, fixed }
}

/** The letters of a folded word as one bit each: what two words can at most have in common is seen without comparing. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Slips of the keyboard or the ear that a word of this length may hold and still be the same name. */
const slipsOf = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 11 ? 2 : 3)

const LONGEST = 30

/** A name that is still being typed is less near than the whole one. */
const UNFINISHED = 0.15

/**
 * How near a name is to what was typed: 1 for the same, 0 for another one.
 *
 * Made once for a typed word and asked for thousands of names. Both are folded and hold no spaces. A slip is a letter too
 * many, one too few, another one, or two that changed places; the name may go on after what was typed.
 */
export function nearTo(word: string): (name: string, letters: number) => number {
  const wanted = word.length
  const slips = slipsOf(wanted)
  const own = lettersOf(word)
  const beyond = slips + 1
  let before = new Uint8Array(LONGEST + 8)
  let above = new Uint8Array(LONGEST + 8)
  let row = new Uint8Array(LONGEST + 8)

  return (name, letters) => {
    const length = name.length
    if (length < wanted - slips || countBits(own & ~letters) > slips) return 0
    if (name.startsWith(word)) return 1 - UNFINISHED * (1 - wanted / length)
    if (slips === 0) return 0
    // Optimal string alignment, only where it can stay within the slips. Its last row says how near each beginning of
    // the name is.
    const last = Math.min(length, wanted + slips)
    for (let j = 0; j <= last; j += 1) above[j] = j
    for (let i = 1; i <= wanted; i += 1) {
      const [from, to] = [Math.max(1, i - slips), Math.min(last, i + slips)]
      row[from - 1] = from === 1 ? i : beyond
      let least = row[from - 1] as number
      const letter = word.charCodeAt(i - 1)
      for (let j = from; j <= to; j += 1) {
        const other = name.charCodeAt(j - 1)
        const across = (above[j - 1] as number) + (letter === other ? 0 : 1)
        const down = j === i + slips ? beyond : (above[j] as number) + 1
        let steps = Math.min(down, (row[j - 1] as number) + 1, across)
        if (i > 1 && j > 1 && letter === name.charCodeAt(j - 2) && word.charCodeAt(i - 2) === other) {
          steps = Math.min(steps, (before[j - 2] as number) + 1)
        }
        row[j] = steps
        if (steps < least) least = steps
      }
      if (least > slips) return 0
      ;[before, above, row] = [above, row, before]
    }
    const whole = length <= last ? (above[length] as number) : beyond
    let best = whole <= slips ? 1 - whole / Math.max(wanted, length) : 0
    for (let j = Math.max(1, wanted - slips); j <= last && j < length; j += 1) {
      const steps = above[j] as number
      if (steps <= slips) best = Math.max(best, 1 - steps / wanted - UNFINISHED * (1 - j / length))
    }
    return best
  }
}

/** Below this share of what was typed, nobody would call it alike. */
const LEAST_ALIKE = 0.6
const MOST_WORDS = 6
const MOST_GLUED = 3
/** Longer words are not glued to the next one: they are no particles. */
const LONGEST_PARTICLE = 6

/** Some words of a query taken as one name: "van den broek" is also sought as "vandenbroek". */
interface Span {
  readonly from: number
  readonly to: number
  readonly word: string
}

/** Every run of neighbouring words, the longest text first. */
export function spansOf(words: readonly string[]): readonly Span[] {
  const kept = words.slice(0, MOST_WORDS)
  return kept
    .flatMap((_, from) =>
      Array.from({ length: Math.min(MOST_GLUED, kept.length - from) }, (_unused, more): Span => {
        const to = from + more + 1
        return { from, to, word: kept.slice(from, to).join('') }
      }),
    )
    .filter(({ from, to, word }) => {
      const particles = kept.slice(from, to - 1)
      return word.length <= LONGEST && particles.every(({ length }) => length <= LONGEST_PARTICLE)
    })
    .toSorted((a, b) => b.word.length - a.word.length)
}

/** The spans of which a record must have at least one: what the others hold together is not enough to be alike. */
export function neededOf(spans: readonly Span[]): readonly number[] {
  const letters = lettersIn(spans)
  let rest = letters
  const needed = new Set<number>()
  for (const { from, word } of spans.filter(isSingle)) {
    if (rest < LEAST_ALIKE * letters) break
    rest -= word.length
    needed.add(from)
  }
  return [...spans.keys()].filter((index) => {
    const { from = 0, to = 0 } = spans[index] ?? {}
    return Array.from({ length: to - from }, (_, more) => from + more).some((place) => needed.has(place))
  })
}

/**
 * How alike a record is to the whole query, 0 … 1: its words, alone or glued to their neighbours, each as near as its
 * nearest name, weighed by their letters. 0 when it is not alike enough to be shown.
 *
 * Made once for the spans of a query; asked with one nearness for each of them, in their order.
 */
export function alikeTo(spans: readonly Span[]): (near: ArrayLike<number>) => number {
  const most = spans.reduce((last, { to }) => Math.max(last, to), 0)
  const best = new Float64Array(most + 1)
  const letters = lettersIn(spans)
  return (near) => {
    for (let to = 1; to <= most; to += 1) {
      let sum = best[to - 1] as number
      for (let i = 0; i < spans.length; i += 1) {
        const span = spans[i] as Span
        if (span.to !== to) continue
        sum = Math.max(sum, (best[span.from] as number) + (near[i] as number) * span.word.length)
      }
      best[to] = sum
    }
    const share = letters === 0 ? 0 : (best[most] as number) / letters
    return share < LEAST_ALIKE ? 0 : share
  }
}

const isSingle = ({ from, to }: Span): boolean => to - from === 1

const lettersIn = (spans: readonly Span[]): number =>
  spans.filter(isSingle).reduce((sum, { word }) => sum + word.length, 0)

/** The names that a record can be found by when they are misspelt: each word, and a name of several words as one. */
export function namesOf({
  lastName,
  firstName,
}: {
  readonly lastName: string
  readonly firstName: string
}): readonly string[] {
  const found = new Set<string>()
  for (const name of [fold(lastName), fold(firstName)]) {
    const words = name.split(' ').filter(Boolean)
    for (const word of words) found.add(word)
    if (words.length > 1) found.add(words.join(''))
  }
  return [...found]
}

import type { Chance } from '../../../../src-central/demo/random.ts'
import { inEitherName, type PersonError } from './error.ts'

// Where a Belgian keyboard has its letters: a finger slips to a neighbour.
const rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn']
const letters = rows.join('')

function neighbourOf(letter: string, random: Chance): string {
  const lower = letter.toLowerCase()
  const row = rows.find((keys) => keys.includes(lower))
  const at = row?.indexOf(lower) ?? 0
  const near = row ? [row[at - 1], row[at + 1]].filter((key) => key !== undefined) : ['e', 'a', 's', 'n']
  const key = random.happens(0.6) ? random.pick(near) : letters.charAt(random.between(0, letters.length - 1))
  const slipped = key === lower ? random.pick(near) : key
  return letter === lower ? slipped : slipped.toUpperCase()
}

const letterPlaces = (text: string): readonly number[] => [...text.matchAll(/\p{L}/gu)].map(({ index }) => index)

/** One letter another, missing, doubled or too many. The first letter of a name seldom goes wrong. */
export function slip(text: string, random: Chance): string | null {
  const places = letterPlaces(text)
  if (places.length < 3) return null
  const place = random.happens(0.08) ? places[0] : random.pick(places.slice(1))
  if (place === undefined) return null
  const [before, letter, after] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)]
  return random.weighted([
    [`${before}${neighbourOf(letter, random)}${after}`, 45],
    [`${before}${after}`, 30],
    [`${before}${letter}${letter.toLowerCase()}${after}`, 10],
    [`${before}${letter}${neighbourOf(letter.toLowerCase(), random)}${after}`, 15],
  ])
}

function twoSlips(text: string, random: Chance): string | null {
  if (letterPlaces(text).length < 6) return null
  for (let tries = 0; tries < 10; tries += 1) {
    const once = slip(text, random)
    const twice = once === null ? null : slip(once, random)
    if (twice !== null && !isOneSlip(text, twice)) return twice
  }
  return null
}

/** Whether one step makes the one text of the other; two slips may undo each other. */
export function isOneSlip(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (longer.length - shorter.length > 1) return false
  let head = 0
  while (head < shorter.length && shorter[head] === longer[head]) head += 1
  let tail = 0
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail += 1
  return longer.length - head - tail <= 1
}

/** Two neighbouring letters in the other order. */
function transposed(text: string, random: Chance): string | null {
  const places = letterPlaces(text).filter(
    (place) => place > 0 && /\p{L}/u.test(text.charAt(place + 1)) && text.charAt(place) !== text.charAt(place + 1),
  )
  if (places.length === 0) return null
  const place = random.pick(places)
  return `${text.slice(0, place)}${text.charAt(place + 1)}${text.charAt(place)}${text.slice(place + 2)}`
}

// What is heard the same is written one way and the other.
const heard: readonly (readonly [RegExp, string])[] = [
  [/ck/, 'k'],
  [/ckx$/, 'x'],
  [/x$/, 'ckx'],
  [/ae/, 'aa'],
  [/ij/, 'y'],
  [/y/, 'ij'],
  [/dt$/, 't'],
  [/dt$/, 'd'],
  [/ph/, 'f'],
  [/th/, 't'],
  [/ss/, 's'],
  [/ll/, 'l'],
  [/nn/, 'n'],
  [/tt/, 't'],
  [/eau/, 'eaux'],
  [/eaux/, 'aux'],
  [/ez$/, 'é'],
  [/sch/, 's'],
  [/gh/, 'g'],
  [/uy/, 'ui'],
  [/ks/, 'x'],
  [/oe/, 'ou'],
  [/ou/, 'oe'],
  [/c(?=[aou])/, 'k'],
]

function asHeard(text: string, random: Chance): string | null {
  const fitting = heard.filter(([written]) => written.test(text))
  if (fitting.length === 0) return null
  const [written, other] = random.pick(fitting)
  return text.replace(written, other)
}

export const letterErrors: readonly PersonError[] = [
  inEitherName('oneLetter', slip),
  inEitherName('twoLetters', twoSlips),
  inEitherName('transposedLetters', transposed),
  inEitherName('writtenAsHeard', asHeard),
]

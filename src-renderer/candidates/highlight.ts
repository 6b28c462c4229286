import { lettersOf, nearTo, readQuery, spansOf } from '../../shared/search.ts'
import { fold } from '../../shared/text.ts'

export interface Piece {
  /** Where it begins in the text. */
  readonly start: number
  readonly text: string
  readonly hit: boolean
}

/** The folded text with, for each of its characters, the place of the character that it came from. */
function foldedWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const character of text) {
    const plain = fold(character) || (/\p{M}/u.test(character) ? '' : ' ')
    folded += plain
    for (let i = 0; i < plain.length; i += 1) places.push(place)
    place += character.length
  }
  return { folded, places }
}

/**
 * Cuts a text into found and other pieces, as the search compares: without accents, case, hyphens and apostrophes.
 *
 * Each word of the query is marked where a word of the text begins with it, or else wherever it stands; the space between
 * two found words is marked too when nothing else stands there.
 */
export function highlight(text: string, query: string): readonly Piece[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0 || text === '') return [{ start: 0, text, hit: false }]
  const { folded, places } = foldedWithPlaces(text)
  const marked = Array.from({ length: text.length }, () => false)
  for (const word of words) {
    const found: number[] = []
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) found.push(at)
    const begins = found.filter((at) => !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ''))
    for (const at of begins.length > 0 ? begins : found) {
      marked.fill(true, places[at], places[at + word.length] ?? text.length)
    }
  }
  return piecesOf(text, bridged(text, marked))
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/**
 * The same for a name that is only near to the query: each of its words that is near to one of the query's, or all of them
 * when they are near to it together ("Van den Broeck" and "vandenbroek").
 */
export function highlightNear(name: string, query: string): readonly Piece[] {
  const found = [...name.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: fold(match[0]),
  }))
  const glued = found.map(({ word }) => word).join('')
  const marked = Array.from({ length: name.length }, () => false)
  for (const { word: wanted } of spansOf(readQuery(query).words)) {
    const near = nearTo(wanted)
    const isNear = (word: string) => near(word, lettersOf(word)) > 0
    const all = found.length > 1 && isNear(glued)
    for (const { from, to, word } of found) if (all || isNear(word)) marked.fill(true, from, to)
  }
  return name === '' ? [] : piecesOf(name, bridged(name, marked))
}

/** A name of several words that the search found because it was typed as one. */
export function isFoundGlued(name: string, query: string): boolean {
  const folded = fold(name)
  const glued = folded.replaceAll(' ', '')
  return readQuery(query).words.some((word) => !folded.includes(word) && glued.startsWith(word))
}

/** Joins two found words that only a space, hyphen or apostrophe separates. */
function bridged(text: string, marked: readonly boolean[]): readonly boolean[] {
  const joined = [...marked]
  for (const gap of text.matchAll(/[\s'’`´-]+/gu)) {
    const end = gap.index + gap[0].length
    if (marked[gap.index - 1] && marked[end]) joined.fill(true, gap.index, end)
  }
  return joined
}

function piecesOf(text: string, marked: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let i = 1; i <= text.length; i += 1) {
    if (i < text.length && marked[i] === marked[start]) continue
    pieces.push({ start, text: text.slice(start, i), hit: marked[start] ?? false })
    start = i
  }
  return pieces
}

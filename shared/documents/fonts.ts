import * as fontkit from 'fontkit'
import { Refusal } from '../parse.ts'
import { fail } from '../result.ts'

/** The three typefaces of the documents: `text` and `strong` for what is read, `display` for titles and names. */
export const styles = ['text', 'strong', 'display'] as const
export type Style = (typeof styles)[number]

/** Where each is kept under resources/fonts. */
const fontFiles: Readonly<Record<Style, string>> = {
  text: 'Inter-Regular.ttf',
  strong: 'Inter-SemiBold.ttf',
  display: 'EBGaramond-SemiBold.ttf',
}

/** One typeface, read once. */
export interface Face {
  readonly font: fontkit.Font
  /** How much closer each pair of letters stands, in font units: asking the typeface every time is most of the work. */
  readonly pairs: Map<string, number>
}

/** Typefaces that serve any number of documents: reading them is most of the time that one document takes. */
export interface Fonts {
  readonly bytes: Readonly<Record<Style, Uint8Array>>
  readonly faces: Readonly<Record<Style, Face>>
}

/** @param read the bytes of one of the files of resources/fonts */
export function openFonts(read: (file: string) => Uint8Array): Fonts {
  const bytes = { text: read(fontFiles.text), strong: read(fontFiles.strong), display: read(fontFiles.display) }
  const open = (style: Style): Face => {
    const font = fontkit.create(bytes[style] as Parameters<typeof fontkit.create>[0])
    if (!('unitsPerEm' in font)) throw new Error('a typeface of the documents is a collection')
    // Each glyph keeps the letter that it was first asked for, and none when it was first met as a part of another one.
    // Asked for here, in order, it is searched and read aloud as the same letter in every file.
    for (const point of commonFirst(font.characterSet)) font.glyphForCodePoint(point)
    return { font, pairs: new Map() }
  }
  return { bytes, faces: { text: open('text'), strong: open('strong'), display: open('display') } }
}

/** Some letters share a drawing: ’ with ʼ, Đ with Ð. The drawing goes by the name of the one that is met more often. */
function commonFirst(points: readonly number[]): readonly number[] {
  const isCommon = (point: number) =>
    point < 0x7f || (point >= 0x100 && point < 0x180) || (point >= 0x2010 && point <= 0x2026)
  return [...points.filter(isCommon), ...points.filter((point) => !isCommon(point))]
}

/** A run of letters as it will be drawn. Its letters do not change with the size, and its width only in proportion. */
export interface Run {
  readonly letters: readonly string[]
  /** At size 1. */
  readonly width: number
  /** How far each letter is drawn towards the one before it, in thousandths of its size. */
  readonly kerns: readonly number[]
}

/**
 * Measures a text. A letter that the typeface does not have is refused with `document.letterMissing`: it would be
 * printed as a box or not at all, on a document that somebody keeps for years.
 */
export function measure(face: Face, text: string): Run {
  const { font } = face
  const letters = Array.from(tidied(text))
  const kerns: number[] = []
  let width = 0
  letters.forEach((letter, at) => {
    const point = letter.codePointAt(0) ?? 0
    if (!font.hasGlyphForCodePoint(point)) {
      throw new Refusal(fail('document.letterMissing', 'a letter is missing in the typeface').error)
    }
    const kern = at === 0 ? 0 : kernOf(face, letters[at - 1] ?? '', letter)
    kerns.push((-kern / font.unitsPerEm) * 1000)
    width += font.glyphForCodePoint(point).advanceWidth + kern
  })
  return { letters, width: width / font.unitsPerEm, kerns }
}

function kernOf({ font, pairs }: Face, left: string, right: string): number {
  const pair = left + right
  const known = pairs.get(pair)
  if (known !== undefined) return known
  const { glyphs, positions } = font.layout(pair)
  const kern = (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0)
  pairs.set(pair, kern)
  return kern
}

/** Composed letters and plain spaces: what comes from elsewhere may hold an accent apart, a tab or a line break. */
const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

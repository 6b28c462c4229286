import type { Chance } from '../../../../src-central/demo/random.ts'
import { inBothNames, type PersonError } from './error.ts'

const latin = new TextDecoder('windows-1252')

/** UTF-8 read as windows-1252, once or twice, or letters that nobody could read. */
function damaged(text: string, random: Chance): string | null {
  if (/^[ -~]*$/.test(text)) return null
  const misread = (one: string): string => latin.decode(new TextEncoder().encode(one))
  return random.weighted([
    [misread(text), 60],
    [misread(misread(text)), 8],
    [text.replaceAll(/[^ -~]/g, '?'), 16],
    [text.replaceAll(/[^ -~]/g, '\u{FFFD}'), 16],
  ])
}

const withoutMarks = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC')

// Letters that are no other letter with a mark, and what is typed where a keyboard has none.
const bare: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'Oe',
  æ: 'ae',
  Æ: 'Ae',
  ß: 'ss',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  İ: 'I',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  þ: 'th',
  Þ: 'Th',
}
const replaced = (text: string, by: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\p{L}/gu, (letter) => by[letter] ?? letter)

// As passports and old terminals write them.
const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  å: 'aa',
  Å: 'Aa',
  ø: 'oe',
  Ø: 'Oe',
}

/** An accent that belongs elsewhere, or a grave for an acute one. */
const otherAccent = (text: string): string | null =>
  text
    .normalize('NFD')
    .replace(/[\u{300}\u{301}\u{302}]/u, (mark) => (mark === '\u{300}' ? '\u{301}' : '\u{300}'))
    .normalize('NFC')

export const encodingErrors: readonly PersonError[] = [
  inBothNames('accentsMissing', (text) => replaced(withoutMarks(text), bare)),
  inBothNames('otherAccent', otherAccent),
  inBothNames('damagedEncoding', damaged),
  inBothNames('decomposedLetters', (text) => text.normalize('NFD')),
  inBothNames('umlautSpelledOut', (text) => replaced(text, spelledOut)),
  inBothNames('capitals', (text) => text.toUpperCase()),
  inBothNames('capitalsWithoutAccents', (text) =>
    text === withoutMarks(text) ? null : withoutMarks(text.toUpperCase()),
  ),
  inBothNames('smallLetters', (text) => text.toLowerCase()),
  inBothNames('spacesAround', (text) => `  ${text.replaceAll(' ', '  ')}\u{A0}`),
]

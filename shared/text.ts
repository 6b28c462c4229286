import { z } from 'zod'

// Control characters, bidirectional overrides, zero-width characters and lone surrogates: invisible in a form,
// wrong on a printed document, and a way to make two different names look the same. U+FFFD is what a program left of a
// letter that it could not read.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/u

/** One line of text as people type it: composed (NFC), trimmed, single spaces, nothing invisible, `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .overwrite((text) =>
      text
        .normalize('NFC')
        .replace(/[^\S\r\n]+/gu, ' ')
        .trim(),
    )
    .max(max, 'field.tooLong')
    .refine((text) => !UNPRINTABLE.test(text), 'field.unprintable')

/** A field that may stay empty: no text at all, or only spaces, is null. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : value), schema.nullable())

const LETTERS_WITHOUT_BASE: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

const ASCII = /^[\x20-\x7e]*$/

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[æœßøđðłþı]/gu, (letter) => LETTERS_WITHOUT_BASE[letter] ?? letter)

/**
 * A text as a search compares it: lower case, without accents, apostrophes, hyphens and double spaces.
 *
 * Kept beside each row, so that the desk never folds 20,000 names while somebody types.
 */
export const fold = (text: string): string =>
  // Most texts are plain, and a first sync folds half a million of them.
  (ASCII.test(text) ? text.toLowerCase() : withoutAccents(text))
    .replace(/['’`´-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

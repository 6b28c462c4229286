import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src-renderer/candidates/highlight.ts'

const marked = (text: string, query: string) =>
  highlight(text, query)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

describe('what a search found', () => {
  test('accents and case do not count', () => {
    expect(marked('Élise', 'elis')).toBe('[Élis]e')
    expect(marked('Łucja', 'LUC')).toBe('[Łuc]ja')
    expect(marked('Nguyễn Thị Hương', 'thi huong')).toBe('Nguyễn [Thị Hương]')
  })

  test('decomposed letters are marked whole', () => expect(marked('E\u0301lise', 'el')).toBe('[E\u0301l]ise'))

  test('words that follow each other are marked as one', () => {
    expect(marked('Van den Broeck', 'van den bro')).toBe('[Van den Bro]eck')
    expect(marked('D’Hondt-Maes', 'd hondt maes')).toBe('[D’Hondt-Maes]')
  })

  test('the beginning of a word goes before its middle', () => {
    expect(marked('Anna Hanna', 'anna')).toBe('[Anna] Hanna')
    expect(marked('Hanna', 'anna')).toBe('H[anna]')
  })

  test('a letter that folds to two is marked whole', () => expect(marked('Weiß', 'weiss')).toBe('[Weiß]'))

  test('nothing searched marks nothing', () => {
    expect(marked('Peeters', '')).toBe('Peeters')
    expect(marked('Peeters', ' - ')).toBe('Peeters')
    expect(marked('', 'x')).toBe('')
  })

  test('no text is lost or invented', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(text, text, (name, query) => {
        const pieces = highlight(name, query).map((piece) => piece.text)
        expect(pieces.join('')).toBe(name)
      }),
    )
  })
})

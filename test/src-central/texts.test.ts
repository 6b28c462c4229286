import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

type Json = { readonly [key: string]: string | Json }

function flat(texts: Json, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flat(value, `${path}${key}/`),
  )
}

/** Each part of central that speaks to people, and what is the same in both languages because it is. */
const parts = [
  [
    'backOffice',
    [
      'mail/count_one',
      'mail/count_other',
      'brand',
      'language/fr',
      'language/nl',
      'fields/login',
      'list/columns/records',
      'choose/of',
    ],
  ],
  ['mail', ['facts/login', 'facts/exams', 'facts/confirmation', 'beforeText']],
  ['myCertassur', ['brand', 'language/fr', 'language/nl', 'signIn/login', 'record/login', 'verify/exam']],
] as const

const plural = /_(zero|one|two|few|many|other)$/
const placeholders = (text = '') => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(String).toSorted()

describe.each(parts)('the words of %s', (name, sameInBoth) => {
  const folder = join(import.meta.dirname, '../../src-central', name)
  const read = (language: string) =>
    new Map(flat(JSON.parse(readFileSync(join(folder, `texts/${language}.json`), 'utf8')) as Json))
  const texts = { fr: read('fr'), nl: read('nl') }
  const same: ReadonlySet<string> = new Set(sameInBoth)
  const stems = (language: 'fr' | 'nl') => new Set([...texts[language].keys()].map((key) => key.replace(plural, '')))

  test('are all there in both languages, and nothing was left in French', () => {
    expect([...stems('nl')].toSorted()).toEqual([...stems('fr')].toSorted())
    expect(texts.fr.size).toBeGreaterThan(40)
    expect([...texts.nl].filter(([key, text]) => texts.fr.get(key) === text && !same.has(key))).toEqual([])
  })

  test.each(['fr', 'nl'] as const)('have in %s exactly the plural forms that the language needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const counted = [...texts[language].keys()].filter((key) => plural.test(key))
    for (const stem of new Set(counted.map((key) => key.replace(plural, '')))) {
      const forms = counted.filter((key) => key.replace(plural, '') === stem).map((key) => plural.exec(key)?.[1] ?? '')
      expect({ stem, forms: forms.toSorted() }).toEqual({ stem, forms: needed })
    }
  })

  test('leave the same places for what is put into them', () => {
    for (const [key, text] of texts.fr) {
      const other = texts.nl.get(key) ?? texts.nl.get(key.replace(plural, '_other'))
      expect({ key, places: placeholders(other) }).toEqual({ key, places: placeholders(text) })
    }
  })

  test('use the apostrophe and the spaces of the language, and stay polite', () => {
    for (const [key, text] of [...texts.fr, ...texts.nl]) expect([key, text.includes("'")]).toEqual([key, false])
    for (const [key, text] of texts.fr) expect([key, / [:;?!]/.test(text)]).toEqual([key, false])
    for (const [key, text] of texts.nl) expect([key, /\b(je|jij|jouw)\b/i.test(text)]).toEqual([key, false])
  })

  test('are all used, and stand nowhere else', () => {
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .map((source) => source.replace(/\/\*.*?\*\//gs, ''))
    const code = sources.join('\n')
    // A key that is looked up by a value (`$.status[status]`) is used as its group.
    const used = [...code.matchAll(/\$\.([\w.]+)/g)].map(([, key = '']) => key.replaceAll('.', '/'))
    const unused = [...stems('fr')].filter(
      (key) =>
        !used.some((one) => key === one || (key.startsWith(`${one}/`) && !key.slice(one.length + 1).includes('/'))),
    )
    expect(unused).toEqual([])
    expect(code.match(/[éèêàçôûîëïü]/g)).toBeNull()
  })
})

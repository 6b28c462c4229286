import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../src-central/backOffice')
type Json = { readonly [key: string]: string | Json }

function flat(texts: Json, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flat(value, `${path}${key}/`),
  )
}
const read = (language: string) =>
  new Map(flat(JSON.parse(readFileSync(join(folder, `texts/${language}.json`), 'utf8')) as Json))
const texts = { fr: read('fr'), nl: read('nl') }

/** The same in both languages because they are. */
const same = new Set([
  'mail/count_one',
  'mail/count_other',
  'brand',
  'language/fr',
  'language/nl',
  'fields/login',
  'list/columns/records',
  'choose/of',
])

const plural = /_(zero|one|two|few|many|other)$/
const stems = (language: 'fr' | 'nl') => new Set([...texts[language].keys()].map((key) => key.replace(plural, '')))
const placeholders = (text = '') => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(String).toSorted()

describe('the words of the back office', () => {
  test('are all there in both languages, and nothing was left in French', () => {
    expect([...stems('nl')].toSorted()).toEqual([...stems('fr')].toSorted())
    expect(texts.fr.size).toBeGreaterThan(150)
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

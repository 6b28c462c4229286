import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../src-central/mail')
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
const same = new Set(['facts/login', 'facts/exams', 'beforeText'])
const places = (text = '') => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(String).toSorted()

describe('the words of the mails', () => {
  test('are all there in both languages, and nothing was left in French', () => {
    expect([...texts.nl.keys()].toSorted()).toEqual([...texts.fr.keys()].toSorted())
    expect([...texts.nl].filter(([key, text]) => texts.fr.get(key) === text && !same.has(key))).toEqual([])
  })

  test('leave the same places for what is put into them', () => {
    for (const [key, text] of texts.fr) {
      expect({ key, places: places(texts.nl.get(key)) }).toEqual({ key, places: places(text) })
    }
  })

  test('use the apostrophe and the spaces of the language, and stay polite', () => {
    for (const [key, text] of [...texts.fr, ...texts.nl]) expect([key, text.includes("'")]).toEqual([key, false])
    for (const [key, text] of texts.fr) expect([key, / [:;?!]/.test(text)]).toEqual([key, false])
    for (const [key, text] of texts.nl) expect([key, /\b(je|jij|jouw)\b/i.test(text)]).toEqual([key, false])
  })

  test('are all used, and stand nowhere else', () => {
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, ''))
      .join('\n')
    const used = new Set([...code.matchAll(/\$\.([\w.]+)/g)].map(([, key = '']) => key.replaceAll('.', '/')))
    expect([...texts.fr.keys()].filter((key) => !used.has(key))).toEqual([])
    expect(code.match(/[éèêàçôûîëïü]/g)).toBeNull()
  })
})

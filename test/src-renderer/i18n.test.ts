import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../shared/operator.ts'
import { errorCodes, fieldCodes } from '../../shared/result.ts'
import { createTexts } from '../../src-renderer/i18n/i18n.ts'
import { resources } from '../../src-renderer/i18n/resources.ts'

const renderer = join(import.meta.dirname, '../../src-renderer')

/** The same in both languages because they are: the product's name, languages in their own name, words both use. */
const same = new Set([
  'sessions/fields/exams',
  'sessions/inSentence/exams',
  'sessions/people/columns/exams',
  'common/brand',
  'common/language/fr',
  'common/language/nl',
  'shell/records_one',
  'shell/records_other',
  'candidates/count/all_one',
  'candidates/count/all_other',
  'candidates/steps/before',
  'candidates/columns/login',
  'duplicates/fields/login',
  'help/columns/login',
  'printBatch/session',
  'printBatch/sessionLine',
  'duplicates/loginOf',
])

type Json = { readonly [key: string]: string | Json }

function flat(texts: Json, path: string): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}/${key}`, value] as const] : flat(value, `${path}/${key}`),
  )
}
const textsOf = (language: 'fr' | 'nl') =>
  new Map(Object.entries(resources[language]).flatMap(([namespace, texts]) => flat(texts, namespace)))
const texts = { fr: textsOf('fr'), nl: textsOf('nl') }

const plural = /_(zero|one|two|few|many|other)$/
const stem = (key: string) => key.replace(plural, '')
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, inner]) => inner?.trim() ?? '').toSorted()

describe('the texts of the interface', () => {
  test('both languages say the same things', () => {
    const stems = (language: 'fr' | 'nl') => [...new Set([...texts[language].keys()].map(stem))].toSorted()
    expect(stems('nl')).toEqual(stems('fr'))
    expect(texts.fr.size).toBeGreaterThan(150)
  })

  test.each(interfaceLanguages)('every plural in %s has exactly the forms that the language needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const forms = new Map<string, string[]>()
    for (const key of texts[language].keys()) {
      const form = plural.exec(key)?.[1]
      if (form) forms.set(stem(key), [...(forms.get(stem(key)) ?? []), form])
    }
    expect(forms.size).toBeGreaterThan(0)
    for (const [key, found] of forms) expect({ key, forms: found.toSorted() }).toEqual({ key, forms: needed })
  })

  test('nothing was left in French', () => {
    const equal = [...texts.nl].filter(([key, text]) => texts.fr.get(key) === text && !same.has(key))
    expect(equal).toEqual([])
  })

  test('a placeholder exists in both languages', () => {
    for (const [key, text] of texts.nl) {
      expect({ key, names: placeholders(text) }).toEqual({ key, names: placeholders(texts.fr.get(key) ?? '') })
    }
    for (const [key, text] of texts.fr) {
      if (key.endsWith('_many'))
        expect(placeholders(text)).toEqual(placeholders(texts.fr.get(`${stem(key)}_other`) ?? ''))
    }
  })

  test.each(interfaceLanguages)('every error has what, why and next step in %s', (language) => {
    for (const code of errorCodes) {
      for (const part of ['what', 'why', 'next'])
        expect(texts[language].get(`errors/${code}/${part}`), code).toBeTruthy()
    }
    for (const code of fieldCodes) expect(texts[language].get(`fields/${code}`), code).toBeTruthy()
  })

  test('no sentence stands for a code that does not exist', () => {
    expect(Object.keys(resources.fr['errors'] ?? {}).toSorted()).toEqual([...errorCodes].toSorted())
    expect(Object.keys(resources.fr['fields'] ?? {}).toSorted()).toEqual([...fieldCodes].toSorted())
  })

  test('French punctuation never begins a line', () => {
    expect([...texts.fr.values()].filter((text) => / [:;?!»]|« /.test(text))).toEqual([])
  })

  test('a number is written as the language writes it', async () => {
    const spoken = createTexts('fr')
    expect(spoken.t(($) => $.records, { ns: 'shell', count: 18462 })).toBe('18\u00a0462 fiches')
    await spoken.changeLanguage('nl')
    expect(spoken.t(($) => $.records, { ns: 'shell', count: 18462 })).toBe('18.462 fiches')
  })
})

const readAloud = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'help',
  'aria-label',
  'aria-description',
])
/** Names of keys are the same on every keyboard that the centres use. */
const keyNames = /^(F\d{1,2}|Esc|Alt|Ctrl [A-Z])$/
const hasLetters = (text: string) => /\p{L}/u.test(text) && !keyNames.test(text.trim())

/** Every text of a component that stands in the code instead of in the language files. */
function textsInCode(file: string): readonly string[] {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'), { lang: 'tsx' })
  expect(errors).toEqual([])
  const found: string[] = []
  const literal = (node: ESTree.Node | null | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string' && hasLetters(node.value)) found.push(node.value)
    if (node?.type === 'TemplateLiteral') found.push(...node.quasis.map(({ value }) => value.raw).filter(hasLetters))
    if (node?.type === 'ConditionalExpression') for (const branch of [node.consequent, node.alternate]) literal(branch)
    if (node?.type === 'LogicalExpression') literal(node.right)
    if (node?.type === 'JSXExpressionContainer') literal(node.expression)
  }
  new Visitor({
    JSXText: ({ value }) => {
      if (hasLetters(value)) found.push(value)
    },
    JSXElement: ({ children }) => {
      for (const child of children) if (child.type === 'JSXExpressionContainer') literal(child)
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && readAloud.has(name.name)) literal(value)
    },
  }).visit(program)
  return found
}

describe('the components', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))

  test('there are components to look at', () => expect(files.length).toBeGreaterThan(20))

  test.each(files)('%s holds no text of its own', (file) => {
    expect(textsInCode(join(renderer, file))).toEqual([])
  })
})

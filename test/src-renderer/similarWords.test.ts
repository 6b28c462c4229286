import { describe, expect, test } from 'vitest'
import { dateLevels } from '../../shared/matching/birthDate.ts'
import { contactLevels } from '../../shared/matching/contact.ts'
import { nameLevels } from '../../shared/matching/name.ts'
import type { Reason } from '../../shared/matching/reasons.ts'
import { verdicts } from '../../shared/matching/score.ts'
import { interfaceLanguages } from '../../shared/operator.ts'
import { isKinship, kinshipIn, likely, remarkOn } from '../../src-renderer/duplicates/remarks.ts'
import { reasonText } from '../../src-renderer/duplicates/useWords.ts'
import { createTexts } from '../../src-renderer/i18n/i18n.ts'
import { resources } from '../../src-renderer/i18n/resources.ts'

type Level = (typeof nameLevels)[number] | (typeof dateLevels)[number] | (typeof contactLevels)[number]
/** Of names, beside how near they are; a code more or less in the list of reasons does not compile. */
const aboutNames: Readonly<Record<Exclude<Reason['code'], Level | 'sharedByMany'>, true>> = {
  swapped: true,
  inOneField: true,
  perhapsTwins: true,
  perhapsRelatives: true,
}

const reasons: readonly Reason[] = [
  ...nameLevels.map((code): Reason => ({ field: 'firstName', code })),
  ...(Object.keys(aboutNames) as (keyof typeof aboutNames)[]).map((code): Reason => ({ field: 'lastName', code })),
  ...dateLevels.map((code): Reason => ({ field: 'birthDate', code })),
  ...contactLevels.map((code): Reason => ({ field: 'email', code })),
  { field: 'phone', code: 'sharedByMany', others: 3 },
]

describe('the words of a comparison', () => {
  test.each(interfaceLanguages)('every reason that the matcher knows is said in %s', (language) => {
    const t = createTexts(language).getFixedT(language, 'duplicates')
    const said = reasons.map((reason) => reasonText(t, reason))
    for (const [at, text] of said.entries()) {
      const code = reasons[at]?.code ?? ''
      expect(text, code).not.toMatch(/[{}/]/)
      expect(text.length, code).toBeGreaterThan(4)
      expect(text.includes(code) && /[A-Z]/.test(code), code).toBe(false)
    }
    expect(said.at(-1)).toContain('3')
  })

  test.each(interfaceLanguages)('every verdict that is shown is said in %s, and no other', (language) => {
    const texts = resources[language]['duplicates'] as Record<string, object>
    expect(Object.keys(texts['verdict'] ?? {})).toEqual(verdicts.filter((verdict) => verdict !== 'none'))
  })

  test.each(interfaceLanguages)('no word stands in %s for a reason that does not exist', (language) => {
    const texts = resources[language]['duplicates'] as Record<string, object>
    const keys = (name: string) => Object.keys(texts[name] ?? {}).toSorted()
    const about = Object.keys(aboutNames)
    const isKin = (code: string) => isKinship(code as Reason['code'])
    expect(keys('names')).toEqual([...nameLevels, ...about.filter((code) => !isKin(code))].toSorted())
    expect(keys('kinship')).toEqual(about.filter(isKin).toSorted())
    expect(keys('birthDates')).toEqual([...dateLevels].toSorted())
    expect(keys('contacts')).toEqual([...contactLevels].toSorted())
  })
})

describe('what is said of a line', () => {
  const seen: readonly Reason[] = [
    { field: 'lastName', code: 'swapped' },
    { field: 'lastName', code: 'same' },
    { field: 'firstName', code: 'oneLetter' },
    { field: 'birthDate', code: 'oneDigit' },
    { field: 'lastName', code: 'perhapsRelatives' },
  ]

  test('names that changed places are said on both lines', () => {
    expect(remarkOn('lastName', seen)?.code).toBe('swapped')
    expect(remarkOn('firstName', seen)?.code).toBe('swapped')
    expect(remarkOn('birthDate', seen)?.code).toBe('oneDigit')
    expect(remarkOn('phone', seen)).toBeUndefined()
  })

  test('kinship is said of the whole, never of a line', () => {
    expect(kinshipIn(seen)?.code).toBe('perhapsRelatives')
    expect(remarkOn('lastName', [{ field: 'lastName', code: 'perhapsTwins' }])).toBeUndefined()
    expect(kinshipIn(seen.slice(0, 4))).toBeUndefined()
  })

  test('only who is more than possible is spoken of unasked', () => {
    const candidate = { id: 'a', lastName: 'A', firstName: 'B', birthDate: null, email: null, phone: null, login: null }
    const people = (['certain', 'probable', 'possible'] as const).map((verdict) => ({
      candidate,
      verdict,
      reasons: [],
    }))
    expect(likely(people).map(({ verdict }) => verdict)).toEqual(['certain', 'probable'])
  })
})

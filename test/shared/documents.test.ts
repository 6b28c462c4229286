import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fontkit from 'fontkit'
import { CompactSign, compactVerify, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { makeFonts } from '../../scripts/fonts.ts'
import { type Attendance, type SuccessData, successDataSchema } from '../../shared/attestation.ts'
import { attestationCode } from '../../shared/attestationCode.ts'
import { attendancePdf } from '../../shared/documents/attendance.ts'
import { successPdf } from '../../shared/documents/success.ts'
import { dayInWords, textsOf } from '../../shared/documents/texts.ts'
import fr from '../../shared/documents/texts/fr.json' with { type: 'json' }
import nl from '../../shared/documents/texts/nl.json' with { type: 'json' }
import { documentFonts } from '../helpers/fonts.ts'
import { ink, likeness, type Page, placed, render, scan } from '../helpers/pixels.ts'

const packages = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts')
const whole = fontkit.create(
  readFileSync(join(packages, 'eb-garamond/600SemiBold/EBGaramond_600SemiBold.ttf')),
) as fontkit.Font
const fonts = documentFonts()

const data: SuccessData = {
  number: 'CA-2026-0048812',
  lastName: 'Peeters',
  firstName: 'Jan',
  birthDate: '1988-03-14',
  language: 'fr',
  exam: { code: 'IAS-2', title: { fr: 'Module 2 : assurances non-vie', nl: 'Module 2: schadeverzekeringen' } },
  date: '2026-11-20',
  centre: 'Centre Meuse-Sambre',
  location: 'Namur',
  releasedAt: '2026-11-21T09:12:00.000Z',
}
const jws = `eyJhbGciOiJFZERTQSJ9.${'aB3_'.repeat(180)}.${'x9-Z'.repeat(21)}`
const drawn = (changes: Partial<SuccessData> = {}, copy = 1) =>
  successPdf(fonts, { data: { ...data, ...changes }, jws, copy })
async function onePage(bytes: Uint8Array): Promise<Page> {
  const { pages } = await render(bytes)
  expect(pages).toHaveLength(1)
  return pages[0] as Page
}

const attendance: Attendance = {
  id: '0192f0c1-7c3a-7b21-9c55-1f2e3d4c5b6a',
  registrationId: '0192f0c1-7c3a-7b21-9c55-1f2e3d4c5b6b',
  sessionId: '0192f0c1-7c3a-7b21-9c55-1f2e3d4c5b6c',
  candidateId: '0192f0c1-7c3a-7b21-9c55-1f2e3d4c5b6d',
  number: 'NAM-01-2026-0042',
  issuedAt: '2026-11-21T11:40:00.000Z',
  version: 1,
  data: {
    lastName: 'Peeters',
    firstName: 'Jan',
    birthDate: '1988-03-14',
    language: 'nl',
    exams: [data.exam],
    date: '2026-11-21',
    from: '09:00',
    to: '11:30',
    centre: 'Centre Meuse-Sambre',
    location: 'Namur',
    issuedBy: 'Marie Lambert',
  },
}

describe('the names of people on paper', () => {
  test.each([
    ['Łukasz', 'Wiśniewski'],
    ['Ștefan', 'Țiriac'],
    ['Hương', 'Nguyễn Thị'],
    ['Özgür', 'Yıldız-Şahin'],
    ['Loïc', 'd’Hœdt'],
    ['Ģirts', 'Kļaviņš'],
    ['Ðorđe', 'Þórðarson'],
  ])('%s %s: every letter is there, in its place, as its typeface draws it', async (firstName, lastName) => {
    const name = `${firstName} ${lastName}`
    const page = await onePage(await drawn({ firstName, lastName }))
    const each = likeness(page, name, placed(page, name), whole)
    expect(each).toHaveLength(name.length)
    for (const [at, share] of each.entries()) expect(share, `letter ${name[at]} of ${name}`).toBeGreaterThan(0.88)
  })

  test('a letter that is blank, a box, or another letter is seen by this comparison', async () => {
    const page = await onePage(await drawn({ firstName: 'Lukasz', lastName: 'Wiśniewski' }))
    const place = placed(page, 'Lukasz Wiśniewski')
    expect(likeness(page, 'Łukasz Wiśniewski', place, whole)[0]).toBeLessThan(0.88)
    const blank: Page = { ...page, dark: new Uint8Array(page.dark.length) }
    const black: Page = { ...page, dark: new Uint8Array(page.dark.length).fill(255) }
    for (const broken of [blank, black]) {
      expect(Math.max(...likeness(broken, 'Lukasz', place, whole))).toBeLessThan(0.88)
    }
  })

  test('an accent that comes apart from its letter is put on it', async () => {
    const apart = await drawn({ lastName: 'Hértz\tVan  Damme'.normalize('NFD') })
    expect(apart).toEqual(await drawn({ lastName: 'Hértz Van Damme' }))
  })

  test('a letter that no typeface here has is refused, not left out', async () => {
    for (const lastName of ['Иванов', '王', 'Peeters \u{1f600}', 'X̧y']) {
      await expect(drawn({ lastName }), lastName).rejects.toMatchObject({ error: { code: 'document.letterMissing' } })
    }
  })

  test.each([
    ['words', 'Berghe-Wolvertem '.repeat(17).trim()],
    ['one endless word', 'Wolvertemmenaar'.repeat(20)],
    ['the widest letters', 'W'.repeat(300)],
  ])('300 characters stay in their place: %s', async (_what, lastName) => {
    for (const bytes of [
      await drawn({ lastName }),
      await attendancePdf(fonts, { ...attendance, data: { ...attendance.data, lastName } }, 1),
    ]) {
      const page = await onePage(bytes)
      expect(ink(page, { x: 22, y: 117, width: 166, height: 24 })).toBeGreaterThan(5_000)
      for (const margin of [
        { x: 12, y: 100, width: 9.5, height: 60 },
        { x: 188.5, y: 100, width: 9.5, height: 60 },
      ]) {
        expect(ink(page, margin), 'beside the name').toBe(0)
      }
    }
    const page = await onePage(await drawn({ lastName }))
    expect(ink(page, { x: 12, y: 115, width: 186, height: 1.8 }), 'above the name').toBe(0)
    expect(ink(page, { x: 12, y: 147.6, width: 186, height: 1.8 }), 'below the name').toBe(0)
  })
})

describe('a success attestation', () => {
  test('carries its own proof: the QR code on the paper holds the signed data', async () => {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    for (const lastName of ['Peeters', 'Nguyễn '.repeat(40).trim(), 'ễ'.repeat(300)]) {
      const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify({ ...data, lastName })))
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(privateKey)
      const page = await onePage(await successPdf(fonts, { data: { ...data, lastName }, jws: signed, copy: 1 }))
      const found = await scan(page, { x: 19, y: 225.5, width: 58, height: 57 })
      expect(found).toBe(signed)
      const { payload } = await compactVerify(found ?? '', publicKey)
      expect(successDataSchema.parse(JSON.parse(new TextDecoder().decode(payload))).lastName).toBe(lastName)
    }
  })

  test.each(['fr', 'nl'] as const)(
    'shows the code of its signature, whole and apart from the QR code, in %s',
    async (language) => {
      const page = await onePage(await drawn({ language }))
      const code = await attestationCode(jws)
      placed(page, textsOf(language).code)
      expect(placed(page, code).x).toBeGreaterThan(placed(page, textsOf(language).issuer).x / 2)
      const verify = textsOf(language).success.verify.slice(0, 20)
      expect(page.texts.some(({ text }) => text.startsWith(verify))).toBe(true)
      for (const free of [
        { x: 73, y: 228, width: 6, height: 52 },
        { x: 80, y: 262.5, width: 106, height: 1.5 },
        { x: 80, y: 278, width: 106, height: 6 },
      ]) {
        expect(ink(page, free)).toBe(0)
      }
    },
  )

  test('is the same file whenever and wherever it is made', async () => {
    const names = { firstName: 'Loïc', lastName: 'd’Hœdt-Yıldız' }
    const first = await drawn(names)
    await drawn({ lastName: 'Čížek-ĭıł' })
    expect(Buffer.compare(await drawn(names), first)).toBe(0)
    const elsewhere = documentFonts()
    await successPdf(elsewhere, { data: { ...data, lastName: 'Đỗ' }, jws, copy: 1 })
    const again = await successPdf(elsewhere, { data: { ...data, ...names }, jws, copy: 1 })
    expect(Buffer.compare(again, first)).toBe(0)
  })

  test('speaks the language of the candidate, in its title too', async () => {
    for (const language of ['fr', 'nl'] as const) {
      const { title, language: stated, pages } = await render(await drawn({ language }))
      const texts = textsOf(language)
      expect(title).toBe(`${texts.success.title} ${data.number}`)
      expect(stated).toBe(`${language}-BE`)
      const page = pages[0] as Page
      for (const text of [texts.success.intro, texts.success.passed, data.exam.title[language]]) placed(page, text)
    }
  })

  test('says from the second sheet on which one it is', async () => {
    const corner = { x: 146, y: 14, width: 50, height: 10 }
    expect(ink(await onePage(await drawn()), corner)).toBe(0)
    for (const language of ['fr', 'nl'] as const) {
      const page = await onePage(await drawn({ language }, 2))
      expect(placed(page, language === 'fr' ? 'Duplicata n° 2' : 'Duplicaat nr. 2').x).toBeGreaterThan(page.width / 2)
      expect(ink(page, corner)).toBeGreaterThan(500)
    }
  })

  test('leaves out a birth date that nobody knows and writes an incomplete one as far as it goes', async () => {
    placed(await onePage(await drawn({ birthDate: '1988' })), 'Né(e) en 1988')
    placed(await onePage(await drawn({ birthDate: '1988-03', language: 'nl' })), 'Geboren in maart 1988')
    const none = await onePage(await drawn({ birthDate: null }))
    expect(none.texts.filter(({ text }) => text.startsWith('Né'))).toEqual([])
  })
})

test('an attendance attestation holds its number, its hours and the code to verify it by', async () => {
  const page = await onePage(await attendancePdf(fonts, attendance, 1))
  placed(page, 'Nr. NAM-01-2026-0042')
  placed(page, 'aanwezig was op 21 november 2026, van 09:00 tot 11:30,')
  placed(page, attendance.id)
  expect(await scan(page, { x: 20, y: 226, width: 34, height: 34 })).toBe(attendance.id)
})

test('the sentences of both languages have the same names and the same places for values', () => {
  const shape = (texts: unknown): unknown =>
    typeof texts === 'string'
      ? (texts.match(/\{\w+\}/gu) ?? []).toSorted()
      : Object.entries(texts as object).map(([key, value]) => [key, shape(value)])
  expect(shape(nl)).toEqual(shape(fr))
})

test('a day is written as people write it', () => {
  expect(dayInWords(textsOf('fr'), '2026-05-01')).toBe('1er mai 2026')
  expect(dayInWords(textsOf('nl'), '2026-05-01')).toBe('1 mei 2026')
})

test('the typefaces in resources are those that the script makes', async () => {
  const folder = resolve(import.meta.dirname, '../../resources/fonts')
  for (const [name, bytes] of await makeFonts()) {
    expect(Buffer.compare(readFileSync(join(folder, name)), bytes), name).toBe(0)
  }
})

import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fontkit from 'fontkit'
import { type Invitation, invitationsPdf } from '../../shared/documents/invitation.ts'
import { textsOf } from '../../shared/documents/texts.ts'
import { checkInTokens } from '../../shared/scan.ts'
import { documentFonts } from '../helpers/fonts.ts'
import { ink, likeness, type Page, placed, render, scan } from '../helpers/pixels.ts'

const whole = fontkit.create(
  readFileSync(
    resolve(
      import.meta.dirname,
      '../../node_modules/@expo-google-fonts/eb-garamond/600SemiBold/EBGaramond_600SemiBold.ttf',
    ),
  ),
) as fontkit.Font
const fonts = documentFonts()
const token = 'A2M9QZW7C8D6E5F4G3H2'
const someone: Invitation = {
  language: 'fr',
  lastName: 'Peeters',
  firstName: 'Jan',
  exams: ['Module 2 : assurances non-vie'],
  code: 'NAM-2026-118',
  date: '2026-12-01',
  startTime: '09:00',
  endTime: '11:00',
  location: 'Namur',
  address: 'Rue de Fer 12, 5000 Namur',
  room: 'Salle A',
  remote: false,
  token,
  toConfirm: false,
}
const draw = async (...changes: readonly Partial<Invitation>[]) =>
  render(
    await invitationsPdf(fonts, {
      language: 'fr',
      centre: 'Centre Meuse-Sambre',
      rows: changes.map((change) => ({ ...someone, ...change })),
      madeAt: '2026-11-24T09:30:00.000Z',
    }),
  )
const one = async (change: Partial<Invitation> = {}): Promise<Page> => {
  const { pages } = await draw(change)
  expect(pages).toHaveLength(1)
  return pages[0] as Page
}
const code = { x: 148, y: 90, width: 42, height: 40 }
/** Everything that the sheet says, its lines put together. */
const said = ({ texts }: Page) =>
  texts
    .map(({ text }) => text.trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ')

describe('an invitation on paper', () => {
  test.each([
    ['Łukasz', 'Wiśniewski'],
    ['Ștefan', 'Țiriac'],
    ['Hương', 'Nguyễn Thị'],
    ['Özgür', 'Yıldız-Şahin'],
    ['Loïc', 'd’Hœdt'],
  ])('%s %s: every letter is there as its typeface draws it, and the code is his', async (firstName, lastName) => {
    const page = await one({ firstName, lastName })
    const name = `${firstName} ${lastName}`
    const each = likeness(page, name, placed(page, name), whole)
    expect(each).toHaveLength(name.length)
    for (const [at, share] of each.entries()) expect(share, `letter ${name[at]} of ${name}`).toBeGreaterThan(0.88)
    const read = await scan(page, code)
    expect(read).toBe(token)
    expect(checkInTokens(read ?? '')).toContain(token)
  })

  test.each(['fr', 'nl'] as const)(
    'in %s says exam, day, hours, place, what to bring, the five recommendations and two reminders',
    async (language) => {
      const page = await one({ language })
      const { invitation, bring, advice, reminders } = textsOf(language)
      const text = said(page)
      for (const part of [
        invitation.title,
        someone.exams[0],
        language === 'fr' ? 'mardi 1er décembre 2026' : 'dinsdag 1 december 2026',
        language === 'fr' ? 'de 09:00 à 11:00' : 'van 09:00 tot 11:00',
        'Namur',
        someone.address,
        'Salle A',
        'NAM-2026-118',
        'A2M9Q-ZW7C8-D6E5F-4G3H2',
        ...Object.values(bring),
        ...Object.values(advice),
        ...Object.values(reminders),
      ]) {
        expect(text).toContain(part?.replaceAll(/\s+/g, ' '))
      }
      expect(Object.values(advice)).toHaveLength(6)
    },
  )

  test('stays in its frame with the longest name, twelve exams and a place to confirm', async () => {
    for (const language of ['fr', 'nl'] as const) {
      const exams = Array.from({ length: 12 }, (_, at) => `Module ${at + 1} : assurances de personnes avec placement`)
      const page = await one({
        language,
        exams,
        lastName: 'Wolvertemmenaar'.repeat(20),
        address: 'Avenue du Général-Michel '.repeat(5).trim(),
        location: 'Bruxelles-Capitale',
        toConfirm: true,
      })
      expect(await scan(page, code)).toBe(token)
      for (const margin of [
        { x: 12, y: 45, width: 9.5, height: 240 },
        { x: 188.5, y: 45, width: 9.5, height: 240 },
        { x: 12, y: 276, width: 186, height: 2 },
      ]) {
        expect(ink(page, margin)).toBe(0)
      }
    }
  })

  test('without a code, or at a distance, shows none and asks for none', async () => {
    const { invitation, bring } = textsOf('fr')
    for (const change of [{ token: null }, { token: null, remote: true }]) {
      const page = await one(change)
      expect(ink(page, code)).toBe(0)
      expect(said(page)).not.toContain(invitation.bring)
    }
    const remote = said(await one({ token: null, remote: true }))
    expect(remote).toContain(invitation.remote)
    for (const part of [someone.address, 'Salle A', bring.title]) expect(remote).not.toContain(part)
  })

  test('of a session has a sheet for each person, in his language, with his own code', async () => {
    const other = 'ZZZZZYYYYYXXXXXWWWWW'
    const { pages, title } = await draw({}, { language: 'nl', firstName: 'Ștefan', token: other })
    expect(title).toBe('Convocation à l’examen NAM-2026-118')
    expect(pages).toHaveLength(2)
    const [first, second] = pages as [Page, Page]
    placed(first, textsOf('fr').invitation.title)
    placed(second, textsOf('nl').invitation.title)
    expect([await scan(first, code), await scan(second, code)]).toEqual([token, other])
  })

  test('is the same file whenever and wherever it is made', async () => {
    const made = { language: 'fr', centre: 'Centre', rows: [someone], madeAt: '2026-11-24T09:30:00.000Z' } as const
    const first = await invitationsPdf(fonts, made)
    expect(Buffer.compare(await invitationsPdf(documentFonts(), made), first)).toBe(0)
  })
})

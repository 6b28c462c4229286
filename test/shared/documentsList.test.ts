import { describe, expect, test } from 'vitest'
import { type SignList, type SignListRow, signListPdf } from '../../shared/documents/signList.ts'
import { documentFonts } from '../helpers/fonts.ts'
import { ink, type Page, placed, render, type Rendered } from '../helpers/pixels.ts'

const fonts = documentFonts()
const names = ['Łukaszewicz', 'van den Broeck', 'Özgür', 'd’Hœdt', 'Nguyễn Thị', 'Zeegers', 'Élie', 'Adam']

const row = (changes: Partial<SignListRow> = {}): SignListRow => ({
  pc: 1,
  lastName: 'Peeters',
  firstName: 'Jan',
  birthDate: '1988-03-14',
  exams: ['Module 1'],
  language: 'fr',
  ...changes,
})
const list = (rows: readonly SignListRow[], changes: Partial<SignList> = {}): SignList => ({
  language: 'fr',
  code: 'NAM-2026-118',
  date: '2026-11-22',
  startTime: '09:00',
  endTime: '11:30',
  centre: 'Centre Meuse-Sambre',
  location: 'Namur',
  room: 'Salle 2',
  remote: false,
  controllers: ['Koen De Smet'],
  rows,
  madeAt: '2026-11-22T07:42:00.000Z',
  ...changes,
})
const drawn = async (rows: readonly SignListRow[], changes: Partial<SignList> = {}): Promise<Rendered> =>
  render(await signListPdf(fonts, list(rows, changes)))
const all = ({ pages }: Rendered): readonly string[] => pages.flatMap(({ texts }) => texts.map(({ text }) => text))

describe('the list to sign', () => {
  test('holds everybody once, in the order of the alphabet, whatever the capitals and accents', async () => {
    const { pages } = await drawn(names.map((lastName, at) => row({ lastName, firstName: 'Jan', pc: at + 1 })))
    const page = pages[0] as Page
    const order = names
      .map((name) => ({ name, y: placed(page, `${name.toUpperCase()} Jan`).y }))
      .toSorted((a, b) => a.y - b.y)
    expect(order.map(({ name }) => name)).toEqual([
      'Adam',
      'd’Hœdt',
      'Élie',
      'Łukaszewicz',
      'Nguyễn Thị',
      'Özgür',
      'van den Broeck',
      'Zeegers',
    ])
  })

  test.each([0, 1, 15, 16, 17, 18, 19, 38, 120])(
    'of %i candidates has as many rows, numbered pages, and the place of the controller on the last one',
    async (count) => {
      const document = await drawn(
        Array.from({ length: count }, (_, at) => row({ firstName: `Jan ${String(at).padStart(3, '0')}` })),
      )
      const texts = all(document)
      expect(texts.filter((text) => text.startsWith('PEETERS Jan'))).toHaveLength(count)
      const { pages } = document
      pages.forEach((page, at) => {
        placed(page, `Page ${at + 1} / ${pages.length}`)
        expect(ink(page, { x: 0, y: 0, width: 13, height: 297 }), 'left margin').toBe(0)
        expect(ink(page, { x: 197, y: 0, width: 13, height: 297 }), 'right margin').toBe(0)
        expect(ink(page, { x: 0, y: 286, width: 210, height: 11 }), 'foot').toBe(0)
      })
      expect(texts.filter((text) => text === 'Nom et signature du contrôleur')).toHaveLength(1)
      placed(pages.at(-1) as Page, 'Nom et signature du contrôleur')
    },
  )

  test('keeps a name of 300 characters and six exams inside their own columns', async () => {
    const long = row({
      lastName: 'Wolvertemmenaar'.repeat(20),
      exams: ['Module 1', 'Module 2', 'Module 3', 'Module 4', 'Crédit 1', 'Crédit 2'],
    })
    const { pages } = await drawn([long])
    const page = pages[0] as Page
    expect(ink(page, { x: 26, y: 73, width: 65, height: 9 })).toBeGreaterThan(500)
    expect(ink(page, { x: 91.2, y: 73, width: 1.6, height: 9 }), 'after the name').toBe(0)
    expect(ink(page, { x: 151.3, y: 73, width: 1.2, height: 9 }), 'after the exams').toBe(0)
    expect(ink(page, { x: 155, y: 73, width: 41, height: 9 }), 'room to sign').toBe(0)
  })

  test('says what is not known yet and is the same file for the same moment', async () => {
    const rows = [row({ pc: null, birthDate: null })]
    const texts = all(await drawn(rows, { language: 'nl', code: null, controllers: [], remote: true, room: null }))
    expect(texts.filter((text) => text === '—')).toHaveLength(3)
    expect(texts).toContain('Sessie op afstand')
    expect(texts).toContain('Toestand op 22/11/2026 om 08:42')
    const [first, second] = [await signListPdf(fonts, list(rows)), await signListPdf(documentFonts(), list(rows))]
    expect(Buffer.compare(first, second)).toBe(0)
  })
})

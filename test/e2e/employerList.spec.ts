import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { type Application, expect, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'list-e2e-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The system's own questions are answered: this file, and this place for the report. */
const answerDialogs = ({ electron }: Application, list: string, report: string) =>
  electron.evaluate(
    ({ dialog }, [file = '', where = '']) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: where })
    },
    [list, report],
  )

/** The same rows in a workbook: every cell a text of its own. */
function aWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${row.map(cell).join('')}</row>`).join('')
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  })
}

const lists = {
  fr: {
    header: 'Nom;Prénom;Né le;Adresse mail;NISS',
    // Of the demo world: somebody as he is known there, whom no other test changes.
    known: 'ACAR',
    refused: 'Sansdate;Luc;31/02/1990;;',
    office: 'rh@assurances.exemple.be',
    newcomers: ['Zwaluwenhof;Ysolde', 'Quatrepages;Ludovine', 'Vlierbeekx;Thibauld', 'Ronquières;Apolline'],
  },
  nl: {
    header: 'Naam;Voornaam;Geboortedatum;E-mailadres;Rijksregisternummer',
    known: 'AZIZ',
    refused: 'Zonderdatum;Luc;31/02/1990;;',
    office: 'hr@verzekeringen.voorbeeld.be',
    newcomers: ['Oostwinkelaere;Zita', 'Tournepierre;Gontran', 'Hoepelkens;Reinout', 'Wijngaertberg;Saskia'],
  },
} as const

for (const language of ['fr', 'nl'] as const) {
  test(`an employer's list is read, checked, registered and imported, in ${language}`, async ({ desk }) => {
    const application = await desk()
    const { page } = application
    const { employerList: say, candidates } = texts(language)
    const { header, known, refused, office, newcomers } = lists[language]
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
    const chip = (name: string) => page.getByRole('group', { name: say.check.filter }).getByRole('button', { name })

    await signIn(page, language)
    // Somebody known, as the list of his employer has him.
    await page.getByLabel(candidates.search.label).fill(known)
    const first = page.getByRole('row').nth(1)
    await expect(first).toContainText(new RegExp(known, 'i'))
    const [name = '', birthDate = ''] = await first.getByRole('gridcell').allInnerTexts()
    const firstName = name.replace(new RegExp(`^${known}`, 'i'), '').trim()

    const list = join(folder, language === 'fr' ? 'list.csv' : 'list.xlsx')
    const report = join(folder, 'report.csv')
    const lines = [
      `${known};${firstName};${birthDate};;85.07.30-033.28`,
      ...newcomers.map((one, at) => `${one};1${at}/04/199${at};${at < 3 ? office : 'eigen@voorbeeld.be'};`),
      refused,
    ]
    const rows = [header, ...lines]
    writeFileSync(
      list,
      language === 'fr' ? `\ufeff${rows.join('\r\n')}` : aWorkbook(rows.map((text) => text.split(';'))),
    )
    await answerDialogs(application, list, report)

    await button(say.begin).click()
    await expect(heading(say.choose.title)).toBeVisible()
    await judge(application, `employerList/${language}-1-choose`)
    await button(say.choose.file).click()

    await expect(heading(say.columns.title)).toBeVisible()
    await expect(page.getByText(say.columns.dropped)).toBeVisible()
    await expect(page.getByText('85.07.30')).toHaveCount(0)
    await page.getByRole('combobox', { name: say.columns.employer }).fill('Assurances Exemple')
    await judge(application, `employerList/${language}-2-columns`)
    await button(say.columns.next).click()

    await expect(heading(say.check.title)).toBeVisible()
    await expect(chip(say.filters.refused)).toContainText('1')
    await expect(page.getByText(office).first()).toBeVisible()
    await judge(application, `employerList/${language}-3-list`)
    const row = (text: string) =>
      page
        .getByRole('grid')
        .getByRole('row')
        .filter({ hasText: new RegExp(text, 'i') })
    await row(known).click()
    await expect(page.getByRole('columnheader', { name: say.line.inList })).toBeVisible()
    await judge(application, `employerList/${language}-3-check`)

    // By the keyboard: Enter goes to what can be decided, Enter decides.
    await page.getByRole('grid').focus()
    await page.keyboard.press('Enter')
    await expect(button(say.line.take)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(row(known)).toContainText(say.decisions.take)
    await chip(say.filters.refused).click()
    await row('Luc').click()
    await expect(page.getByText(say.line.refusedHelp)).toBeVisible()
    await judge(application, `employerList/${language}-4-refused`)
    await button(say.check.createAll_other.replace('{{count, number}}', '4')).click()
    await expect(page.getByText(say.check.allDecided)).toBeVisible()

    // What is decided outlives the page.
    await page.reload()
    await page.getByRole('navigation').getByRole('button', { name: say.title }).click()
    await expect(page.getByText(say.check.allDecided)).toBeVisible()
    await button(say.check.next).click()

    await expect(heading(say.session.title)).toBeVisible()
    const session = page.getByLabel(say.session.label, { exact: true })
    await expect.poll(async () => session.locator('option').count()).toBeGreaterThan(2)
    const places = await session.locator('option').allInnerTexts()
    const free = places.findIndex((text) => /· (?:[5-9]|\d\d) /.test(text))
    await session.selectOption({ index: free })
    const exams = page.getByRole('group', { name: say.session.exams }).getByRole('checkbox')
    if (!(await exams.first().isChecked())) await exams.first().check()
    await judge(application, `employerList/${language}-5-session`)
    await button(say.session.next).click()

    await expect(heading(say.summary.title)).toBeVisible()
    await judge(application, `employerList/${language}-6-summary`)
    await button(say.summary.import).click()
    await expect(heading(say.report.title)).toBeVisible()
    await button(say.report.save).click()
    await expect(page.getByText(say.report.done)).toBeVisible()
    await judge(application, `employerList/${language}-7-report`)
    const text = readFileSync(report, 'utf8')
    expect(text.split('\r\n')).toHaveLength(8)
    expect(text).not.toContain('85.07.30')

    await button(say.report.session).click()
    for (const one of newcomers) {
      await expect(page.getByText(one.split(';')[1] ?? '').first()).toBeVisible()
    }
    await page.getByRole('navigation').getByRole('button', { name: say.title }).click()
    await button(say.report.end).click()
    await expect(heading(say.choose.title)).toBeVisible()
  })
}

test('pasted lines are registered in the session that they were begun for', async ({ desk }) => {
  const { page } = await desk()
  const { employerList: say, sessions } = texts('fr')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await signIn(page)
  await page.getByRole('navigation').getByRole('button', { name: sessions.title }).click()
  await expect(page.locator('[role="row"][aria-selected]').first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await button(say.beginIn).click()
  await page.getByLabel(say.choose.pasteLabel).fill('Collaborateur\tNé le\nMAESTRIAUX Côme\t2/3/1994')
  await button(say.choose.read).click()
  await expect(page.getByLabel(say.columns.column.replace('{{name}}', 'Collaborateur'))).toHaveValue('nameFirst')
  await button(say.columns.next).click()
  await button(say.check.createAll_one).click()
  await expect(page.getByText(say.check.allDecided)).toBeVisible()
  await button(say.check.next).click()
  const session = page.getByLabel(say.session.label, { exact: true })
  await expect(session).not.toHaveValue('')
  const exam = page.getByRole('group', { name: say.session.exams }).getByRole('checkbox').first()
  await exam.check()
  await button(say.session.next).click()
  await button(say.summary.import).click()
  await button(say.report.session).click()
  await expect(page.getByText('Côme').first()).toBeVisible()
})

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { expect, goTo, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { render } from '../helpers/pixels.ts'
import { type PrintServer, startPrintServer } from '../helpers/printServer.ts'
import { texts } from '../helpers/texts.ts'

let server: PrintServer

test.beforeAll(async () => {
  server = await startPrintServer()
  Object.assign(process.env, server.settings)
})
test.afterAll(() => server.close())

const say = (language: InterfaceLanguage) => texts(language).documents
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name })

/** Chooses the first attestation that can be printed and looks at it. */
async function lookAtFirst(page: Page, language: InterfaceLanguage): Promise<void> {
  const { attestations } = texts(language)
  await goTo(page, attestations.title)
  await page.getByRole('button', { name: attestations.filter.ready }).click()
  await page.getByRole('row').nth(1).click()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('dialog')).toContainText(say(language).title.success)
  await drawn(page, language)
}

/** Waits until the sheet is on the screen and may be sent. */
async function drawn(page: Page, language: InterfaceLanguage): Promise<void> {
  await expect(page.locator('canvas')).toHaveCount(1)
  await expect(inDialog(page, say(language).print)).toBeFocused()
}

/**
 * How dark the sheet that the operator sees is, 0 white to 1 black. Its shades count: how many pixels of a thin stroke are
 * more than half dark depends on how large the sheet is drawn, how dark all of them are together does not.
 */
const inkSeen = (page: Page): Promise<number> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let ink = 0
    for (let at = 0; at < pixels.length; at += 4)
      ink += 255 - ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255)) / 3
    return ink / 255 / (pixels.length / 4)
  })

for (const language of ['fr', 'nl'] as const) {
  test(`the sheet on the screen is the sheet that the printer gets, by the keyboard alone (${language})`, async ({
    desk,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    await lookAtFirst(page, language)
    await expect(page.getByLabel(say(language).printer, { exact: true })).toHaveValue('Bureau')
    await judge(application, `printing/${language}-preview`)
    const seen = await inkSeen(page)

    const before = server.received('Bureau').length
    await page.keyboard.press('Control+p')
    await expect(page.getByText(say(language).printed.replace('{{printer}}', 'Imprimante du bureau'))).toBeVisible()
    const sheet = (await server.receives('Bureau', before + 1)).at(-1)
    expect(sheet?.copies).toBe(1)
    const [page1] = (await render(new Uint8Array(sheet?.bytes ?? []))).pages
    const printed = (page1?.dark.reduce((sum, dark) => sum + dark / 255, 0) ?? 0) / (page1?.dark.length ?? 1)
    expect(seen).toBeGreaterThan(0.01)
    expect(Math.abs(seen - printed) / printed).toBeLessThan(0.03)
    await judge(application, `printing/${language}-sent`)

    await inDialog(page, say(language).again).click()
    await drawn(page, language)
    await expect(page.getByText(say(language).duplicate.replace('{{copy, number}}', '2'))).toBeVisible()
    await judge(application, `printing/${language}-duplicate`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
}

test('a printer that vanished is said and no longer offered; the document can still be saved', async ({ desk }) => {
  const { page, electron } = await desk()
  const { errors } = texts('fr')
  const folder = mkdtempSync(join(tmpdir(), 'saved-'))
  const file = join(folder, 'attestation')
  try {
    await signIn(page)
    await lookAtFirst(page, 'fr')
    await page.getByLabel(say('fr').printer, { exact: true }).selectOption('Accueil')
    await server.remove('Accueil')
    await inDialog(page, say('fr').print).click()
    await expect(page.getByText(errors['printer.unknown'].what)).toBeVisible()
    await expect(page.getByRole('option')).toHaveCount(1)

    const asked = () => electron.evaluate(() => (globalThis as { asked?: number }).asked ?? 0)
    const answerWith = (filePath: string) =>
      electron.evaluate(({ dialog }, given) => {
        const counter = globalThis as { asked?: number }
        dialog.showSaveDialog = async () => {
          counter.asked = (counter.asked ?? 0) + 1
          return { canceled: given === '', filePath: given }
        }
      }, filePath)
    await answerWith('')
    await page.keyboard.press('Control+s')
    await expect.poll(asked).toBe(1)
    await expect(inDialog(page, say('fr').save)).toHaveAttribute('aria-disabled', 'false')
    await answerWith(file)
    await page.keyboard.press('Control+s')
    await expect.poll(asked).toBe(2)
    await expect(page.getByText(say('fr').saved)).toBeVisible()
    expect(existsSync(file)).toBe(false)
    expect((await render(new Uint8Array(readFileSync(`${file}.pdf`)))).pages).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('no copy, too many copies and letters are said under the field, and nothing is sent', async ({ desk }) => {
  const { page } = await desk()
  await signIn(page)
  await lookAtFirst(page, 'fr')
  const before = server.received('Bureau').length
  const copies = page.getByLabel(say('fr').copies)
  for (const wrong of ['', '0', '21', 'deux', '-1']) {
    await copies.fill(wrong)
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('fr').copiesWrong.replace('{{max, number}}', '20'))).toBeVisible()
  }
  await copies.fill('3')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('fr').printedHelp)).toBeVisible()
  const got = await server.receives('Bureau', before + 1)
  expect(got.slice(before).map((sheet) => sheet.copies)).toEqual([3])
})

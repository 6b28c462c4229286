import type { Page } from '@playwright/test'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { expect, goTo, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { type PrintServer, startPrintServer } from '../helpers/printServer.ts'
import { texts } from '../helpers/texts.ts'

let server: PrintServer

test.beforeAll(async () => {
  server = await startPrintServer()
  Object.assign(process.env, server.settings)
})
test.afterAll(() => server.close())

const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const filled = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, key: string) => String(values[key] ?? ''))

/** Opens the window and leaves so many sheets in the batch. */
async function choose(page: Page, language: InterfaceLanguage, count: number): Promise<void> {
  const { attestations, printBatch } = texts(language)
  await goTo(page, attestations.title)
  await page.getByRole('button', { name: printBatch.open }).click()
  const ticks = page.getByRole('group', { name: printBatch.sheets }).getByRole('checkbox')
  await expect(ticks.first()).toBeVisible()
  for (const tick of (await ticks.all()).slice(count)) await tick.uncheck()
}

for (const language of ['fr', 'nl'] as const) {
  test(`several attestations are printed one after the other, each noted (${language})`, async ({ desk }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const { printBatch } = texts(language)
    await choose(page, language, 3)
    await judge(application, `printBatch/${language}-choose`)
    const before = server.received('Bureau').length
    await button(page, filled(printBatch.print_other, { count: 3 })).click()
    await expect(page.getByText(printBatch.allSent)).toBeVisible({ timeout: 30_000 })
    expect(await server.receives('Bureau', before + 3)).toHaveLength(before + 3)
    await judge(application, `printBatch/${language}-done`)
    await button(page, printBatch.another).click()
    // What was printed is not offered again as if it had not been.
    await page.getByLabel(printBatch.onlyUnprinted).uncheck()
    await expect(page.getByText(filled(printBatch.duplicate, { copy: 2 })).first()).toBeVisible()
  })
}

test('a printer that vanishes stops the batch; what did not go is tried again on another one', async ({ desk }) => {
  const { page } = await desk()
  await signIn(page)
  const { printBatch, documents, errors } = texts('fr')
  await choose(page, 'fr', 2)
  await page.getByRole('dialog').getByLabel(documents.printer, { exact: true }).selectOption('Accueil')
  await server.remove('Accueil')
  await button(page, filled(printBatch.print_other, { count: 2 })).click()
  await expect(page.getByText(errors['printer.unknown'].what)).toBeVisible({ timeout: 30_000 })
  const before = server.received('Bureau').length
  await button(page, filled(printBatch.again_one, { count: 1 })).click()
  await expect(page.getByText(printBatch.allSent)).toBeVisible({ timeout: 30_000 })
  expect(await server.receives('Bureau', before + 2)).toHaveLength(before + 2)
})

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import type { CallArgs, CallValue } from '../../shared/ipc.ts'
import type { CallName } from '../../shared/ipcNames.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { demoUser } from '../../src-central/backOffice/demo.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import fr from '../../src-central/backOffice/texts/fr.json' with { type: 'json' }
import nl from '../../src-central/backOffice/texts/nl.json' with { type: 'json' }
import { type Application, expect, signIn, test } from '../helpers/application.ts'

const newId = (): string => uuidv7(Date.now(), randomBytes(10))
const pictures = resolve(import.meta.dirname, '../../test-results/pictures/backOffice')
mkdirSync(pictures, { recursive: true })

/** Asks the desk as its window does. */
async function ask<N extends CallName>(page: Page, name: N, args: CallArgs<N>): Promise<CallValue<N>> {
  const result = await page.evaluate(
    ([name, args]) =>
      (window as unknown as { desk: { invoke(name: string, args: unknown): Promise<Result<unknown>> } }).desk.invoke(
        name,
        args,
      ),
    [name, args] as const,
  )
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value as CallValue<N>
}

/** A browser beside the application: another window, in a session of its own. */
async function browse({ electron }: Application, address: string): Promise<Page> {
  const opened = electron.waitForEvent('window')
  await electron.evaluate(async ({ BrowserWindow }, url) => {
    const { webContents } = new BrowserWindow({
      width: 1440,
      height: 900,
      webPreferences: { partition: `browser-${Date.now()}`, sandbox: true },
    })
    // The application itself goes nowhere; a browser does.
    for (const going of ['will-navigate', 'will-frame-navigate', 'will-redirect']) webContents.removeAllListeners(going)
    await webContents.loadURL(url)
  }, address)
  const page = await opened
  page.setDefaultTimeout(8_000)
  return page
}

/** Nothing that axe objects to and nothing to scroll sideways for, in a wide and in a narrow window. */
async function judge({ electron }: Application, page: Page, name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await electron.evaluate(({ BrowserWindow }, wide) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().includes('/back-office'))
        ?.setContentSize(wide, 900)
    }, width)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(width + 3)
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}

for (const [language, say] of [
  ['fr', fr],
  ['nl', nl],
] as const) {
  test(`a request of a centre is merged by Certassur in a browser, and the desk has one record (${language})`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const { rows } = await ask(page, 'candidate:search', { text: '', offset: language === 'fr' ? 200 : 210, limit: 1 })
    const known = (await ask(page, 'candidate:read', { id: rows[0]?.id ?? '' })).candidate
    const { lastName, firstName, birthDate } = known
    const email = `nouvelle.${language}@exemple.be`
    const second = newId()
    const values = { lastName, firstName, birthDate, email, language, phone: null }
    await ask(page, 'candidate:create', { changeId: newId(), id: second, values })
    const request = { changeId: newId(), id: newId(), a: known.id, b: second, reason: 'pièce d’identité vue' }
    await ask(page, 'merge:request', request)
    await expect.poll(async () => (await ask(page, 'sync:now', {})).waiting).toBe(0)

    const browser = await browse(application, `${central.address}/back-office/sign-in?language=${language}`)
    await judge(application, browser, `${language}-1-sign-in`)
    await browser.getByLabel(say.signIn.username).fill(demoUser.username)
    await browser.getByLabel(say.signIn.password).fill(demoPassword)
    await browser.getByRole('button', { name: say.signIn.submit }).click()
    await browser.getByRole('button', { name: say.language[language] }).click()
    await expect(browser.locator('html')).toHaveAttribute('lang', language)
    await judge(application, browser, `${language}-2-list`)
    await browser.getByRole('row').getByRole('link', { name: lastName }).first().click()
    await expect(browser.getByText('pièce d’identité vue')).toBeVisible()
    await browser.getByRole('button', { name: say.treat.take }).click()
    await expect(browser.getByText(say.treat.mine)).toBeVisible()
    await judge(application, browser, `${language}-3-request`)
    await browser
      .getByRole('group', { name: say.choose.login })
      .getByLabel(known.login ?? '')
      .check()
    await browser.getByRole('group', { name: say.choose.email }).getByLabel(email).check()
    await browser.getByRole('button', { name: say.choose.submit }).click()
    await expect(browser.getByRole('heading', { name: say.confirm.title })).toBeVisible()
    await judge(application, browser, `${language}-4-confirm`)
    await browser.getByRole('button', { name: say.confirm.submit }).click()
    await expect(browser.getByRole('heading', { name: say.done.title })).toBeVisible()
    await expect(browser.getByText(say.done.waiting).first()).toBeVisible()
    await judge(application, browser, `${language}-5-done`)

    await ask(page, 'sync:now', {})
    const read = () => ask(page, 'candidate:read', { id: second })
    await expect.poll(async () => (await read()).candidate).toMatchObject({ id: known.id, login: known.login, email })
    const [asked] = await ask(page, 'merge:list', {})
    expect(asked?.request).toMatchObject({ id: request.id, status: 'done', survivor: known.id })
  })
}

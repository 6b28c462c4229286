import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { demoUser } from '../../src-central/backOffice/demo.ts'
import office from '../../src-central/backOffice/texts/fr.json' with { type: 'json' }
import { demoPassword } from '../../src-central/demo/world.ts'
import type { CallArgs, CallValue } from '../../shared/ipc.ts'
import type { CallName } from '../../shared/ipcNames.ts'
import { uuidv7 } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { type Application, expect } from './application.ts'

export const newId = (): string => uuidv7(Date.now(), randomBytes(10))
const pictures = resolve(import.meta.dirname, '../../test-results/pictures')

/** Asks the desk as its window does. */
export async function ask<N extends CallName>(page: Page, name: N, args: CallArgs<N>): Promise<CallValue<N>> {
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
export async function browse({ electron }: Application, address: string): Promise<Page> {
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
  page.setDefaultTimeout(15_000)
  return page
}

/** Nothing that axe objects to and nothing to scroll sideways for, in a wide and in a narrow window. */
export async function judgePage({ electron }: Application, page: Page, name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await electron.evaluate(({ BrowserWindow }, wide) => {
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().startsWith('http'))
        ?.setContentSize(wide, 900)
    }, width)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(width + 3)
    mkdirSync(dirname(`${pictures}/${name}`), { recursive: true })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const room = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return clientWidth - scrollWidth
    })
    expect(room).toBe(0)
  }
}

/** What the newest mail to this address says, read where central keeps its mails. */
export async function readMail(mailbox: Page, address: string): Promise<string> {
  await mailbox.getByLabel(office.signIn.username).fill(demoUser.username)
  await mailbox.getByLabel(office.signIn.password).fill(demoPassword)
  await mailbox.getByRole('button', { name: office.signIn.submit }).click()
  await mailbox.getByRole('link', { name: office.mail.title }).click()
  await mailbox.getByRole('row').filter({ hasText: address }).first().getByRole('link').click()
  return mailbox.frameLocator('iframe').locator('body').innerText()
}

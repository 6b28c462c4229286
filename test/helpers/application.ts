import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, errors, expect, type Page } from '@playwright/test'
import { askPairingCode, type EmbeddedCentral, startEmbeddedCentral } from '../../scripts/embeddedCentral.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { fold } from '../../shared/text.ts'
import { texts } from './texts.ts'

const root = resolve(import.meta.dirname, '../..')

/** The built application in real Electron, with its sandbox, on a folder of its own. */
export interface Application {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Everything that a page should never cause: violations of the policy, errors and warnings of the console. */
  troubles(): Promise<readonly string[]>
  /** After something that was meant to be refused: what was heard of it is no trouble. */
  forget(): Promise<void>
  log(): string
  close(): Promise<void>
}

export interface LaunchOptions {
  readonly folder?: string
  readonly args?: readonly string[]
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'desk-e2e-'))

export async function launch({ folder = temporaryFolder(), args = [] }: LaunchOptions = {}): Promise<Application> {
  const executablePath = process.env['DESK_ELECTRON']
  if (!executablePath) throw new Error('run it with: npm run e2e')
  const start = () =>
    _electron.launch({
      executablePath,
      args: [...(process.env['DESK_PACKAGED'] ? [] : [root]), `--user-data-dir=${folder}`, ...args],
      chromiumSandbox: true,
      timeout: 15_000,
    })
  // One start in some hundreds stands still before any line of ours runs: it is ended and made again, once.
  const electron = await start().catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return start()
    throw error
  })
  const page = await electron.firstWindow({ timeout: 20_000 })
  page.setDefaultTimeout(8_000)
  const troubles: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`))
  // The first load may be over before anybody listens: listen first, then load again.
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { violations: heard })
    document.addEventListener('securitypolicyviolation', (event) =>
      heard.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`),
    )
  })
  await page.goto('app://desk/index.html')
  return {
    electron,
    page,
    folder,
    troubles: async () => [
      ...troubles,
      ...(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)),
    ],
    forget: async () => {
      await page.reload()
      troubles.length = 0
    },
    log: () => readFileSync(join(folder, 'logs/main.log'), 'utf8'),
    close: async () => {
      // A window with something typed in it would ask first; a test that is over has no answer.
      await electron
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.destroy()))
        .catch(() => undefined)
      await electron.close().catch(() => undefined)
    },
  }
}

/** Central as its own process, on a port that stays the same when it comes back. */
export interface RunningCentral {
  readonly address: string
  kill(): Promise<void>
  restart(): Promise<void>
}

export interface Fixtures {
  /** A desk of the demo centre, paired and closed again at the end; the test fails on any trouble of its page. */
  readonly desk: (options?: LaunchOptions) => Promise<Application>
}

export const test = base.extend<Fixtures, { central: RunningCentral }>({
  central: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
    async ({}, use) => {
      const folder = temporaryFolder()
      let running: EmbeddedCentral = await startEmbeddedCentral(folder, 0)
      const { address } = running
      await use({
        address,
        kill: () => running.kill(),
        restart: async () => {
          running = await startEmbeddedCentral(folder, Number(new URL(address).port))
        },
      })
      await running.kill()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  desk: async ({ central }, use) => {
    const opened: Application[] = []
    await use(async (options = {}) => {
      const pairing = options.folder
        ? []
        : [`--central=${central.address}`, `--pairing-code=${await askPairingCode(central.address)}`]
      const application = await launch({ ...options, args: [...pairing, ...(options.args ?? [])] })
      opened.push(application)
      return application
    })
    for (const application of opened) {
      const troubles = application.page.isClosed() ? [] : await application.troubles()
      await application.close()
      rmSync(application.folder, { recursive: true, force: true })
      expect(troubles).toEqual([])
    }
  },
})
export { expect }

/** A telephone number that no other test wrote: all tests of a worker share one central, and a record keeps what was saved. */
export const aPhone = (): string =>
  `02 ${[100, 10, 10].map((least) => least + Math.floor(Math.random() * 9 * least)).join(' ')}`

export async function useLanguage(page: Page, language: InterfaceLanguage): Promise<void> {
  await page
    .getByRole('button', { name: texts('fr').common.language[language] })
    .first()
    .click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

export async function fillSignIn(
  page: Page,
  language: InterfaceLanguage,
  username: string,
  password: string,
): Promise<void> {
  const { signIn: say } = texts(language).desk
  await page.getByLabel(say.username, { exact: true }).fill(username)
  await page.getByLabel(say.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: say.submit, exact: true }).click()
}

/** Chooses a screen in the rail, where it may have a shorter name. */
export async function goTo(page: Page, title: string, rail = title): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: rail }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

/** Signs an administrator in and waits for the list of everybody in the demo centre. */
export async function signIn(page: Page, language: InterfaceLanguage = 'fr'): Promise<void> {
  if (language !== 'fr') await useLanguage(page, language)
  await fillSignIn(page, language, 'marie.lambert', demoPassword)
  await expect(page.getByRole('heading', { name: texts(language).today.title, level: 1 })).toBeVisible()
  await goTo(page, texts(language).candidates.title)
  await expect(page.getByRole('heading', { name: texts(language).candidates.title })).toBeVisible()
  // Everybody: 320 people, and those whom other tests created or asked for. A number on the screen may be that of the lines
  // received so far.
  const received = () =>
    page.evaluate(async () => {
      const found = await window.desk.invoke('candidate:search', { text: '', offset: 0, limit: 1 })
      return found.ok ? found.value.all : 0
    })
  await expect.poll(received, { timeout: 30_000 }).toBeGreaterThanOrEqual(320)
  await expect(page.getByText(/\b3[2-9]\d /).first()).toBeVisible()
}

/** Looks a candidate up and opens the first one found. */
export async function openRecord(page: Page, language: InterfaceLanguage, text: string): Promise<void> {
  await page.getByLabel(texts(language).candidates.search.label).fill(text)
  // The row seen before the answer may be somebody else's.
  await expect(page.locator('mark').first()).toBeVisible()
  await expect.poll(async () => fold(await page.getByRole('row').nth(1).innerText())).toContain(fold(text))
  await page.getByRole('row').nth(1).click()
  await expect(page.getByLabel(texts(language).candidates.fields.lastName, { exact: true })).toBeVisible()
}

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { askPairingCode } from '../../scripts/embeddedCentral.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import type { ErrorCode } from '../../shared/result.ts'
import {
  type Application,
  expect,
  fillSignIn,
  launch,
  signIn,
  temporaryFolder,
  test,
  useLanguage,
} from '../helpers/application.ts'
import { texts } from '../helpers/texts.ts'

const languages = ['fr', 'nl'] as const

/** What happened, why, and what to do: all three stand on the screen, with the code to quote. */
async function expectSentence(page: Application['page'], language: (typeof languages)[number], code: ErrorCode) {
  const { what, why, next } = texts(language).errors[code]
  const alert = page.getByRole('alert')
  for (const sentence of [what, why, next, code]) await expect(alert).toContainText(sentence)
}

test('pairing: a wrong code, a wrong address and no line are each said, and the form stays filled', async ({
  central,
}) => {
  const application = await launch()
  const { page } = application
  for (const language of languages) {
    await useLanguage(page, language)
    const { pairing } = texts(language).desk
    const attempt = async (address: string, code: string) => {
      await page.getByLabel(pairing.address).fill(address)
      await page.getByLabel(pairing.code).fill(code)
      await page.getByRole('button', { name: pairing.submit }).click()
    }
    await attempt(central.address, 'WRONGCODE2')
    await expectSentence(page, language, 'pairing.codeRefused')
    await attempt('http://central.exemple.be', 'ABCDEFGHJK')
    await expectSentence(page, language, 'central.addressInvalid')
    await attempt('http://127.0.0.1:1', 'ABCDEFGHJK')
    await expectSentence(page, language, 'central.unreachable')
    await expect(page.getByLabel(pairing.address)).toHaveValue('http://127.0.0.1:1')
    await expect(page.getByLabel(pairing.code)).toHaveValue('ABCDEFGHJK')
  }
  const { pairing, signIn: say } = texts('nl').desk
  await page.getByLabel(pairing.address).fill(central.address)
  await page.getByLabel(pairing.code).fill(await askPairingCode(central.address))
  await page.getByRole('button', { name: pairing.submit }).click()
  await expect(page.getByRole('heading', { name: say.title })).toBeVisible()
  expect(await application.troubles()).toEqual([])
  await application.close()
  rmSync(application.folder, { recursive: true })
})

test('sign-in: a wrong password, and central down at the first start, are said in both languages', async ({
  desk,
  central,
}) => {
  const { page } = await desk()
  for (const language of languages) {
    await useLanguage(page, language)
    await fillSignIn(page, language, 'marie.lambert', 'not the password')
    await expectSentence(page, language, 'operator.refused')
    await expect(page.getByLabel(texts(language).desk.signIn.username, { exact: true })).toHaveValue('marie.lambert')
  }
  await central.kill()
  for (const language of languages) {
    await useLanguage(page, language)
    await fillSignIn(page, language, 'sofie.claes', demoPassword)
    await expectSentence(page, language, 'operator.notKnownHere')
  }
  await central.restart()
  await fillSignIn(page, 'nl', 'marie.lambert', demoPassword)
  await expect(page.getByRole('heading', { name: texts('nl').today.title, level: 1 })).toBeVisible()
})

test('a cache that is not one, of a newer version, or gone: said at sign-in, left as it is, and a way out is offered', async ({
  desk,
}) => {
  const { page, folder } = await desk()
  await signIn(page)
  await page.getByRole('button', { name: texts('fr').shell.lock }).click()
  const cache = join(folder, 'cache.db')
  const kept = join(temporaryFolder(), 'cache.db')
  await expect(page.getByRole('heading', { name: texts('fr').desk.signIn.title })).toBeVisible()
  cpSync(cache, kept)

  writeFileSync(cache, 'Ceci est un texte, pas une base de données.')
  await fillSignIn(page, 'fr', 'marie.lambert', demoPassword)
  await expectSentence(page, 'fr', 'cache.notADatabase')
  expect(readFileSync(cache, 'utf8')).toContain('Ceci est un texte')

  const foreign = readFileSync(kept)
  foreign.fill(7, 2000, 2100)
  writeFileSync(cache, foreign)
  await useLanguage(page, 'nl')
  await fillSignIn(page, 'nl', 'marie.lambert', demoPassword)
  await expectSentence(page, 'nl', 'cache.wrongKey')
  expect(readFileSync(cache).equals(foreign)).toBe(true)

  rmSync(cache)
  await fillSignIn(page, 'nl', 'marie.lambert', demoPassword)
  await expectSentence(page, 'nl', 'cache.missing')
  await page.getByRole('button', { name: texts('nl').desk.signIn.relink }).click()
  await expect(page.getByText(texts('nl').desk.pairing.relink)).toBeVisible()

  cpSync(kept, cache)
  rmSync(kept)
  await page.getByRole('button', { name: texts('nl').desk.pairing.back }).click()
  await fillSignIn(page, 'nl', 'marie.lambert', demoPassword)
  await expect(page.getByRole('heading', { name: texts('nl').today.title, level: 1 })).toBeVisible()
})

test('a second instance shows the window of the first and goes', async ({ desk }) => {
  const { electron, folder } = await desk()
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const minimised = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  const second = launch({ folder })
  await expect(second).rejects.toThrow()
  await expect.poll(minimised).toBe(false)
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('quitting closes the cache and ends the program, also with somebody signed in', async ({ desk }) => {
  const { electron, page } = await desk()
  await signIn(page)
  const ended = new Promise((resolve) => electron.process().once('exit', resolve))
  await electron.evaluate(({ app }) => app.quit())
  expect(await ended).toBe(0)
})

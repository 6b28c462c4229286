import type { ElectronApplication, Page } from '@playwright/test'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { aPhone, expect, openRecord, signIn, test, useLanguage } from '../helpers/application.ts'
import { texts } from '../helpers/texts.ts'

const start = (text: string) => new RegExp(text.split(/[{(]/)[0] ?? '')
const closeWindow = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

function fieldsOf(page: Page, language: InterfaceLanguage) {
  const { fields } = texts(language).candidates
  return {
    firstName: page.getByLabel(fields.firstName, { exact: true }),
    phone: page.getByLabel(fields.phone, { exact: true }),
  }
}

/** The first desk types, the second one saves other values of the same fields, then the first one saves: two values. */
async function meetInConflict(first: Page, second: Page, candidate: string): Promise<void> {
  const { candidates } = texts('fr')
  await signIn(first)
  await openRecord(first, 'fr', candidate)
  const mine = fieldsOf(first, 'fr')
  await mine.firstName.fill('Mien')
  await mine.phone.fill('0471 00 00 01')

  await signIn(second)
  await openRecord(second, 'fr', candidate)
  const theirs = fieldsOf(second, 'fr')
  await theirs.firstName.fill('Leur')
  await theirs.phone.fill('0471 00 00 02')
  await second.keyboard.press('Control+s')
  await expect(second.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible()

  await first.bringToFront()
  await mine.phone.press('Control+s')
  await expect(first.getByText(candidates.conflict.title)).toBeVisible()
}

/** The two values of a field, as the operator chooses between them. */
const choice = (page: Page, language: InterfaceLanguage, field: 'firstName' | 'phone') =>
  page.getByRole('group', { name: texts(language).candidates.inSentence[field], exact: true }).getByRole('radio')

test('a conflict between two desks is settled field by field, in one act', async ({ desk }) => {
  const [{ page }, other] = [await desk(), await desk()]
  const { candidates, sync } = texts('fr')
  await meetInConflict(page, other.page, 'yilmaz')

  const confirm = page.getByRole('button', { name: candidates.conflict.confirm })
  await choice(page, 'fr', 'firstName').first().check()
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await choice(page, 'fr', 'phone').last().check()
  await confirm.click()
  await expect(page.getByText(candidates.conflict.title)).toHaveCount(0)
  await expect(page.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible()
  await expect(fieldsOf(page, 'fr').firstName).toHaveValue('Leur')
  await expect(fieldsOf(page, 'fr').phone).toHaveValue('0471 00 00 01')
  await expect(page.getByText(sync.refused_one.replace('{{count, number}}', '1'))).toHaveCount(0)

  await other.page.keyboard.press('F5')
  await expect(fieldsOf(other.page, 'fr').phone).toHaveValue('0471 00 00 01')
  await expect(fieldsOf(other.page, 'fr').firstName).toHaveValue('Leur')
})

test('what is taken up again stays a conflict until it is saved', async ({ desk }) => {
  const [{ page }, other] = [await desk(), await desk()]
  const { candidates, sync } = texts('fr')
  await meetInConflict(page, other.page, 'popescu')
  const title = page.getByText(candidates.conflict.title)
  const toReview = page.getByRole('button', { name: sync.refused_one.replace('{{count, number}}', '1') })
  const { phone } = fieldsOf(page, 'fr')

  await page.getByRole('button', { name: candidates.conflict.take }).click()
  await expect(phone).toHaveValue('0471 00 00 01')
  await expect(page.getByText(candidates.taken)).toBeVisible()
  await expect(toReview).toBeVisible()
  await page.getByRole('button', { name: candidates.record.revert }).click()
  await expect(phone).toHaveValue('0471 00 00 02')
  await expect(page.getByText(candidates.taken)).toHaveCount(0)
  await expect(title).toBeVisible()
  await expect(toReview).toBeVisible()

  await page.getByRole('button', { name: candidates.conflict.take }).click()
  await phone.fill('0471 00 00 03')
  await page.keyboard.press('Control+s')
  await expect(title).toHaveCount(0)
  await expect(toReview).toHaveCount(0)
  await expect(phone).toHaveValue('0471 00 00 03')
})

test('a window that closes asks for what was typed, and only then', async ({ desk }) => {
  const number = aPhone()
  const { page, electron } = await desk()
  const { common } = texts('fr')
  await signIn(page)
  await openRecord(page, 'fr', 'popescu')
  const { phone } = fieldsOf(page, 'fr')
  await phone.fill(number)

  await closeWindow(electron)
  await expect(page.getByText(common.leave.closeText)).toBeVisible()
  await page.getByRole('button', { name: common.leave.stay }).click()
  await expect(page.getByText(common.leave.closeText)).toHaveCount(0)
  await expect(phone).toHaveValue(number)

  const ended = electron.waitForEvent('close')
  await closeWindow(electron)
  await page.getByRole('button', { name: common.leave.discard }).click()
  await ended
})

test('a window that closes can save first, and one without work closes at once', async ({ desk }) => {
  const number = aPhone()
  const first = await desk()
  const { common } = texts('fr')
  await signIn(first.page)
  await openRecord(first.page, 'fr', 'popescu')
  await fieldsOf(first.page, 'fr').phone.fill(number)
  const saved = first.electron.waitForEvent('close')
  await closeWindow(first.electron)
  await first.page.getByRole('button', { name: common.leave.saveAndClose }).click()
  await saved

  const again = await desk({ folder: first.folder })
  await signIn(again.page)
  await openRecord(again.page, 'fr', 'popescu')
  await expect(fieldsOf(again.page, 'fr').phone).toHaveValue(number)
  const closed = again.electron.waitForEvent('close')
  await closeWindow(again.electron)
  await closed
})

test('the lock begins a new page that knows nothing, in the language of before', async ({ desk }) => {
  const number = aPhone()
  const { page } = await desk()
  const { desk: entry, shell, common } = texts('nl')
  await signIn(page, 'nl')
  await openRecord(page, 'nl', 'popescu')
  await page.evaluate(() => Object.assign(window, { remembered: true }))
  await page.getByRole('button', { name: shell.lock }).click()
  await expect(page.getByRole('heading', { name: entry.signIn.title })).toBeVisible()
  expect(await page.evaluate(() => 'remembered' in window)).toBe(false)

  // With typed text it asks first; what is thrown away then does not hold the new page up.
  await useLanguage(page, 'fr')
  await useLanguage(page, 'nl')
  await signIn(page, 'nl')
  await openRecord(page, 'nl', 'popescu')
  await fieldsOf(page, 'nl').phone.fill(number)
  await page.getByRole('button', { name: shell.lock }).click()
  await page.getByRole('button', { name: common.leave.discard }).click()
  await expect(page.getByRole('heading', { name: entry.signIn.title })).toBeVisible()
})

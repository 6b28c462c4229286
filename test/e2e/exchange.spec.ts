import type { Page } from '@playwright/test'
import { expect, openRecord, signIn, test } from '../helpers/application.ts'
import { texts } from '../helpers/texts.ts'

const { candidates, exchange, sync } = texts('fr')
const start = (text: string) => new RegExp(text.split(/[{(]/)[0] ?? '')
const one = (text: string) => text.replace('{{count, number}}', '1')
const phoneOf = (page: Page) => page.getByLabel(candidates.fields.phone, { exact: true })
const railItem = (page: Page) => page.getByRole('navigation').getByRole('button', { name: exchange.title })
const line = (page: Page) => page.getByRole('row').nth(1)

test('what waits is listed in words, and says when the PC may be switched off', async ({ desk, central }) => {
  const { page } = await desk()
  await signIn(page)
  await openRecord(page, 'fr', 'popescu')
  await central.kill()
  await phoneOf(page).fill('0471 00 00 09')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(candidates.steps.lineWaiting).first()).toBeVisible()

  await railItem(page).click()
  await expect(page.getByText(one(exchange.head.notSent_one))).toBeVisible()
  await expect(page.getByText(start(exchange.head.offlineToday)).first()).toBeVisible()
  await page.getByRole('button', { name: `${exchange.filter.waiting} 1`, exact: true }).click()
  await expect(line(page)).toContainText(exchange.kinds['candidate.edit'])
  await line(page).click()
  await expect(page.getByText('0471 00 00 09')).toBeVisible()
  await expect(page.getByText(exchange.detail.notSent)).toBeVisible()

  await central.restart()
  await page.keyboard.press('F5')
  await expect(page.getByText(exchange.head.allSent)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(exchange.empty.waiting)).toBeVisible()
  await page.getByRole('button', { name: start(exchange.filter.all) }).click()
  await expect(line(page)).toContainText(exchange.state.accepted)
  await line(page).click()
  await expect(page.getByText(start(exchange.detail.accepted))).toBeVisible()
})

test('two values are found from the status bar, and lead to the record or are marked as seen', async ({ desk }) => {
  const [{ page }, other] = [await desk(), await desk()]
  await signIn(page)
  await openRecord(page, 'fr', 'yilmaz')
  await phoneOf(page).fill('0475 00 00 01')
  await signIn(other.page)
  await openRecord(other.page, 'fr', 'yilmaz')
  await phoneOf(other.page).fill('0475 00 00 02')
  await other.page.keyboard.press('Control+s')
  await expect(other.page.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible()
  await page.bringToFront()
  await phoneOf(page).press('Control+s')

  await page.getByRole('button', { name: one(sync.refused_one) }).click()
  await expect(page.getByRole('heading', { name: exchange.title, level: 1 })).toBeVisible()
  await line(page).click()
  await expect(page.getByText('0475 00 00 01')).toBeVisible()
  await expect(page.getByText(exchange.detail.theirs.replace('{{value}}', '0475 00 00 02'))).toBeVisible()

  await page.getByRole('button', { name: exchange.acts.openCandidate }).click()
  await expect(page.getByText(candidates.conflict.title)).toBeVisible()
  await railItem(page).click()
  await line(page).click()
  await page.getByRole('button', { name: exchange.acts.close }).click()
  await expect(page.getByText(exchange.empty.toReview)).toBeVisible()
  await expect(page.getByRole('grid')).toBeFocused()
  await page.getByRole('button', { name: start(exchange.filter.all) }).click()
  await expect(line(page)).toContainText(exchange.state.settled)
})

import type { Page } from '@playwright/test'
import { demoPassword } from '../../src-central/demo/world.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { aPhone, expect, fillSignIn, test, useLanguage } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

/** Signs in and waits until the day stands on the screen. */
async function beginDay(page: Page, language: InterfaceLanguage = 'fr', username = 'marie.lambert'): Promise<void> {
  const { today } = texts(language)
  if (language !== 'fr') await useLanguage(page, language)
  await fillSignIn(page, language, username, demoPassword)
  await expect(page.getByRole('heading', { name: today.title, level: 1 })).toBeVisible({ timeout: 30_000 })
  await expect(block(page, today.sessions.today).getByRole('listitem').first()).toBeVisible({ timeout: 30_000 })
}

const block = (page: Page, title: string) => page.getByRole('region', { name: title })
const railItem = (page: Page, title: string) => page.getByRole('navigation').getByRole('button', { name: title })

test('the day leads to the check-in of a session, and back with one key', async ({ desk }) => {
  const { page } = await desk()
  const { today, checkIn } = texts('fr')
  await beginDay(page)
  // Not the word alone: a line that says "3 sans pointage" holds it too.
  const [checkInOf = ''] = today.sessions.checkInOf.split('{{')
  await block(page, today.sessions.today).getByRole('button', { name: checkInOf }).first().click()
  await expect(railItem(page, checkIn.title)).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: today.title, level: 1 })).toBeVisible()
})

test('an incomplete record opens where it is completed', async ({ desk }) => {
  const { page } = await desk()
  const { today, candidates } = texts('fr')
  await beginDay(page)
  const first = block(page, today.incomplete.title).getByRole('button').first()
  const name = (await first.innerText()).split('\n')[0] ?? ''
  expect(name).not.toBe('')
  await first.click()
  await expect(page.getByRole('heading', { level: 2, name, exact: false })).toBeVisible()
  await expect(page.getByText(candidates.record.missing.split('{')[0] ?? '').first()).toBeVisible()
})

test('the attestations that wait open filtered, and their number is the same', async ({ desk }) => {
  const { page } = await desk()
  const { today, attestations } = texts('fr')
  await beginDay(page)
  const [, ready] = today.todo.ready_other.split('}} ')
  const line = block(page, today.todo.title).getByRole('button', { name: ready })
  const number = Number.parseInt(await line.innerText(), 10)
  expect(number).toBeGreaterThan(0)
  await line.click()
  await expect(
    page.getByRole('button', { name: `${attestations.filter.ready} ${number}`, pressed: true, exact: true }),
  ).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(number + 1)
  await page.getByRole('row').nth(1).click()
  await expect(page.getByText(attestations.detail.notPrinted)).toBeVisible()
})

test('Ctrl+K finds a person, a session and an action by keyboard alone', async ({ desk }) => {
  const { page } = await desk()
  const { palette, candidates, settings } = texts('fr')
  await beginDay(page)
  const field = page.getByRole('combobox', { name: palette.title })
  const option = (name: string | RegExp) => page.getByRole('option', { name }).first()

  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(page.getByRole('group', { name: palette.groups.sessions }).getByRole('option').first()).toBeVisible()
  await page.keyboard.type('popescu')
  await expect(option(/popescu/i)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const lastName = page.getByLabel(candidates.fields.lastName, { exact: true })
  await expect(lastName).toHaveValue('Popescu')

  await lastName.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('para')
  await expect(option(settings.title)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(lastName).toBeFocused()
  await expect(page.getByRole('listbox')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('neerl')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})

test('the palette asks for what was typed before it leaves a form', async ({ desk }) => {
  const number = aPhone()
  const { page } = await desk()
  const { candidates, common } = texts('fr')
  await beginDay(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('popescu')
  await expect(page.getByRole('option', { name: /popescu/i }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const phone = page.getByLabel(candidates.fields.phone, { exact: true })
  await phone.fill(number)
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: common.leave.stay }).click()
  await expect(phone).toHaveValue(number)
})

test('a controller finds the sessions assigned to him, and no records', async ({ desk }) => {
  const { page } = await desk()
  const { palette, exchange, candidates, today } = texts('fr')
  await beginDay(page, 'fr', 'luc.gerard')
  await expect(railItem(page, exchange.title)).toHaveCount(0)
  await expect(railItem(page, candidates.title)).toHaveCount(0)
  await expect(page.getByText(today.incomplete.title)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('popescu')
  await expect(page.getByText(palette.none.replace('{{text}}', 'popescu'))).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
})

test('the narrow menu is remembered for the operator', async ({ desk }) => {
  const { page } = await desk()
  const { shell } = texts('fr')
  await beginDay(page)
  await page.getByRole('button', { name: shell.collapse }).click()
  await expect(page.getByRole('button', { name: shell.expand })).toBeVisible()
  await page.getByRole('button', { name: shell.lock }).click()
  await beginDay(page)
  await expect(page.getByRole('button', { name: shell.expand })).toBeVisible()
})

for (const language of ['fr', 'nl'] as const) {
  test(`the day, attestations, exchange and settings are accessible in ${language}, light and dark, at 100 % and at 200 %`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const application = await desk()
    const { page } = application
    const { attestations, exchange, settings } = texts(language)
    const seen = (name: string) => judge(application, `today/${language}-${name}`)
    await beginDay(page, language)
    await seen('today')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('listbox')).toBeVisible()
    await seen('palette')
    await page.keyboard.press('Escape')
    await railItem(page, attestations.title).click()
    await page.getByRole('button', { name: attestations.filter.late }).click()
    await page.getByRole('row').nth(1).click()
    await expect(page.getByText(attestations.detail.late)).toBeVisible()
    await seen('attestations')
    await railItem(page, exchange.title).click()
    await expect(page.getByText(exchange.head.allSent)).toBeVisible()
    await seen('exchange')
    await railItem(page, settings.title).click()
    await expect(page.getByRole('heading', { name: settings.keys.title })).toBeVisible()
    await seen('settings')
  })
}

import type { Page } from '@playwright/test'
import { aPhone, expect, goTo, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

const start = (text: string) => new RegExp(text.split('{')[0] ?? '')
const firstName = async (page: Page) =>
  (await page.getByRole('row').nth(1).getByRole('gridcell').first().innerText()).trim()

for (const language of ['fr', 'nl'] as const) {
  const { candidates } = texts(language)

  test(`a misspelt name is found, and the list says that it only resembles (${language})`, async ({ desk }) => {
    const { page } = await desk()
    await signIn(page, language)
    await page.getByLabel(candidates.search.label).fill('wisnievski')
    await expect(page.getByText(candidates.search.resembling)).toBeVisible()
    await expect.poll(() => firstName(page)).toMatch(/WI[SŚ]NIEWSK/i)
    await expect(page.locator('mark').first()).toBeVisible()
    await page.getByLabel(candidates.search.label).fill('')
    await expect(page.getByText(candidates.search.resembling)).toHaveCount(0)
  })

  test(`the list is sorted by its heads, and remembers order and widths (${language})`, async ({ desk }) => {
    const { page } = await desk()
    await signIn(page, language)
    const head = page.getByRole('columnheader', { name: candidates.columns.birthDate })
    await expect(page.getByRole('columnheader', { name: candidates.columns.name })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    const oldest = await firstName(page)
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(() => firstName(page)).not.toBe(oldest)

    const name = page.getByRole('columnheader', { name: candidates.columns.name })
    const width = async () => (await name.boundingBox())?.width ?? 0
    const narrow = await width()
    await name.getByRole('button').focus()
    await page.keyboard.down('Shift')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.up('Shift')
    await expect.poll(width).toBeGreaterThan(narrow + 20)
    const wide = await width()

    await page.reload()
    await goTo(page, candidates.title)
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(width).toBe(wide)
  })

  test(`a filter says how many there are and shows them (${language})`, async ({ desk }) => {
    const { page } = await desk()
    await signIn(page, language)
    const chip = page.getByRole('button', { name: start(candidates.filter.incompleteCount) })
    await expect(chip).toHaveText(/\d/)
    const count = Number((await chip.innerText()).replace(/\D/g, ''))
    await chip.click()
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1))
    await expect(
      page.getByText(candidates.status.noEmail).or(page.getByText(candidates.status.noBirthDate)).first(),
    ).toBeVisible()
  })

  test(`a record shows its sessions, documents and history (${language})`, async ({ desk }) => {
    const application = await desk()
    const { page } = application
    const seen = (name: string) => judge(application, `candidates/${language}-${name}`)
    await signIn(page, language)
    await page.getByRole('button', { name: start(candidates.filter.comingCount) }).click()
    await page.getByRole('row').nth(1).click()
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toBeVisible()
    await seen('record')
    await page.getByRole('tab', { name: start(candidates.tabs.sessions) }).click()
    await expect(page.getByText(candidates.sessions.place.registered).first()).toBeVisible()
    await seen('sessions')
    await page.getByRole('tab', { name: start(candidates.tabs.documents) }).click()
    await expect(page.getByText(candidates.documents.success)).toBeVisible()
    await seen('documents')
    await page.getByRole('tab', { name: candidates.tabs.history }).click()
    await seen('history')
    await page.getByRole('tab', { name: candidates.tabs.history }).press('Home')
    await expect(page.getByRole('tab', { name: candidates.tabs.record })).toBeFocused()
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toBeVisible()
  })
}

test('a new telephone number stands in the form on every part of the record', async ({ desk }) => {
  const number = aPhone()
  const { page } = await desk()
  const { candidates } = texts('fr')
  await signIn(page)
  await openRecord(page, 'fr', 'yilmaz')
  await page.getByLabel(candidates.fields.phone).fill(number)
  await page.getByRole('tab', { name: start(candidates.tabs.sessions) }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible()
  await page.getByRole('tab', { name: candidates.tabs.record }).click()
  await expect(page.getByLabel(candidates.fields.phone)).toHaveValue(number)
})

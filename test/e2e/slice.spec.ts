import { aPhone, expect, openRecord, signIn, test, useLanguage } from '../helpers/application.ts'
import { texts } from '../helpers/texts.ts'

for (const language of ['fr', 'nl'] as const) {
  const { candidates, sync } = texts(language)
  const start = (text: string) => new RegExp(text.split(/[{(]/)[0] ?? '')

  test(`one record from the keystroke to central and to a second desk (${language})`, async ({ desk, central }) => {
    const { page } = await desk()
    await signIn(page, language)
    await openRecord(page, language, 'wisniewski')
    const lastName = page.getByLabel(candidates.fields.lastName, { exact: true })
    const name = `Wiśniewski-${language === 'fr' ? 'Félix' : 'Müller'}`

    await central.kill()
    await lastName.fill(name)
    await page.keyboard.press('Control+s')
    await expect(page.getByText(candidates.steps.lineWaiting).first()).toBeVisible()
    await expect(page.getByText(candidates.status.waiting, { exact: true }).first()).toBeVisible()
    await expect(page.getByText(start(sync.offline.short)).first()).toBeVisible()
    await expect(page.getByText(sync.waiting_one.replace('{{count, number}}', '1'))).toBeVisible()

    await central.restart()
    await page.keyboard.press('F5')
    await expect(page.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(candidates.steps.lineWaiting)).toHaveCount(0)
    await expect(page.getByText(start(sync.online.today)).first()).toBeVisible()

    const second = await desk()
    await signIn(second.page, language)
    await openRecord(second.page, language, name)
    await expect(second.page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(name)
  })
}

test('what was saved without a line is still there after the application was killed, and then arrives', async ({
  desk,
  central,
}) => {
  const { candidates } = texts('fr')
  const first = await desk()
  await signIn(first.page)
  await openRecord(first.page, 'fr', 'kowalska')
  await central.kill()
  await first.page.getByLabel(candidates.fields.phone).fill('0471 22 36 40')
  await first.page.keyboard.press('Control+s')
  await expect(first.page.getByText(candidates.steps.lineWaiting).first()).toBeVisible()
  first.electron.process().kill('SIGKILL')

  const again = await desk({ folder: first.folder })
  await signIn(again.page)
  await openRecord(again.page, 'fr', 'kowalska')
  await expect(again.page.getByLabel(candidates.fields.phone)).toHaveValue('0471 22 36 40')
  await expect(again.page.getByText(candidates.status.waiting, { exact: true }).first()).toBeVisible()
  await central.restart()
  await expect(again.page.getByText(candidates.status.waiting, { exact: true })).toHaveCount(0, { timeout: 30_000 })
})

test('another language in the middle of an edit loses nothing that was typed', async ({ desk }) => {
  const number = aPhone()
  const { page } = await desk()
  await signIn(page)
  await openRecord(page, 'fr', 'popescu')
  await page.getByLabel(texts('fr').candidates.fields.phone).fill(number)
  await useLanguage(page, 'nl')
  await expect(page.getByRole('heading', { name: texts('nl').candidates.title })).toBeVisible()
  await expect(page.getByLabel(texts('nl').candidates.fields.phone)).toHaveValue(number)
})

test('a wrong e-mail and a name of 300 characters are said under their fields, and everything typed stays', async ({
  desk,
}) => {
  const { page } = await desk()
  await signIn(page)
  for (const language of ['fr', 'nl'] as const) {
    const { candidates, fields } = texts(language)
    await useLanguage(page, language)
    await openRecord(page, language, 'demir')
    await page.getByLabel(candidates.fields.email, { exact: true }).fill('demir.exemple.be')
    await page.getByLabel(candidates.fields.lastName, { exact: true }).fill('x'.repeat(300))
    await page.keyboard.press('Control+s')
    await expect(page.getByText(fields['email.invalid'])).toBeVisible()
    await expect(page.getByText(fields['field.tooLong'].replace('{{max}}', '120'))).toBeVisible()
    await expect(page.getByLabel(candidates.fields.email, { exact: true })).toHaveValue('demir.exemple.be')
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue('x'.repeat(300))
    await page.getByRole('button', { name: candidates.record.revert }).click()
  }
})

import { uuidv7 } from '../../shared/ids.ts'
import { aPhone, expect, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

// Somebody of the demo world whose record is corrected into a second one of somebody else.
const twins = {
  fr: { was: 'vincaux', becomes: ['Grégoir', 'Zoë', '11/06/2000', 'zoe.g@exemple.be'], other: ['Grégoire', 'Zoé'] },
  nl: {
    was: 'theunis',
    becomes: ['Vandergucht', 'Jan', '07/08/1991', 'jvdg@voorbeeld.be'],
    other: ['Van der Gucht', 'Jan'],
  },
} as const

for (const language of ['fr', 'nl'] as const) {
  test(`who exists twice is said on the record, compared and asked of Certassur, in ${language}`, async ({ desk }) => {
    const application = await desk()
    const { page, electron } = application
    const { candidates, duplicates } = texts(language)
    const { was, becomes, other } = twins[language]
    const field = (name: 'lastName' | 'firstName' | 'birthDate' | 'email') =>
      page.getByLabel(candidates.fields[name], { exact: true })
    const title = page.getByText(duplicates.notice.title_one)
    const compare = page.getByRole('button', { name: duplicates.notice.compare_one })
    const dialog = page.getByRole('dialog')

    await signIn(page, language)
    await openRecord(page, language, was)
    await expect(title).toHaveCount(0)
    for (const [at, name] of (['lastName', 'firstName', 'birthDate', 'email'] as const).entries()) {
      await field(name).fill(becomes[at] ?? '')
    }
    await page.keyboard.press('Control+s')
    await expect(title).toBeVisible()
    // Nothing was taken from who types.
    await expect(field('email')).toBeFocused()
    await expect(page.getByText(other[0].toLocaleUpperCase('fr')).last()).toBeVisible()
    await judge(application, `duplicates/${language}-notice`)

    await compare.focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('heading', { name: duplicates.compare.title })).toBeVisible()
    const line = (name: keyof typeof duplicates.fields) =>
      dialog
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: duplicates.fields[name], exact: true }) })
    await expect(line('lastName').getByRole('cell').nth(0)).toHaveText(becomes[0])
    await expect(line('lastName').locator('mark')).toHaveText(other[0])
    await expect(line('firstName')).toContainText(language === 'fr' ? duplicates.written : duplicates.names.same)
    await expect(line('birthDate').locator('mark')).toHaveCount(0)
    await expect(line('birthDate')).toContainText(duplicates.birthDates.same)
    await expect(dialog.getByText(duplicates.compare.checked)).toBeVisible()
    await judge(application, `duplicates/${language}-compare`)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(compare).toBeFocused()

    await page.keyboard.press('Enter')
    const logins = await line('login').getByRole('cell').allInnerTexts()
    await dialog.getByRole('button', { name: duplicates.acts.letter }).click()
    const copy = dialog.getByRole('button', { name: duplicates.letter.copy })
    await expect(copy).toBeFocused()
    await judge(application, `duplicates/${language}-letter`)
    await copy.click()
    await expect(dialog.getByText(duplicates.letter.copied)).toBeVisible()
    const copied = await electron.evaluate(({ clipboard }) => clipboard.readText())
    for (const said of [...logins.slice(0, 2), becomes[0], other[0], duplicates.letter.greeting]) {
      expect(copied).toContain(said)
    }

    await dialog.getByRole('button', { name: duplicates.compare.open }).click()
    await expect(field('lastName')).toHaveValue(other[0])
    await expect(field('lastName')).toBeFocused()
    await expect(title).toBeVisible()
  })
}

test('who resembles nobody is said for this desk only, behind a quiet link', async ({ desk }) => {
  const { page } = await desk()
  const { duplicates } = texts('fr')
  await signIn(page)
  await openRecord(page, 'fr', 'economou')
  await page.getByRole('button', { name: duplicates.link }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(duplicates.compare.none)).toBeVisible()
  await expect(dialog.getByText(duplicates.compare.checked)).toBeVisible()
  await expect(dialog.getByRole('button')).toHaveText([duplicates.compare.close])
})

const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

for (const language of ['fr', 'nl'] as const) {
  test(`a record that is merged while somebody types in it says so and keeps what he typed, in ${language}`, async ({
    desk,
  }) => {
    const application = await desk()
    const { page } = application
    const { candidates, duplicates } = texts(language)
    const field = (name: 'lastName' | 'email' | 'phone' | 'login') =>
      page.getByLabel(candidates.fields[name], { exact: true })
    const email = `jumelle.${language}@exemple.be`
    const [id, changeId, resolving] = [newId(), newId(), newId()]

    await signIn(page, language)
    // The twin of somebody of the demo world: Certassur holds it.
    const known = await page.evaluate(
      async ([offset, email, id, changeId]) => {
        const found = await window.desk.invoke('candidate:search', { text: '', offset, limit: 1 })
        const read = await window.desk.invoke('candidate:read', { id: found.ok ? (found.value.rows[0]?.id ?? '') : '' })
        if (!read.ok) throw new Error(read.error.code)
        const { lastName, firstName, birthDate, language, phone, login, id: known } = read.value.candidate
        const values = { lastName, firstName, birthDate, language, phone, email }
        await window.desk.invoke('candidate:create', { changeId, id, values })
        return { id: known, lastName, firstName, login }
      },
      [language === 'fr' ? 220 : 230, email, id, changeId] as const,
    )
    await openRecord(page, language, email)
    await expect(page.getByText(candidates.status.held).first()).toBeVisible({ timeout: 20_000 })
    const phone = aPhone()
    await field('phone').fill(phone)

    await page.evaluate(
      async ([id, other, changeId]) => {
        const decision = { decision: 'same', with: other, takeEmail: false, reason: null } as const
        await window.desk.invoke('hold:resolve', { changeId, id, decision })
      },
      [id, known.id, resolving] as const,
    )
    const name = `${known.lastName.toLocaleUpperCase('fr')} ${known.firstName}`
    const title = page.getByText(duplicates.merged.title.replace('{{name}}', name))
    await expect(title).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText(duplicates.merged.typed)).toBeVisible()
    await expect(field('login')).toHaveValue(known.login ?? '')
    await expect(field('phone')).toHaveValue(phone)
    await expect(field('phone')).toBeFocused()
    await expect(field('email')).not.toHaveValue(email)
    await judge(application, `duplicates/${language}-merged`)

    // Both held the same number: it is an edit of the one that stays, and no question.
    await page.keyboard.press('Control+s')
    await expect(page.getByText(new RegExp(candidates.steps.lineRegistered.split('{')[0] ?? '')).first()).toBeVisible()
    await expect(page.getByText(duplicates.merged.help)).toBeVisible()
    await expect(page.getByText(candidates.conflict.title)).toHaveCount(0)
    await page.getByRole('button', { name: duplicates.merged.seen }).click()
    await expect(title).toHaveCount(0)
    await expect(field('phone')).toHaveValue(phone)
  })
}

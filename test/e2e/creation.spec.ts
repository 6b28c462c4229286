import type { Page } from '@playwright/test'
import { uuidv7 } from '../../shared/ids.ts'
import { expect, goTo, signIn, test } from '../helpers/application.ts'
import { begin, fieldsOf, fill } from '../helpers/creation.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

const start = (text: string) => new RegExp(text.split('{')[0] ?? '')
const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
const one = (text: string) => text.replace('{{count, number}}', '1')

/** Somebody of the demo centre, as his record says. */
async function known(page: Page, text: string) {
  const { rows } = await page.evaluate(async (text) => {
    const found = await window.desk.invoke('candidate:search', { text, offset: 0, limit: 1 })
    if (!found.ok) throw new Error(found.error.code)
    return found.value
  }, text)
  const [row] = rows
  if (!row) throw new Error('nobody of that name')
  return { ...row, born: row.birthDate?.split('-').toReversed().join('/') ?? '' }
}

const people = {
  fr: {
    here: { text: 'van der gehuchte amber', lastName: 'Vandergehuchte', firstName: 'Ambre', email: 'ambre@exemple.be' },
    elsewhere: { lastName: 'Vandenpoel', firstName: 'Elke', email: 'elke.vandenpoel60@mail.voorbeeld.be' },
    newcomer: {
      lastName: 'Bergerac',
      firstName: 'Théodora',
      birthDate: '21-3-98',
      born: '21/03/1998',
      phone: '0471 22 36 40',
      email: 'theodora.b@exemple.be',
    },
    offline: { lastName: 'Quévrin', firstName: 'Ysaline', birthDate: '4/7/1991', email: 'ysaline.q@exemple.be' },
    unsent: {
      typed: { lastName: 'Xhonneux', firstName: 'Wiliam', birthDate: '12/12/1980' },
      again: { lastName: 'Xhoneux', firstName: 'William', birthDate: '12/12/1980' },
    },
  },
  nl: {
    here: { text: 'van den meersche emma', lastName: 'Vandenmeerse', firstName: 'Emma', email: 'emma@voorbeeld.be' },
    elsewhere: { lastName: 'Bauwenaerd', firstName: 'Rik', email: 'rik.bauwenaert18@voorbeeld.be' },
    newcomer: {
      lastName: 'Oosterwijck',
      firstName: 'Jorinde',
      birthDate: '020587',
      born: '02/05/1987',
      phone: '0487 61 05 92',
      email: 'jorinde.o@voorbeeld.be',
    },
    offline: { lastName: 'Zwaenepoel', firstName: 'Wannes', birthDate: '4/7/1991', email: 'wannes.z@voorbeeld.be' },
    unsent: {
      typed: { lastName: 'Schrijvershof', firstName: 'Gerolf', birthDate: '3/11/1979' },
      again: { lastName: 'Schryvershof', firstName: 'Gerolf', birthDate: '3/11/1979' },
    },
  },
} as const

for (const language of ['fr', 'nl'] as const) {
  const { candidates, common, creation, duplicates, fields, today } = texts(language)
  const seen = people[language]

  test(`nobody is created before Certassur was asked, and then he has a login, in ${language}`, async ({ desk }) => {
    test.setTimeout(180_000)
    const { application, page, field } = await begin(await desk(), language)
    await page.keyboard.press('Control+n')
    await expect(field('lastName')).toBeFocused()
    await expect(page.getByText(creation.state.tooLittle)).toBeVisible()
    await expect(page.getByRole('button', { name: creation.foot.create })).toHaveCount(0)
    await expect(page.getByRole('button', { name: start(creation.foot.ask) })).toHaveAttribute('aria-disabled', 'true')
    await judge(application, `creation/${language}-empty`)

    await fill(page, language, { lastName: seen.newcomer.lastName, firstName: seen.newcomer.firstName })
    await expect(page.getByText(creation.state.more)).toBeVisible()
    await fill(page, language, { phone: seen.newcomer.phone, birthDate: '31/02/1998' })
    await field('phone').focus()
    await expect(page.getByText(fields['date.invalid'])).toBeVisible()
    await field('birthDate').fill(seen.newcomer.birthDate)
    await page.keyboard.press('Enter')
    await expect(page.getByText(start(creation.state.nobody))).toBeVisible()
    await expect(field('birthDate')).toHaveValue(seen.newcomer.born)
    await judge(application, `creation/${language}-nobody`)

    // Another thing typed, and the answer is none any more.
    await field('email').fill(seen.newcomer.email)
    await expect(page.getByText(creation.state.toCheckNone)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(start(creation.state.nobody))).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(page.getByText(fields['field.required'])).toBeVisible()
    await expect(field('language')).toBeFocused()
    await field('language').selectOption(language)
    await page.getByRole('button', { name: start(creation.foot.create) }).click()

    await expect(page.getByLabel(candidates.fields.phone)).toHaveValue(seen.newcomer.phone)
    await expect(page.getByLabel(candidates.fields.login)).toHaveValue(/^[A-Z]{2}\d{8}$/, { timeout: 20_000 })
    await judge(application, `creation/${language}-created`)
  })

  test(`somebody of this desk is compared, and his address replaced or his record opened, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const { application, page, field } = await begin(await desk(), language)
    const person = await known(page, seen.here.text)
    await page.keyboard.press('Control+n')
    const { lastName, firstName, email } = seen.here
    await fill(page, language, { lastName, firstName, birthDate: person.born, email })
    const card = page.locator('[data-undecided]').filter({ hasText: person.lastName })
    await expect(card).toBeVisible()
    await expect(card.locator('mark').filter({ hasText: person.lastName })).toBeVisible()
    await field('email').press('Enter')
    await expect(page.getByText(creation.maybe.title)).toBeVisible()
    await expect(page.getByRole('button', { name: start(creation.foot.create) })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(card.getByRole('button')).toHaveText([
      creation.acts.open,
      creation.acts.replaceEmail,
      creation.acts.other,
    ])
    await judge(application, `creation/${language}-match`)

    await card.getByRole('button', { name: creation.acts.open }).click()
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(person.lastName)
    await expect(page.getByText(creation.aside.title)).toBeVisible()
    await judge(application, `creation/${language}-aside`)
    await page.getByRole('button', { name: creation.aside.resume }).click()
    await expect(field('email')).toHaveValue(email)

    await field('email').press('Enter')
    await expect(page.getByText(creation.maybe.title)).toBeVisible()
    await card.getByRole('button', { name: creation.acts.replaceEmail }).click()
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(person.lastName)
    await expect(page.getByLabel(candidates.fields.email, { exact: true })).toHaveValue(email)
    await expect(page.getByText(start(candidates.steps.lineRegistered)).first()).toBeVisible()
    await expect(page.getByText(creation.aside.title)).toHaveCount(0)
  })

  test(`somebody known elsewhere is another person only for a reason, or linked by Certassur, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const { application, page, field } = await begin(await desk(), language)
    await page.keyboard.press('Control+n')
    await fill(page, language, seen.elsewhere)
    // Asked by itself once everything is there.
    const card = page.locator('[data-undecided]').filter({ hasText: creation.stranger })
    await expect(card).toBeVisible()
    await expect(card.getByText(creation.found.there)).toBeVisible()
    // His address is the registered one: there is none to replace.
    await expect(card.getByRole('button')).toHaveText([
      creation.acts.openElsewhere,
      creation.acts.other,
      creation.acts.same,
    ])
    await judge(application, `creation/${language}-elsewhere`)

    await card.getByRole('button', { name: creation.acts.other }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByText(fields['field.required'])).toBeVisible()
    await page.getByLabel(creation.other.label).fill('Carte d’identité contrôlée')
    await judge(application, `creation/${language}-other`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Carte d’identité contrôlée')).toBeVisible()
    await expect(field('language')).toBeFocused()
    await expect(page.getByText(start(creation.state.decided))).toBeVisible()
    await judge(application, `creation/${language}-decided`)

    // Remembered as long as nothing changes that was compared.
    await field('firstName').fill(`${seen.elsewhere.firstName}e`)
    await field('firstName').press('Enter')
    await expect(card).toBeVisible()
    await field('firstName').fill(seen.elsewhere.firstName)
    await field('firstName').press('Enter')
    await expect(page.getByText('Carte d’identité contrôlée')).toBeVisible()
    await page.getByRole('button', { name: start(creation.acts.changeNamed) }).click()
    await card.getByRole('button', { name: creation.acts.same }).click()
    await expect(page.getByText(creation.decision.same)).toBeVisible()
    await field('language').selectOption('nl')
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel(candidates.fields.email, { exact: true })).toHaveValue(seen.elsewhere.email)
    await expect(page.getByRole('heading').getByText(seen.elsewhere.lastName)).toBeVisible()
    await expect(page.getByText(candidates.status.held).first()).toBeVisible({ timeout: 20_000 })

    // Linked, he has the login that he had.
    await page.evaluate(async (changeId) => {
      const holds = await window.desk.invoke('hold:list', {})
      const [hold] = holds.ok ? holds.value : []
      const other = hold?.matches[0]?.match.id ?? null
      const decision = { decision: 'same', with: other, takeEmail: false, reason: null } as const
      await window.desk.invoke('hold:resolve', { changeId, id: hold?.hold.id ?? '', decision })
    }, newId())
    await expect(page.getByLabel(candidates.fields.login)).toHaveValue(/^[A-Z]{2}\d{8}$/, { timeout: 20_000 })
  })

  test(`without a line a new candidate waits, or is created at the door, in ${language}`, async ({ desk, central }) => {
    test.setTimeout(240_000)
    const { application, page, field } = await begin(await desk(), language)
    await central.kill()
    await page.keyboard.press('F5')
    await expect(page.getByText(texts(language).sync.offline.short)).toBeVisible({ timeout: 20_000 })
    await page.keyboard.press('Control+n')
    await fill(page, language, seen.offline)
    await expect(page.getByText(start(creation.state.here))).toBeVisible()
    await expect(page.getByText(start(creation.state.nobody))).toHaveCount(0)
    const keep = page.getByRole('button', { name: start(creation.foot.keep) })
    const atTheDoor = page.getByRole('button', { name: creation.foot.createAnyway })
    await expect(keep).toBeVisible()
    await judge(application, `creation/${language}-offline`)
    await keep.click()
    await expect(page.getByText(one(creation.waiting.title_one))).toBeVisible()
    await judge(application, `creation/${language}-waiting`)

    await page.getByRole('button', { name: creation.waiting.show }).click()
    await expect(page.getByText(seen.offline.lastName)).toBeVisible()
    await fill(page, language, seen.unsent.typed)
    await expect(atTheDoor).toBeVisible()
    await field('language').selectOption('fr')
    await atTheDoor.click()
    await expect(page.getByLabel(candidates.fields.login)).toHaveValue(candidates.record.loginLater)
    await expect(page.getByText(candidates.status.waiting).first()).toBeVisible()
    await judge(application, `creation/${language}-unsent`)

    // What was created here and not sent yet is found again.
    await page.keyboard.press('Control+n')
    await fill(page, language, seen.unsent.again)
    const card = page.locator('[data-undecided]').filter({ hasText: seen.unsent.typed.lastName })
    await expect(card).toContainText(duplicates.unknown.login)
    await judge(application, `creation/${language}-unsentFound`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: common.leave.discard }).click()

    await central.restart()
    await page.keyboard.press('F5')
    await expect(page.getByText(creation.waiting.online)).toBeVisible({ timeout: 20_000 })
    await goTo(page, today.title)
    await page.getByRole('button', { name: today.todo.unverifiedHelp }).click()
    await page.getByRole('button', { name: start(creation.waiting.takeNamed) }).click()
    await expect(field('email')).toHaveValue(seen.offline.email)
    await expect(page.getByText(start(creation.state.nobody))).toBeVisible({ timeout: 20_000 })
    await field('language').selectOption(language)
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel(candidates.fields.login)).toHaveValue(/^[A-Z]{2}\d{8}$/, { timeout: 20_000 })
    await expect(page.getByText(one(creation.waiting.title_one))).toHaveCount(0)
  })
}

test('the words of a search that found nobody are taken over, and survive a lock', async ({ desk }) => {
  const { page, electron } = await desk()
  const { candidates, common, creation, desk: say, palette } = texts('fr')
  const field = fieldsOf(page, 'fr')
  await signIn(page)
  await page.getByLabel(candidates.search.label).fill('van zxqwtnyk wolfgang 21-3-98')
  await page.getByRole('button', { name: creation.fromSearch }).click()
  await expect(field('lastName')).toHaveValue('Van Zxqwtnyk')
  await expect(field('firstName')).toHaveValue('Wolfgang')
  await expect(field('birthDate')).toHaveValue('21-3-98')
  await field('email').fill('wolfgang@exemple.be')
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByRole('heading', { name: say.signIn.title })).toBeVisible()
  await signIn(page)
  await expect(page.getByText(start(common.restored.title))).toBeVisible()
  await expect(field('email')).toHaveValue('wolfgang@exemple.be')
  await page.getByRole('button', { name: common.restored.discard }).click()
  await expect(field('email')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(field('email')).toHaveCount(0)

  await goTo(page, texts('fr').today.title)
  await page.keyboard.press('Control+k')
  await page.getByLabel(palette.title).fill('nouveau candidat')
  await page.keyboard.press('Enter')
  await expect(field('lastName')).toBeFocused()
})

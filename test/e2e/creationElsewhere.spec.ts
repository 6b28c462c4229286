import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/application.ts'
import { begin, fill } from '../helpers/creation.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

/** People whom only the other demo centre has. The year of birth of a demo person follows the calendar. */
const people = {
  fr: {
    moved: { lastName: 'Al Ahmad', firstName: 'Fadi', phone: '0482 27 70 31', email: 'fadi@exemple.be' },
    born: '27/07',
    wrong: '28/07',
    seated: { lastName: 'Chaouch', firstName: 'Malika', phone: '0491 75 79 84' },
    reason: 'Nouvel employeur, carte d’identité vue',
  },
  nl: {
    moved: { lastName: 'Christikens', firstName: 'Veerle', phone: '0470 81 97 95', email: 'veerle@voorbeeld.be' },
    born: '08/10',
    wrong: '10/08',
    seated: { lastName: 'De Ceulaer', firstName: 'An', phone: '0472 83 99 26' },
    reason: 'Nieuwe werkgever, identiteitskaart gezien',
  },
} as const

async function birthYear(page: Page, { lastName, firstName, phone }: (typeof people)['fr' | 'nl']['moved']) {
  return page.evaluate(
    async (typed) => {
      const found = await window.desk.invoke('candidate:lookUp', {
        person: { ...typed, birthDate: null, email: null },
      })
      return found.ok ? (found.value.people[0]?.birthYear ?? '') : found.error.code
    },
    { lastName, firstName, phone },
  )
}

for (const language of ['fr', 'nl'] as const) {
  const { candidates, creation, errors, fields } = texts(language)
  const seen = people[language]

  test(`somebody of another centre has another address when his identity is proven, in ${language}`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const { application, page, field } = await begin(await desk(), language)
    const year = await birthYear(page, seen.moved)
    await page.keyboard.press('Control+n')
    await fill(page, language, seen.moved)
    const card = page.locator('[data-undecided]').filter({ hasText: creation.found.there })
    await expect(card.getByRole('button')).toHaveText([
      creation.acts.openElsewhere,
      creation.acts.replaceElsewhere,
      creation.acts.other,
      creation.acts.same,
    ])
    await judge(application, `creation/${language}-strangerActs`)

    await card.getByRole('button', { name: creation.acts.replaceElsewhere }).click()
    const born = card.getByLabel(creation.elsewhere.birthDate)
    const ask = card.getByRole('button', { name: creation.elsewhere.ask })
    await expect(born).toBeFocused()
    await ask.click()
    await expect(card.getByText(fields['field.required'])).toHaveCount(2)
    await expect(card.getByText(creation.elsewhere.unseen)).toBeVisible()
    await judge(application, `creation/${language}-strangerProof`)
    const prove = async (day: string) => {
      await born.fill(`${day}/${year}`)
      await card.getByLabel(creation.elsewhere.reason).fill(seen.reason)
      await card.getByLabel(creation.elsewhere.seen).check()
      await ask.click()
    }
    await prove(seen.wrong)
    await expect(card.getByText(errors['candidate.notProven'].why)).toBeVisible({ timeout: 20_000 })
    await judge(application, `creation/${language}-strangerRefused`)
    await expect(field('email')).toHaveValue(seen.moved.email)

    await card.getByRole('button', { name: creation.acts.replaceElsewhere }).click()
    await prove(seen.born)
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(seen.moved.lastName, {
      timeout: 20_000,
    })
    await expect(page.getByLabel(candidates.fields.email, { exact: true })).toHaveValue(seen.moved.email)
    await expect(page.getByText(creation.aside.title)).toHaveCount(0)
    await judge(application, `creation/${language}-strangerArrived`)
  })

  test(`somebody of another centre is registered here, and his record opens once Certassur has answered, in ${language}`, async ({
    desk,
    central,
  }) => {
    test.setTimeout(180_000)
    const { application, page } = await begin(await desk(), language)
    await page.keyboard.press('Control+n')
    await fill(page, language, seen.seated)
    const card = page.locator('[data-undecided]').filter({ hasText: creation.found.there })
    await card.getByRole('button', { name: creation.acts.openElsewhere }).click()
    const session = card.getByLabel(creation.elsewhere.session, { exact: true })
    await expect(session).toBeFocused()
    await expect(session.locator('option:enabled')).not.toHaveCount(1)
    await session.selectOption(await session.locator('option:enabled').nth(1).getAttribute('value'))
    const exam = card.getByRole('checkbox').first()
    if (!(await exam.isChecked())) await exam.check()
    await judge(application, `creation/${language}-strangerPlace`)

    // The line breaks in the moment in which he is asked for: the act is kept, and nothing is made up of him.
    await central.kill()
    await card.getByRole('button', { name: creation.elsewhere.ask }).click()
    await expect(card.getByText(creation.elsewhere.later)).toBeVisible({ timeout: 20_000 })
    await judge(application, `creation/${language}-strangerAsked`)
    await central.restart()
    await page.keyboard.press('F5')
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(seen.seated.lastName, {
      timeout: 30_000,
    })
    await page.getByRole('tab', { name: candidates.tabs.sessions }).click()
    await expect(page.getByText(candidates.sessions.place.registered).first()).toBeVisible()
  })
}

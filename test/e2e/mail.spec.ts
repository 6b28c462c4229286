import { addDays, inBelgium } from '../../shared/time.ts'
import { demoUser } from '../../src-central/backOffice/demo.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import fr from '../../src-central/backOffice/texts/fr.json' with { type: 'json' }
import nl from '../../src-central/backOffice/texts/nl.json' with { type: 'json' }
import { expect, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { ask, browse, judgePage, newId } from '../helpers/pages.ts'
import { texts } from '../helpers/texts.ts'

for (const [language, say, lastName, firstName, birthDate] of [
  ['fr', fr, 'Delacourriere', 'Sacha', '1990-02-03'],
  ['nl', nl, 'Verbrugghenaere', 'Wannes', '1987-11-15'],
] as const) {
  const { candidates } = texts(language)

  test(`whoever is created and registered is mailed; the record says so, and the mails can be read (${language})`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const today = inBelgium(new Date()).date
    const sessions = await ask(page, 'session:list', {
      from: addDays(today, 1),
      to: addDays(today, 60),
      locationId: null,
    })
    const session = sessions.find(
      ({ counts, session: one }) => one.status === 'planned' && counts.registered < one.seats,
    )?.session
    const id = newId()
    const email = `${lastName.toLowerCase()}@exemple.be`
    const values = { lastName, firstName, birthDate, email, language, phone: null }
    await ask(page, 'candidate:create', { changeId: newId(), id, values, notThese: [] })
    const registration = {
      sessionId: session?.id ?? '',
      candidateId: id,
      exams: session?.exams.slice(0, 1) ?? [],
      language,
      pc: null,
      overrideReason: null,
    }
    await ask(page, 'registration:create', { changeId: newId(), id: newId(), values: registration })
    const statuses = async () => {
      await ask(page, 'sync:now', {})
      return (await ask(page, 'candidate:mails', { id })).map(({ status }) => status)
    }
    await expect.poll(statuses, { timeout: 30_000 }).toEqual(['sent', 'sent'])
    await openRecord(page, language, lastName)
    await page.getByRole('tab', { name: candidates.tabs.history }).click()
    await expect(page.getByText(candidates.mails.title)).toBeVisible()
    await expect(page.getByText(candidates.mails.status.kept, { exact: true })).toHaveCount(2)
    await judge(application, `mail/${language}-record`)

    const browser = await browse(application, `${central.address}/back-office/sign-in?language=${language}`)
    await browser.getByLabel(say.signIn.username).fill(demoUser.username)
    await browser.getByLabel(say.signIn.password).fill(demoPassword)
    await browser.getByRole('button', { name: say.signIn.submit }).click()
    await browser.getByRole('button', { name: say.language[language] }).click()
    await expect(browser.locator('html')).toHaveAttribute('lang', language)
    await browser.getByRole('link', { name: say.mail.title }).click()
    await expect(browser.getByRole('heading', { name: say.mail.title })).toBeVisible()
    await judgePage(application, browser, `mail/${language}-mailbox`)
    for (const [row, name] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      await browser.getByRole('row').nth(row).getByRole('link').click()
      await expect(browser.getByText(email).first()).toBeVisible()
      await expect(browser.frameLocator('iframe').getByText(firstName).first()).toBeVisible()
      await judgePage(application, browser, `mail/${language}-${name}`)
      await browser.getByRole('link', { name: say.mail.back }).click()
    }
  })
}

for (const [language, lastName, firstName, birthDate] of [
  ['fr', 'Debruxelloise', 'Sabine', '1992-06-07'],
  ['nl', 'Vanlangenakker', 'Joke', '1985-01-30'],
] as const) {
  test(`another address and the codes after it are one act, also without a line, followed in three dated steps (${language})`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    const { candidates } = texts(language)
    await signIn(page, language)
    const id = newId()
    const [email, other] = [`${lastName.toLowerCase()}@exemple.be`, `${firstName.toLowerCase()}.codes@exemple.be`]
    const values = { lastName, firstName, birthDate, email, language, phone: null }
    await ask(page, 'candidate:create', { changeId: newId(), id, values, notThese: [] })
    const mails = async () => {
      await ask(page, 'sync:now', {})
      return (await ask(page, 'candidate:mails', { id })).map(({ kind, status }) => `${kind} ${status}`)
    }
    await expect.poll(mails, { timeout: 30_000 }).toEqual(['codes sent'])
    await openRecord(page, language, lastName)
    await expect(page.getByRole('button', { name: candidates.codes.send })).toBeVisible()
    await judge(application, `mail/${language}-codes`)

    await central.kill()
    await page.getByLabel(candidates.fields.email).fill(other)
    await page.getByRole('button', { name: candidates.codes.saveAndSend }).scrollIntoViewIfNeeded()
    await judge(application, `mail/${language}-codes-typed`)
    await page.getByRole('button', { name: candidates.codes.saveAndSend }).click()
    await expect(page.getByText(candidates.codes.tell.wait)).toBeVisible()
    await expect(page.getByText(candidates.steps.codesNext)).toBeVisible()
    await expect(page.getByRole('button', { name: candidates.codes.send })).toBeFocused()
    await judge(application, `mail/${language}-codes-waiting`)

    await central.restart()
    await expect
      .poll(async () => (await mails()).toSorted(), { timeout: 60_000 })
      .toEqual(['codes sent', 'codesAgain sent', 'emailNew sent', 'emailOld sent'])
    await expect(page.getByText(candidates.codes.tell.wait)).toHaveCount(0)
    await expect(page.getByText(candidates.mails.fate.kept)).toBeVisible()
    await page.getByText(candidates.mails.fate.kept).scrollIntoViewIfNeeded()
    await judge(application, `mail/${language}-codes-kept`)
  })
}

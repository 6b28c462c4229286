import fr from '../../src-central/myCertassur/texts/fr.json' with { type: 'json' }
import nl from '../../src-central/myCertassur/texts/nl.json' with { type: 'json' }
import { expect, goTo, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { passwordIn } from '../helpers/mail.ts'
import { ownPassword } from '../helpers/myCertassur.ts'
import { ask, browse, judgePage, newId, readMail } from '../helpers/pages.ts'
import { texts } from '../helpers/texts.ts'

for (const [language, say, lastName, firstName] of [
  ['fr', fr, 'Szczepańska-Lefèvre', 'Łucja'],
  ['nl', nl, 'D’Hœdt', 'Özgür'],
] as const) {
  test(`rule 3: whoever was created signs in with the codes of the mail and chooses his own password, in ${language}`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const id = newId()
    const email = `mon.espace.${language}@exemple.be`
    const values = { lastName, firstName, birthDate: '1991-08-17', email, language, phone: null }
    await ask(page, 'candidate:create', { changeId: newId(), id, values, notThese: [] })
    const mails = async () => {
      await ask(page, 'sync:now', {})
      return (await ask(page, 'candidate:mails', { id })).map(({ status }) => status)
    }
    await expect.poll(mails, { timeout: 30_000 }).toEqual(['sent'])
    const { login } = (await ask(page, 'candidate:read', { id })).candidate
    const mailbox = await browse(application, `${central.address}/back-office/sign-in`)
    const password = passwordIn(await readMail(mailbox, email))
    await mailbox.close()

    const browser = await browse(application, `${central.address}/my?language=${language}`)
    await browser.getByRole('link', { name: say.language[language] }).click()
    await expect(browser.getByRole('heading', { name: say.signIn.title })).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-1-sign-in`)
    await browser.getByRole('link', { name: say.signIn.lost }).click()
    await browser.getByLabel(say.codes.email).fill(`nobody.${language}@exemple.be`)
    await judgePage(application, browser, `myCertassur/${language}-2-codes`)
    await browser.getByRole('button', { name: say.codes.submit }).click()
    await expect(browser.getByRole('heading', { name: say.codes.sentTitle })).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-3-asked`)
    await browser.getByRole('link', { name: say.codes.back }).click()

    await browser.getByLabel(say.signIn.login).fill(login ?? '')
    await browser.getByLabel(say.signIn.password).fill('Abcd-Efgh-Jkmn')
    await browser.getByRole('button', { name: say.signIn.submit }).click()
    await expect(browser.getByText(say.signIn.refused)).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-4-refused`)
    await browser.getByLabel(say.signIn.password).fill(password)
    await browser.getByRole('button', { name: say.signIn.submit }).click()
    await expect(browser.getByRole('heading', { name: say.password.first })).toBeVisible()
    await browser.getByLabel(say.password.chosen).fill(password)
    await browser.getByLabel(say.password.again).fill(password)
    await browser.getByRole('button', { name: say.password.submit }).click()
    await expect(browser.getByText(say.password.given)).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-5-password`)
    await browser.getByLabel(say.password.chosen).fill(ownPassword)
    await browser.getByLabel(say.password.again).fill(ownPassword)
    await browser.getByRole('button', { name: say.password.submit }).click()

    await expect(browser.getByRole('heading', { name: say.record.title })).toBeVisible()
    await expect(browser.getByText(login ?? '', { exact: true })).toBeVisible()
    await expect(browser.getByText(say.record.missing)).toHaveCount(1)
    await judgePage(application, browser, `myCertassur/${language}-6-record`)
    await browser.getByRole('button', { name: say.record.confirm }).click()
    await expect(browser.getByText(say.record.done.confirmed)).toBeVisible()

    // He reports a mistake in his name; the centre accepts, and his page says so.
    const corrected = `${lastName}s`
    await browser.getByRole('link', { name: say.record.report }).first().click()
    await browser.getByLabel(say.fields.lastName, { exact: true }).fill(corrected)
    await browser.getByLabel(say.correction.reason).fill('«carte d’identité»')
    await judgePage(application, browser, `myCertassur/${language}-8-correction`)
    await browser.getByRole('button', { name: say.correction.submit }).click()
    await expect(browser.getByText(say.record.done.asked)).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-9-asked`)
    await ask(page, 'sync:now', {})
    const { corrections, candidates } = texts(language)
    await goTo(page, corrections.title, corrections.rail)
    await page.getByRole('row').filter({ hasText: lastName }).first().click()
    await expect(page.getByText('«carte d’identité»')).toBeVisible()
    await judge(application, `corrections/${language}-asked`)
    await page.getByRole('button', { name: corrections.acts.accept }).click()
    await expect(page.getByRole('heading', { name: corrections.answer.data.accepted.title })).toBeVisible()
    await judge(application, `corrections/${language}-accepting`)
    await page.getByRole('button', { name: corrections.answer.data.accepted.confirm }).click()
    await expect.poll(async () => (await ask(page, 'sync:now', {})).waiting).toBe(0)
    await goTo(page, candidates.title)
    await openRecord(page, language, corrected)
    await expect(page.getByLabel(candidates.fields.lastName, { exact: true })).toHaveValue(corrected)
    await expect(page.getByText(candidates.space.confirmed.split('{')[0] ?? '')).toBeVisible()
    await browser.getByRole('link', { name: say.brand }).click()
    await expect(browser.getByText(say.asked.status.accepted)).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-10-accepted`)
    await browser.getByRole('link', { name: say.record.change }).first().click()
    await browser.getByLabel(say.email.chosen).fill(`neuf.${language}@exemple.be`)
    await browser.getByRole('button', { name: say.email.submit }).click()
    await expect(browser.getByRole('heading', { name: say.email.codeTitle })).toBeVisible()
    await judgePage(application, browser, `myCertassur/${language}-11-email`)
    await browser.getByRole('link', { name: say.back }).click()
    await browser.getByRole('link', { name: say.record.complete }).click()
    await judgePage(application, browser, `myCertassur/${language}-12-contact`)
    await browser.getByRole('link', { name: say.places.password }).click()
    await judgePage(application, browser, `myCertassur/${language}-7-own-password`)
    await browser.getByRole('button', { name: say.signOut }).click()
    await expect(browser.getByText(say.signIn.signedOut)).toBeVisible()
  })
}

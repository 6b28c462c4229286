import { demoUser } from '../../src-central/backOffice/demo.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import fr from '../../src-central/backOffice/texts/fr.json' with { type: 'json' }
import nl from '../../src-central/backOffice/texts/nl.json' with { type: 'json' }
import { expect, signIn, test } from '../helpers/application.ts'
import { ask, browse, judgePage, newId } from '../helpers/pages.ts'

const start = (text: string) => new RegExp(text.split('{')[0] ?? '')

for (const [language, say] of [
  ['fr', fr],
  ['nl', nl],
] as const) {
  test(`a request of a centre is merged by Certassur in a browser, and the desk has one record (${language})`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const { rows } = await ask(page, 'candidate:search', { text: '', offset: language === 'fr' ? 200 : 210, limit: 1 })
    const known = (await ask(page, 'candidate:read', { id: rows[0]?.id ?? '' })).candidate
    const { lastName, firstName, birthDate } = known
    const email = `nouvelle.${language}@exemple.be`
    const second = newId()
    const values = { lastName, firstName, birthDate, email, language, phone: null }
    await ask(page, 'candidate:create', { changeId: newId(), id: second, values })
    const request = { changeId: newId(), id: newId(), a: known.id, b: second, reason: 'pièce d’identité vue' }
    await ask(page, 'merge:request', request)
    await expect.poll(async () => (await ask(page, 'sync:now', {})).waiting).toBe(0)

    const browser = await browse(application, `${central.address}/back-office/sign-in?language=${language}`)
    await judgePage(application, browser, `backOffice/${language}-1-sign-in`)
    await browser.getByLabel(say.signIn.username).fill(demoUser.username)
    await browser.getByLabel(say.signIn.password).fill(demoPassword)
    await browser.getByRole('button', { name: say.signIn.submit }).click()
    await browser.getByRole('button', { name: say.language[language] }).click()
    await expect(browser.locator('html')).toHaveAttribute('lang', language)
    await judgePage(application, browser, `backOffice/${language}-2-list`)
    await browser.getByRole('row').getByRole('link', { name: lastName }).first().click()
    await expect(browser.getByText('pièce d’identité vue')).toBeVisible()
    await browser.getByRole('button', { name: say.treat.take }).click()
    await expect(browser.getByText(say.treat.mine)).toBeVisible()
    await judgePage(application, browser, `backOffice/${language}-3-request`)
    await browser
      .getByRole('group', { name: say.choose.login })
      .getByLabel(known.login ?? '')
      .check()
    await browser.getByRole('group', { name: say.choose.email }).getByLabel(email).check()
    await browser.getByRole('button', { name: say.choose.submit }).click()
    await expect(browser.getByRole('heading', { name: say.confirm.title })).toBeVisible()
    await judgePage(application, browser, `backOffice/${language}-4-confirm`)
    await browser.getByRole('button', { name: say.confirm.submit }).click()
    await expect(browser.getByRole('heading', { name: say.done.title })).toBeVisible()
    // Central sends at its own pace.
    await expect(
      browser
        .getByText(say.done.waiting)
        .or(browser.getByText(start(say.done.sent)))
        .first(),
    ).toBeVisible()
    await judgePage(application, browser, `backOffice/${language}-5-done`)

    await ask(page, 'sync:now', {})
    const read = () => ask(page, 'candidate:read', { id: second })
    await expect.poll(async () => (await read()).candidate).toMatchObject({ id: known.id, login: known.login, email })
    const [asked] = await ask(page, 'merge:list', {})
    expect(asked?.request).toMatchObject({ id: request.id, status: 'done', survivor: known.id })
  })
}

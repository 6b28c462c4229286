import { expect, goTo, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { ask } from '../helpers/pages.ts'
import { texts } from '../helpers/texts.ts'

for (const language of ['fr', 'nl'] as const) {
  test(`rule 12: somebody calls, is helped and the call is noted, in ${language}`, async ({ desk, central }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const { help, attestations } = texts(language)
    // Somebody who waits for his attestation since too long, known from the list of them.
    const { rows } = await ask(page, 'attestation:list', { state: 'late', text: '', offset: 0, limit: 5 })
    const caller = rows[language === 'fr' ? 0 : 1]
    await goTo(page, help.title, help.rail)
    await page.getByLabel(help.search.label).first().fill(`${caller?.lastName} ${caller?.firstName}`)
    await expect(page.getByRole('row').nth(1)).toContainText(caller?.firstName ?? '')
    await page.keyboard.press('ArrowDown')
    await expect(
      page.getByRole('radiogroup').or(page.getByRole('group', { name: help.problem.question })),
    ).toBeVisible()
    await judge(application, `help/${language}-caller`)
    await page.getByLabel(help.problem.attestation).check()
    await expect(page.getByText(help.causes.late).first()).toBeVisible()
    await expect(page.getByText(attestations.letter.greeting).first()).toBeVisible()
    await judge(application, `help/${language}-attestation`)
    await page.getByLabel(help.note.label).fill('rappelle jeudi')
    await page.getByRole('button', { name: help.note.submit }).click()
    await expect(page.getByText(help.note.done)).toBeVisible()
    await expect(page.getByText('rappelle jeudi')).toBeVisible()

    // Without a line the codes are asked for all the same, and noted.
    await central.kill()
    await page.getByLabel(help.problem.codes, { exact: true }).check()
    await judge(application, `help/${language}-codes`)
    await page.getByRole('button', { name: help.acts.sendCodes }).click()
    await expect(page.getByText(help.outcome.codesSent).first()).toBeVisible()
    await central.restart()
    await page.keyboard.press('F5')
    await expect.poll(async () => (await ask(page, 'sync:now', {})).waiting, { timeout: 30_000 }).toBe(0)
    for (const problem of ['email', 'name', 'twoAccounts', 'other'] as const) {
      await page.getByLabel(help.problem[problem], { exact: true }).check()
      await expect(page.getByRole('button', { name: help.note.submit })).toBeVisible()
    }
    await judge(application, `help/${language}-other`)
  })
}

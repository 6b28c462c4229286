import { expect, goTo, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

for (const language of ['fr', 'nl'] as const) {
  test(`rule 11: the recommendations are a task of the day until they are given, in ${language}`, async ({ desk }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    const { advice, today } = texts(language)
    await goTo(page, today.title)
    await page.getByRole('button', { name: today.todo.unadvisedHelp }).click()
    await expect(page.getByText(advice.none)).toBeVisible()
    await judge(application, `advice/${language}-waiting`)
    await page.getByRole('button', { name: advice.give, exact: true }).press('Enter')
    await expect(page.getByRole('menuitem', { name: advice.ways.mail })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: advice.ways.mail })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(advice.given.mail.split('{')[0] ?? '')).toBeVisible()
    await judge(application, `advice/${language}-given`)
  })
}

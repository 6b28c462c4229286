import { expect, openRecord, signIn, test, useLanguage } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { texts } from '../helpers/texts.ts'

for (const language of ['fr', 'nl'] as const) {
  test(`sign-in and Candidats are accessible in ${language}, light and dark, at 100 % and at 200 %`, async ({
    desk,
  }) => {
    const application = await desk()
    const { page } = application
    const seen = (name: string) => judge(application, `entry/${language}-${name}`)
    if (language === 'nl') await useLanguage(page, language)
    await expect(page.getByRole('heading', { name: texts(language).desk.signIn.title })).toBeVisible()
    await seen('sign-in')
    if (language === 'nl') await useLanguage(page, 'fr')
    await signIn(page, language)
    await seen('list')
    await openRecord(page, language, 'nguyen')
    await seen('record')
  })
}

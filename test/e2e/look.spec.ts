import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, openRecord, signIn, test, useLanguage } from '../helpers/application.ts'
import { texts } from '../helpers/texts.ts'

const pictures = resolve(import.meta.dirname, '../../test-results/look')

for (const language of ['fr', 'nl'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`sign-in and Candidats are accessible in ${language}, ${scheme}, at 100 % and at 200 %`, async ({ desk }) => {
      const { page, electron } = await desk()
      mkdirSync(pictures, { recursive: true })
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const judge = async (screen: string) => {
        for (const zoom of [1, 2]) {
          await electron.evaluate(
            ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
            zoom,
          )
          await page.screenshot({ path: `${pictures}/${screen}-${language}-${scheme}-${zoom * 100}.png` })
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
            `${screen} at ${zoom * 100} %`,
          ).toEqual([])
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(wide, `${screen} at ${zoom * 100} % needs no sideways scrolling`).toBeLessThanOrEqual(0)
        }
        await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
      }
      if (language === 'nl') await useLanguage(page, language)
      await expect(page.getByRole('heading', { name: texts(language).desk.signIn.title })).toBeVisible()
      await judge('sign-in')
      if (language === 'nl') await useLanguage(page, 'fr')
      await signIn(page, language)
      await judge('list')
      await openRecord(page, language, 'nguyen')
      await judge('record')
    })
  }
}

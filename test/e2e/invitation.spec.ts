import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, goTo, openRecord, signIn, test } from '../helpers/application.ts'
import { judge } from '../helpers/look.ts'
import { ask } from '../helpers/pages.ts'
import { type Page as Sheet, render, scan } from '../helpers/pixels.ts'
import { texts } from '../helpers/texts.ts'

const code = { x: 148, y: 90, width: 42, height: 40 }

for (const language of ['fr', 'nl'] as const) {
  test(`invitations are looked at and saved for a session, for one person, and from his record (${language})`, async ({
    desk,
  }) => {
    test.setTimeout(180_000)
    const { sessions, candidates, documents } = texts(language)
    const application = await desk()
    const { page, electron } = application
    const dialog = page.getByRole('dialog')
    await signIn(page, language)
    await goTo(page, sessions.title)
    await page.getByRole('grid').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const people = page.getByRole('table', { name: sessions.people.title })
    await expect(people).toBeVisible()
    await judge(application, `invitation/${language}-session`)

    await page.getByRole('button', { name: sessions.acts.invitations, exact: true }).click()
    await expect(dialog).toContainText(documents.title.invitations)
    await expect(dialog.locator('canvas').nth(1)).toBeVisible()
    await judge(application, `invitation/${language}-all`)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)

    const invite = new RegExp(sessions.people.invite.split('{{name}}').join('.*'))
    await people.getByRole('button', { name: invite }).first().click()
    await expect(dialog).toContainText(documents.title.invitation)
    await expect(dialog.locator('canvas')).toHaveCount(1)
    await judge(application, `invitation/${language}-one`)
    const folder = mkdtempSync(join(tmpdir(), 'invitation-'))
    try {
      const filePath = join(folder, 'sheet.pdf')
      await electron.evaluate(({ dialog: system }, path) => {
        system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
      }, filePath)
      await page.keyboard.press('Control+s')
      await expect(dialog.getByText(documents.saved)).toBeVisible()
      const { pages } = await render(new Uint8Array(readFileSync(filePath)))
      expect(pages).toHaveLength(1)
      expect(await scan(pages[0] as Sheet, code)).toMatch(/^[A-HJKMNP-Z2-9]{20}$/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)

    // Somebody of the list whom his family name alone finds.
    const names = await people.locator('tbody tr th b').allTextContents()
    const found = await Promise.all(names.map((text) => ask(page, 'candidate:search', { text, offset: 0, limit: 2 })))
    await goTo(page, candidates.title)
    await openRecord(page, language, names[found.findIndex(({ rows }) => rows.length === 1)] ?? '')
    await page.getByRole('tab', { name: candidates.tabs.sessions }).click()
    await judge(application, `invitation/${language}-record`)
    await page.getByText(candidates.sessions.invitation, { exact: true }).first().click()
    await expect(dialog).toContainText(documents.title.invitation)
    await expect(dialog.locator('canvas')).toHaveCount(1)
  })
}

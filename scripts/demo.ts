import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Page } from '@playwright/test'
import { demoPassword } from '../src-central/demo/world.ts'
import { fillSignIn, goTo, launch, useLanguage } from '../test/helpers/application.ts'
import { type PrintServer, startPrintServer } from '../test/helpers/printServer.ts'
import { texts } from '../test/helpers/texts.ts'
import { askPairingCode, startEmbeddedCentral } from './embeddedCentral.ts'

// The tour: a centre's whole day in the real application, on a real central with 20,000 invented people and a real
// print queue. Pictures, documents and a summary under out/demo; exit 1 when a step fails. Offline means that central's
// process was killed.
const root = resolve(import.meta.dirname, '..')
const out = join(root, 'out/demo')
const work = join(root, '.cache/tour')
for (const folder of [out, work]) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
const { attestations, candidates, checkIn, documents, sessions, sync, today } = texts('fr')
/** The beginning of a sentence, before the first place that is filled in. */
const start = (text: string) => new RegExp((text.split(/[{(]/)[0] ?? '').replace(/\s/g, '\\s').trim())
const newMail = 'nouvelle.adresse@exemple.be'

const summary: string[] = []
async function step(what: string, doIt: () => Promise<string | void>): Promise<void> {
  const begin = performance.now()
  const more = await doIt()
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  summary.push(`${summary.length + 1}. ${what}${more ? `: ${more}` : ''} (${seconds} s)`)
  console.log(summary.at(-1))
}

let central = await startEmbeddedCentral(join(work, 'central'), 0, { world: 'full' })
const { address } = central
const paper: PrintServer = await startPrintServer()
Object.assign(process.env, paper.settings)
const args = [`--central=${address}`, `--pairing-code=${await askPairingCode(address)}`]
const desk = await launch({ folder: join(work, 'desk'), args })
const { page } = desk
const rail = page.getByRole('navigation')
const picture = (name: string) => page.screenshot({ path: join(out, `${name}.png`) })
const waitingMarks = page.getByRole('img', { name: checkIn.mark.waiting })
const search = (on: Page) => on.locator('[aria-controls=door-list]')

/** Prints what the dialog shows and keeps what the printer got. */
async function print(name: string): Promise<void> {
  const before = paper.received('Bureau').length
  await page.locator('canvas').first().waitFor()
  await picture(`${name}-preview`)
  await page.getByRole('dialog').getByRole('button', { name: documents.print }).click()
  await page.getByText(start(documents.printed)).waitFor()
  const sheet = (await paper.receives('Bureau', before + 1)).at(-1)
  writeFileSync(join(out, `${name}.pdf`), sheet?.bytes ?? Buffer.alloc(0))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

try {
  await step('the desk is paired with its centre, and the sign-in stands', async () => {
    await picture('01-sign-in')
  })
  await step('signed in; everything of the centre is received once, with its progress', async () => {
    await fillSignIn(page, 'fr', 'marie.lambert', demoPassword)
    await page.getByRole('heading', { name: today.title, level: 1 }).waitFor()
    await rail.getByRole('button', { name: candidates.title }).click()
    await page.getByRole('progressbar').waitFor()
    await picture('02-first-sync')
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 120_000 })
    await picture('03-candidates')
  })
  await step('the day: what is on and what waits', async () => {
    await goTo(page, today.title)
    await page
      .getByText(sessions.ofDay.split(' ')[0] ?? '')
      .first()
      .waitFor()
    await picture('04-today')
  })
  await step('a person found by a misspelt name', async () => {
    await goTo(page, candidates.title)
    await page.getByLabel(candidates.search.label).fill('vandenbroek elize')
    await page.getByText(candidates.search.resembling).waitFor()
    await page.getByRole('row').nth(1).click()
    await page.getByLabel(candidates.fields.lastName, { exact: true }).waitFor()
    await picture('05-misspelt')
  })
  await step('the address changed', async () => {
    await page.getByLabel(candidates.fields.email, { exact: true }).fill(newMail)
    await page.keyboard.press('Control+s')
    await page.getByText(start(candidates.steps.lineRegistered)).first().waitFor({ timeout: 20_000 })
    await picture('06-address')
  })
  await step('central is killed, and the screen says so', async () => {
    await central.kill()
    await page.keyboard.press('F5')
    await page.getByText(start(sync.offline.short)).first().waitFor({ timeout: 20_000 })
    await picture('07-offline')
  })
  await step('a session made without a line waits its turn', async () => {
    await goTo(page, sessions.title)
    await page.keyboard.press('Control+n')
    await page.getByLabel(sessions.fields.date).waitFor()
    await page.keyboard.type('15/1')
    await page.keyboard.press('Tab')
    await page.keyboard.type('900')
    await page.keyboard.press('Tab')
    await page.keyboard.type('12h30')
    await page.getByLabel(sessions.fields.locationId).last().selectOption({ label: 'Namur' })
    await page.getByRole('checkbox').first().check()
    await page.keyboard.press('Control+s')
    await page.getByText(sessions.empty.people).waitFor()
    await page.getByText(sessions.status.waiting).first().waitFor()
    await picture('08-session-offline')
  })
  await step('five people of a session of today are checked in by keyboard', async () => {
    await goTo(page, checkIn.title)
    const doors = page.getByRole('list', { name: checkIn.choose.list }).getByRole('button')
    await doors.filter({ hasText: 'Namur' }).first().click()
    await search(page).waitFor()
    for (let marked = 1; marked <= 5; marked += 1) {
      await page.keyboard.press('Enter')
      await waitingMarks.nth(marked - 1).waitFor()
      // A second Enter at once would be taken for a slip of the finger.
      await page.waitForTimeout(300)
    }
    await picture('09-door')
  })
  await step('somebody who is not on the list is let in on request', async () => {
    await search(page).fill('kowalska')
    await page
      .getByText(start(checkIn.elsewhere.registered))
      .or(page.getByText(checkIn.elsewhere.unregistered))
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: checkIn.walkIn.title }).waitFor()
    await picture('10-walk-in')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await waitingMarks.nth(5).waitFor()
  })
  let attended = ''
  await step('the others are noted absent, and the session is closed', async () => {
    attended = await page.locator('#door-list [role=row][id]').first().locator('b').innerText()
    await page.getByRole('button', { name: start(checkIn.head.close_other) }).click()
    await picture('11-closing')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: start(checkIn.close.absent_other) })
      .click()
    await page.getByText(checkIn.close.complete).waitFor({ timeout: 20_000 })
    await page.getByRole('dialog').getByRole('button', { name: checkIn.close.save }).click()
    await page.getByRole('dialog').getByText(start(checkIn.sent.waiting_other)).waitFor()
    await picture('12-closed-waiting')
    await page.keyboard.press('Escape')
  })
  await step('the same door in Dutch', async () => {
    await useLanguage(page, 'nl')
    await page.getByRole('heading', { name: texts('nl').checkIn.title, level: 1 }).waitFor()
    await picture('13-door-nl')
    await useLanguage(page, 'fr')
  })
  await step('central is back, and everything arrives by itself', async () => {
    central = await startEmbeddedCentral(join(work, 'central'), Number(new URL(address).port), { world: 'full' })
    await page.getByText(checkIn.sent.all).first().waitFor({ timeout: 90_000 })
    await picture('14-all-sent')
  })
  await step('a released success attestation is printed', async () => {
    await goTo(page, attestations.title)
    await page.getByRole('button', { name: attestations.filter.ready }).click()
    await page.getByRole('row').nth(1).click()
    await picture('15-attestations')
    await page.keyboard.press('Control+p')
    await print('16-success')
  })
  await step('an attendance attestation is issued and printed', async () => {
    await goTo(page, candidates.title)
    await page.getByLabel(candidates.search.label).fill('')
    await page.getByRole('button', { name: start(candidates.filter.comingCount) }).click()
    await page.getByLabel(candidates.search.label).fill(attended)
    await page.locator('mark').first().waitFor()
    await page.getByRole('row').nth(1).click()
    await page.getByRole('heading', { name: attended, level: 2 }).waitFor()
    await page.getByRole('tab', { name: candidates.tabs.documents }).click()
    await page
      .getByRole('button', { name: start(candidates.documents.issueNamed) })
      .first()
      .click()
    await print('17-attendance')
  })
  await step('every screen once more, in both languages', async () => {
    for (const language of ['fr', 'nl'] as const) {
      const say = texts(language)
      if (language === 'nl') await useLanguage(page, 'nl')
      const screens = ['today', 'candidates', 'sessions', 'checkIn', 'attestations', 'exchange', 'settings'] as const
      for (const name of screens) {
        await goTo(page, say[name].title)
        await page.waitForTimeout(400)
        await picture(`18-${name}-${language}`)
      }
    }
    await useLanguage(page, 'fr')
  })
  await step('nothing violated the policy and nothing stands in the console', async () => {
    const troubles = await desk.troubles()
    if (troubles.length > 0) throw new Error(troubles.join('\n'))
  })
  await step("counted in central's own database", async () => {
    await page.getByText(start(sync.online.today)).first().waitFor({ timeout: 30_000 })
    await central.stop()
    const database = await PGlite.create(join(work, 'central'))
    const count = async (query: string) =>
      (await database.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]?.n
    const counted = {
      'changes refused': await count(`change where verdict->>'status' <> 'accepted'`),
      'changes without a verdict': await count('change where verdict is null'),
      'address changed': await count(`candidate where email = '${newMail}'`),
      'session of the desk': await count(`change join session on session.id = (change.body->>'entityId')::uuid
        where change.body->>'kind' = 'session.create' and session.code is not null`),
      'people marked present': await count(
        `change where body->>'kind' = 'checkIn.record' and body->'patch'->>'mark' = 'present'`,
      ),
      'walk-ins': await count(`registration where status = 'requested' and id in
        (select (body->>'entityId')::uuid from change where body->>'kind' = 'walkIn.record')`),
      'sessions closed': await count(`change where body->>'kind' = 'session.close'`),
      'attendance attestations': await count('attendance'),
      'documents printed here': await count(`change where body->>'kind' = 'document.printed'`),
    }
    await database.close()
    const expected = [0, 0, 1, 1, 6, 1, 1, 1, 2]
    const said = Object.entries(counted).map(([what, n]) => `${n} ${what}`)
    if (Object.values(counted).some((n, at) => n !== expected[at])) throw new Error(said.join(', '))
    return said.join(', ')
  })
  console.log(`\nThe tour is complete; its pictures and documents are in ${out.slice(root.length + 1)}.`)
} catch (error) {
  await picture('failed').catch(() => undefined)
  summary.push(`${summary.length + 1}. FAILED`)
  console.error(`\nStep ${summary.length} failed:`, error)
  process.exitCode = 1
} finally {
  writeFileSync(join(out, 'summary.md'), `${summary.join('\n')}\n`)
  await desk.close()
  await central.stop().catch(() => undefined)
  await paper.close()
}

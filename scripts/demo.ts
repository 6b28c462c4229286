import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { launch, openRecord, signIn, useLanguage } from '../test/helpers/application.ts'
import { texts } from '../test/helpers/texts.ts'
import { askPairingCode, startEmbeddedCentral } from './embeddedCentral.ts'

// The tour: the real application on a real central, from the pairing to a change that waited for the line.
// Pictures and summary under out/demo; exit 1 when a step fails. Offline means that central's process was killed.
const root = resolve(import.meta.dirname, '..')
const out = join(root, 'out/demo')
const work = join(root, '.cache/tour')
for (const folder of [out, work]) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
const { candidates, sync } = texts('fr')
const newName = 'Wiśniewska-Dubois'
const beginning = (text: string) => new RegExp(text.split('{{')[0] ?? '')

let number = 0
async function step(what: string, work: () => Promise<unknown>): Promise<void> {
  number += 1
  const start = performance.now()
  await work()
  console.log(`${String(number).padStart(2)}. ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

let central = await startEmbeddedCentral(join(work, 'central'), 0)
const { address } = central
const args = [`--central=${address}`, `--pairing-code=${await askPairingCode(address)}`]
const desk = await launch({ folder: join(work, 'desk'), args })
const { page } = desk
const picture = (name: string) => page.screenshot({ path: join(out, `${name}.png`) })

try {
  await step('the desk is paired with its centre; the sign-in screen stands', () => picture('1-sign-in'))
  await step('signed in, and every record of the centre received', async () => {
    await signIn(page)
    await picture('2-candidates')
  })
  await step('a person found without accents or capitals', async () => {
    await openRecord(page, 'fr', 'wisniewski')
    await picture('3-record')
  })
  await step('central is killed; a name is corrected all the same, and the screen says that it waits', async () => {
    await central.kill()
    await page.getByLabel(candidates.fields.lastName, { exact: true }).fill(newName)
    await page.keyboard.press('Control+s')
    await page.getByText(candidates.steps.lineWaiting).first().waitFor()
    await page.getByText(beginning(sync.offline.short)).first().waitFor()
    await picture('4-waiting')
  })
  await step('the same in Dutch', async () => {
    await useLanguage(page, 'nl')
    await page.getByText(texts('nl').candidates.steps.lineWaiting).first().waitFor()
    await picture('5-waiting-nl')
    await useLanguage(page, 'fr')
  })
  await step('central is back, and the correction arrives by itself', async () => {
    central = await startEmbeddedCentral(join(work, 'central'), Number(new URL(address).port))
    await page.getByText(beginning(candidates.steps.lineRegistered)).first().waitFor({ timeout: 60_000 })
    await picture('6-registered')
  })
  await step('nothing violated the policy and nothing stands in the console', async () => {
    const troubles = await desk.troubles()
    if (troubles.length > 0) throw new Error(troubles.join('\n'))
  })
  await step("counted in central's own database: one change, accepted, and the name", async () => {
    await central.stop()
    const database = await PGlite.create(join(work, 'central'))
    const { rows } = await database.query<{ status: string; name: string }>(
      `select verdict->>'status' as status, "lastName" as name
       from change join candidate on candidate.id = (change.body->>'entityId')::uuid`,
    )
    await database.close()
    if (rows.length !== 1 || rows[0]?.status !== 'accepted' || rows[0].name !== newName) {
      throw new Error(`central holds something else: ${JSON.stringify(rows)}`)
    }
  })
  console.log(`\nThe tour is complete; its pictures are in ${out.slice(root.length + 1)}.`)
} catch (error) {
  await picture('failed').catch(() => undefined)
  console.error(`\nStep ${number} failed:`, error)
  process.exitCode = 1
} finally {
  await desk.close()
  await central.stop().catch(() => undefined)
}

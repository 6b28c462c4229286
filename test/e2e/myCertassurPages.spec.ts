import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { attestationCode } from '../../shared/attestationCode.ts'
import { addDays, inBelgium } from '../../shared/time.ts'
import fr from '../../src-central/myCertassur/texts/fr.json' with { type: 'json' }
import nl from '../../src-central/myCertassur/texts/nl.json' with { type: 'json' }
import { type Application, expect, signIn, test } from '../helpers/application.ts'
import { passwordIn } from '../helpers/mail.ts'
import { ownPassword } from '../helpers/myCertassur.ts'
import { ask, browse, judgePage, newId, readMail } from '../helpers/pages.ts'

type Say = typeof fr | typeof nl

/** Gives somebody an address of his own and registers him for a coming session; answers his codes, as mailed. */
async function prepare({ page }: Application, id: string, email: string, language: 'fr' | 'nl') {
  const { candidate } = await ask(page, 'candidate:read', { id })
  await ask(page, 'candidate:edit', { changeId: newId(), id, patch: { email }, base: candidate.fieldVersions })
  const today = inBelgium(new Date()).date
  const sessions = await ask(page, 'session:list', {
    from: addDays(today, 1),
    to: addDays(today, 60),
    locationId: null,
  })
  const his = new Set((await ask(page, 'candidate:sessions', { id })).map(({ session }) => session.id))
  const session = sessions.find(
    ({ counts, session: one }) => one.status === 'planned' && counts.registered < one.seats && !his.has(one.id),
  )?.session
  const values = {
    sessionId: session?.id ?? '',
    candidateId: id,
    exams: session?.exams.slice(0, 1) ?? [],
    language,
    pc: null,
    overrideReason: 'e2e',
  }
  await ask(page, 'registration:create', { changeId: newId(), id: newId(), values })
  const mailed = (kind: string) =>
    expect
      .poll(
        async () => {
          await ask(page, 'sync:now', {})
          const mails = await ask(page, 'candidate:mails', { id })
          return mails.some((mail) => mail.kind === kind) && mails.every(({ status }) => status === 'sent')
        },
        { timeout: 30_000 },
      )
      .toBe(true)
  await mailed('invitation')
  // The newest of his mails.
  await ask(page, 'candidate:sendCodes', { changeId: newId(), id })
  await mailed('codesAgain')
  return candidate.login ?? ''
}

async function enter(browser: Page, say: Say, login: string, password: string): Promise<void> {
  await browser.getByLabel(say.signIn.login).fill(login)
  await browser.getByLabel(say.signIn.password).fill(password)
  await browser.getByRole('button', { name: say.signIn.submit }).click()
  await browser.getByLabel(say.password.chosen).fill(ownPassword)
  await browser.getByLabel(say.password.again).fill(ownPassword)
  await browser.getByRole('button', { name: say.password.submit }).click()
  await expect(browser.getByRole('heading', { name: say.record.title })).toBeVisible()
}

/** Where the browser saves what it downloads, without asking. The application itself downloads nothing. */
const saveIn = ({ electron }: Application, folder: string): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, folder) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().startsWith('http'))
      ?.webContents.session.removeAllListeners('will-download')
      .on('will-download', (_event, item) => item.setSavePath(`${folder}/${item.getFilename()}`))
  }, folder)

for (const [language, say, turn] of [
  ['fr', fr, 0],
  ['nl', nl, 1],
] as const) {
  test(`rule 6: a candidate finds his sessions and prints his attestation; whoever is handed it has it verified, in ${language}`, async ({
    desk,
    central,
  }) => {
    const application = await desk()
    const { page } = application
    await signIn(page, language)
    // Of the demo world somebody whose attestation was replaced, somebody whose is not printed yet, and somebody whose is late.
    const states = ['replaced', 'ready', 'late'] as const
    const people = await Promise.all(
      states.map(async (state) => {
        const { rows } = await ask(page, 'attestation:list', { state, text: '', offset: 0, limit: 10 })
        return rows[Math.min(turn, rows.length - 1)]?.attestation.candidateId ?? ''
      }),
    )
    let released = { number: '', jws: '' }
    const folder = mkdtempSync(join(tmpdir(), 'downloads-'))
    for (const [at, id] of people.entries()) {
      const email = `${states[at]}.${language}@exemple.be`
      const login = await prepare(application, id, email, language)
      const mailbox = await browse(application, `${central.address}/back-office/sign-in`)
      const password = passwordIn(await readMail(mailbox, email))
      await mailbox.close()
      const browser = await browse(application, `${central.address}/my/sign-in?language=${language}`)
      await enter(browser, say, login, password)
      await browser.getByRole('link', { name: say.places.sessions }).click()
      await expect(browser.getByRole('heading', { name: say.sessions.title })).toBeVisible()
      const code = browser.getByAltText(say.sessions.codeAlt)
      await expect(code.first()).toBeVisible()
      expect(await code.first().evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
      await judgePage(application, browser, `myCertassurPages/${language}-${states[at]}-sessions`)
      await browser.getByRole('link', { name: say.places.attestations }).click()
      await expect(browser.getByRole('heading', { name: say.attestations.title })).toBeVisible()
      await judgePage(application, browser, `myCertassurPages/${language}-${states[at]}-attestations`)
      if (states[at] === 'late') await expect(browser.getByText(say.attestations.late)).toBeVisible()
      if (states[at] === 'ready') {
        const { attestations } = await ask(page, 'attestation:forCandidate', { candidateId: id })
        const shown = attestations.find(({ state }) => state === 'ready')
        const { number, jws } = shown?.attestation ?? {}
        await saveIn(application, folder)
        await browser.getByRole('link', { name: `${say.attestations.download} ${number}` }).click()
        const file = join(folder, `${number}.pdf`)
        const { bytes } = await ask(page, 'document:preview', { kind: 'success', id: shown?.attestation.id ?? '' })
        const original = Buffer.from(Object.values(bytes))
        await expect.poll(() => saved(file).equals(original), { timeout: 10_000 }).toBe(true)
        released = { number: number ?? '', jws: jws ?? '' }
      }
      await browser.close()
    }
    await verify(application, central.address, say, language, released)
    rmSync(folder, { recursive: true, force: true })
  })
}

function saved(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

/** What an employer does who was handed a paper. */
async function verify(
  application: Application,
  address: string,
  say: Say,
  language: 'fr' | 'nl',
  { number, jws }: { readonly number: string; readonly jws: string },
): Promise<void> {
  const browser = await browse(application, `${address}/verify?language=${language}`)
  const type = async (text: string, picture: string) => {
    await browser.getByLabel(say.verify.code).fill(text)
    await browser.getByRole('button', { name: say.verify.submit }).click()
    await expect(browser.locator('.notice')).toBeVisible()
    await judgePage(application, browser, `myCertassurPages/${language}-verify-${picture}`)
  }
  const code = await attestationCode(jws)
  await type(number, '1-number')
  await expect(browser.getByText(say.verify.numberAlone)).toBeVisible()
  await type(`${code.slice(0, -2)}00`, '2-unknown')
  await expect(browser.getByText(say.verify.unknown)).toBeVisible()
  await type(code.toLowerCase(), '3-valid')
  await expect(browser.getByText(say.verify.valid)).toBeVisible()
  await expect(browser.getByText(number)).toBeVisible()
  await type(jws, '4-qr')
  await expect(browser.getByText(number)).toBeVisible()
  await browser.close()
}

import { aBrowser, type Browser, type Shown } from './browser.ts'
import { aCandidate, type TestCentral } from './central.ts'
import { lettersTo, passwordIn, sendAll } from './mail.ts'
import { askCodes } from '../../src-central/mail/routes.ts'

export const ownPassword = 'une petite phrase à moi'

/** A candidate who asked for his codes, and what the mail said. */
export async function aCandidateWithCodes(
  central: TestCentral,
  values: Parameters<typeof aCandidate>[1] = {},
): Promise<{ readonly id: string; readonly login: string; readonly temporary: string }> {
  const id = await aCandidate(central, values)
  const { login, email } = await central.record(id)
  return { id, login: login ?? '', temporary: await newCodes(central, id, email ?? '') }
}

/** Has codes mailed once more, and reads the password in the mail. */
export async function newCodes(central: TestCentral, id: string, email: string): Promise<string> {
  await askCodes(central.central, email)
  await sendAll(central)
  const letters = await lettersTo(central, id)
  return passwordIn(letters.findLast(({ kind }) => kind === 'codesAgain')?.text ?? '')
}

/** Types a login and a password at the door. */
export async function knock(browser: Browser, login: string, password: string): Promise<Shown> {
  await browser.open('/my/sign-in')
  return browser.send('/my/sign-in', { login, password })
}

/** A browser in which this candidate is signed in with a password of his own. */
export async function inHisSpace(
  central: TestCentral,
  { login, temporary }: { readonly login: string; readonly temporary: string },
  language = 'fr',
): Promise<Browser> {
  const browser = aBrowser(central, language)
  await knock(browser, login, temporary)
  const shown = await browser.send('/my/password', { chosen: ownPassword, again: ownPassword })
  if (shown.path !== '/my/record') throw new Error(`not in: ${shown.text}`)
  return browser
}

import { hash } from '@node-rs/argon2'
import { aBrowser, type Browser, type Shown } from './browser.ts'
import { aCandidate, newId, password, startCentral, type TestCentral } from './central.ts'

/** An account of Certassur, with the password of all tests. */
export async function addUser(
  { central }: TestCentral,
  username: string,
  language: 'fr' | 'nl' = 'fr',
): Promise<{ readonly id: string; readonly name: string }> {
  const user = { id: newId(), name: username.replace('.', ' ') }
  const passwordHash = await hash(password, { memoryCost: 256, timeCost: 1 })
  await central.db
    .insertInto('backOfficeUser')
    .values({ ...user, username, language, passwordHash })
    .execute()
  return user
}

export async function signIn(browser: Browser, username: string, typed = password): Promise<Shown> {
  await browser.open('/back-office/sign-in')
  return browser.send('/back-office/sign-in', { username, password: typed })
}

/** A central, and somebody of Certassur signed in on its pages. */
export async function startOffice(): Promise<{ readonly central: TestCentral; readonly claire: Browser }> {
  const central = await startCentral()
  await addUser(central, 'claire.dubois')
  return { central, claire: await signedIn(central, 'claire.dubois') }
}

/** A browser in which this user is signed in. */
export async function signedIn(central: TestCentral, username: string): Promise<Browser> {
  const browser = aBrowser(central)
  const shown = await signIn(browser, username)
  if (shown.path !== '/back-office/requests') throw new Error(`not signed in: ${shown.text}`)
  return browser
}

/** Does what the pages lead to: the comparison, the confirmation, the merge. */
export async function confirm(
  browser: Browser,
  request: string,
  { stays, email }: { readonly stays: string; readonly email: string },
): Promise<Shown> {
  await browser.open(requestPath(request))
  return browser.open(`${requestPath(request)}/merge?stays=${stays}&email=${email}`)
}

/** The fields of the form on a confirmation, as they were shown. */
export const fieldsOf = ({ markup }: Shown): Record<string, string> =>
  Object.fromEntries(
    [...markup.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => ['stays', 'email', 'seen', 'form'].includes(name)),
  )

export const requestPath = (id: string): string => `/back-office/requests/${id}`

/** Two records of one person, known to the centre: the older one and the newer. */
export const twoRecords = async (central: TestCentral): Promise<readonly [older: string, newer: string]> => [
  await aCandidate(central, { email: 'elise.ancienne@exemple.be', phone: '0471 22 33 44' }),
  await aCandidate(central, { lastName: 'Vandenbroeck', email: 'elise.nouvelle@exemple.be', phone: '0471 22 33 44' }),
]

/** A request as a centre made it. */
export async function aMergeRequest(
  { central, centreId }: TestCentral,
  [a, b]: readonly [string, string],
  values: { readonly centreId?: string; readonly reason?: string } = {},
): Promise<string> {
  const id = newId()
  const askedAt = central.now().toISOString()
  const request = { id, centreId, a, b, reason: 'pièce vue', actorName: 'marie lambert', askedAt, ...values }
  await central.db
    .insertInto('mergeRequest')
    .values({ ...request, status: 'asked' })
    .execute()
  return id
}

/** Chooses, confirms and merges. */
export async function merge(browser: Browser, request: string, stays: string, email = stays): Promise<Shown> {
  const shown = await confirm(browser, request, { stays, email })
  return browser.send(`${requestPath(request)}/merge`, fieldsOf(shown))
}

export const mergesOf = ({ central }: TestCentral) => central.db.selectFrom('merge').selectAll().execute()
export const requestRow = ({ central }: TestCentral, id: string) =>
  central.db.selectFrom('mergeRequest').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

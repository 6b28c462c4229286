import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addUser, aMergeRequest, confirm, fieldsOf, requestPath, signedIn, signIn } from '../helpers/backOffice.ts'
import { aBrowser, type Browser } from '../helpers/browser.ts'
import { aCandidate, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
let user: { readonly id: string }
let request: string
let a: string
let path: string
beforeEach(async () => {
  central = await startCentral()
  user = await addUser(central, 'claire.dubois')
  a = await aCandidate(central)
  const b = await aCandidate(central, { lastName: '<script>alert(1)</script>', email: `"'><img src=x>@exemple.be` })
  request = await aMergeRequest(central, [a, b], { reason: '<b>pièce</b> & "nom"' })
  path = requestPath(request)
})
afterEach(stopCentrals)

const database = () => central.central.db
const untouched = async () => {
  const { status } = await database().selectFrom('mergeRequest').select('status').executeTakeFirstOrThrow()
  const merges = await database().selectFrom('merge').select('id').execute()
  return status === 'asked' && merges.length === 0
}
const acts = [
  ['take', { from: '' }],
  ['refuse', { reason: 'deux personnes' }],
  ['close', {}],
  ['merge', { stays: '', email: '', seen: '' }],
] as const
const formToken = ({ markup }: { readonly markup: string }) => /name="form" value="([^"]*)"/.exec(markup)?.[1] ?? ''

describe('who is not signed in', () => {
  test('sees the sign-in in place of every page, and does nothing', async () => {
    const stranger = aBrowser(central)
    for (const page of ['', '/requests', `/requests/${request}`, `/requests/${request}/merge?stays=${a}&email=${a}`]) {
      const shown = await stranger.open(`/back-office${page}`)
      expect([page, shown.status, shown.path.startsWith('/back-office/sign-in')]).toEqual([page, 200, true])
      expect(shown.text).not.toContain('Van den Broeck')
    }
    for (const [act, fields] of acts) {
      const refused = await stranger.send(`${path}/${act}`, fields)
      expect([act, refused.status, refused.text.includes('rien n’a été fait')]).toEqual([act, 401, true])
    }
    expect(await untouched()).toBe(true)
  })

  test('comes back to the request that was open, with the reason that was written when the time was over', async () => {
    const claire = await signedIn(central, 'claire.dubois')
    await claire.open(path)
    await database().deleteFrom('backOfficeSession').execute()
    const over = await claire.send(`${path}/refuse`, { reason: 'deux personnes, nées à Gand' })
    expect([over.status, over.text.includes('Le motif que vous avez écrit est conservé.')]).toEqual([401, true])
    const { value: to } = /name="to" value="(?<value>[^"]*)"/.exec(over.markup)?.groups ?? {}
    const { value: reason } = /name="reason" value="(?<value>[^"]*)"/.exec(over.markup)?.groups ?? {}
    const signIn = { username: 'claire.dubois', password: 'Sambre-et-Meuse-7', to: to ?? '', reason: reason ?? '' }
    const back = await claire.send('/back-office/sign-in', signIn)
    expect(back.markup).toMatch(/<textarea[^>]*>deux personnes, nées à Gand<\/textarea>/)
    expect(await untouched()).toBe(true)
    const refused = await claire.send(`${path}/refuse`, { reason: 'deux personnes, nées à Gand' })
    expect(refused.text).toContain('Motif donné au centre deux personnes, nées à Gand')
  })

  test('is not let in with a wrong password, a revoked account, or a form without its token', async () => {
    const browser = aBrowser(central)
    expect((await signIn(browser, 'claire.dubois', 'wrong')).status).toBe(401)
    expect((await signIn(browser, 'nobody', 'wrong')).text).toContain('Nom d’utilisateur ou mot de passe incorrect.')
    expect((await signIn(browser, 'claire\0.dubois')).status).toBe(401)
    browser.useFormToken('x')
    const stale = await browser.send('/back-office/sign-in', {
      username: 'claire.dubois',
      password: 'Sambre-et-Meuse-7',
    })
    expect([stale.status, stale.markup.includes('value="claire.dubois"')]).toEqual([403, true])
    await database().updateTable('backOfficeUser').set({ revokedAt: new Date().toISOString() }).execute()
    expect((await signIn(browser, 'claire.dubois')).status).toBe(401)
    expect(await database().selectFrom('backOfficeSession').selectAll().execute()).toEqual([])
  })
})

describe('a session', () => {
  test('begins with a cookie that nobody had before, and is kept as a hash only', async () => {
    const claire = aBrowser(central)
    const { headers } = await claire.open('/back-office/sign-in')
    expect(headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/)
    const before = claire.cookie()
    await claire.send('/back-office/sign-in', { username: ' Claire.Dubois', password: 'Sambre-et-Meuse-7' })
    const after = claire.cookie()
    expect(after).not.toBe(before)
    const rows = await database().selectFrom('backOfficeSession').selectAll().execute()
    expect(rows.map(({ userId }) => userId)).toEqual([user.id])
    expect(JSON.stringify(rows)).not.toContain(after.split('=')[1])
    claire.useCookie(before)
    expect((await claire.open(path)).path).toContain('sign-in')
  })

  test('needs https for its cookie as soon as it is not on this machine', async () => {
    const reply = await fetchAs({ host: 'fusions.exemple.be' })
    expect(reply.headers['set-cookie']).toMatch(/^__Host-certassur-back-office=.*; Secure$/)
  })

  test('ends on the server when somebody signs out, after eight hours, and when he is revoked', async () => {
    const claire = await signedIn(central, 'claire.dubois')
    const cookie = claire.cookie()
    await claire.open(path)
    expect((await claire.send('/back-office/sign-out')).path).toBe('/back-office/sign-in')
    claire.useCookie(cookie)
    expect((await claire.open(path)).path).toContain('sign-in')

    const late = await signedIn(central, 'claire.dubois')
    expect((await late.open(path)).status).toBe(200)
    central.setClock(() => new Date(Date.now() + 8 * 3_600_000))
    expect((await late.open(path)).path).toContain('sign-in')

    const revoked = await signedIn(central, 'claire.dubois')
    await revoked.open(path)
    await database().updateTable('backOfficeUser').set({ revokedAt: new Date().toISOString() }).execute()
    expect((await revoked.send(`${path}/refuse`, { reason: 'non' })).status).toBe(401)
    expect(await untouched()).toBe(true)
  })

  test('locks out whoever guesses: 1, 2, 4 … minutes after five failures, known name or not, and for nobody else', async () => {
    await addUser(central, 'bram.maes')
    const start = new Date('2026-11-22T09:00:00.000Z').getTime()
    let minutes = 0
    central.setClock(() => new Date(start + minutes * 60_000))
    const browser = aBrowser(central)
    for (const username of ['claire.dubois', 'nobody.knows']) {
      minutes = 0
      const tries = async (typed: string) => (await signIn(browser, username, typed)).status
      for (let count = 0; count < 5; count += 1) expect(await tries('wrong')).toBe(401)
      const locked = await signIn(browser, ` ${username.toUpperCase()}`)
      expect([locked.status, locked.text.includes('Réessayez après 10:01.')]).toEqual([429, true])
      minutes = 1
      expect(await tries('wrong')).toBe(401)
      minutes = 2.9
      expect(await tries('Sambre-et-Meuse-7')).toBe(429)
    }
    expect((await signIn(browser, 'bram.maes')).path).toBe('/back-office/requests')
    minutes = 3
    expect((await signIn(aBrowser(central), 'claire.dubois')).path).toBe('/back-office/requests')
    expect((await signIn(aBrowser(central), 'claire.dubois', 'wrong')).status).toBe(401)
  })

  test('of twelve attempts at once only five are tried', async () => {
    const browser = aBrowser(central)
    await browser.open('/back-office/sign-in')
    const form = { username: 'claire.dubois', password: 'wrong' }
    const shown = await Promise.all(Array.from({ length: 12 }, () => browser.send('/back-office/sign-in', form)))
    expect(shown.map(({ status }) => status).filter((status) => status === 401)).toHaveLength(5)
  })
})

describe('a form', () => {
  let claire: Browser
  beforeEach(async () => {
    claire = await signedIn(central, 'claire.dubois')
    await claire.open(path)
  })

  test('with a wrong or a missing token does nothing, and keeps what was written', async () => {
    for (const token of ['', 'x', 'x'.repeat(43)]) {
      for (const [act, fields] of acts) {
        claire.useFormToken(token)
        const refused = await claire.send(`${path}/${act}`, fields)
        expect([token, act, refused.status]).toEqual([token, act, act === 'merge' ? 422 : 403])
      }
    }
    claire.useFormToken('x')
    const refused = await claire.send(`${path}/refuse`, { reason: 'deux personnes' })
    expect(refused.text).toContain('Cette page n’était plus à jour.')
    expect(refused.markup).toMatch(/<textarea[^>]*>deux personnes<\/textarea>/)
    expect(await untouched()).toBe(true)
  })

  test('of a session that was replaced meanwhile is shown again, ready to be confirmed', async () => {
    const shown = await confirm(claire, request, { stays: a, email: a })
    const old = formToken(shown)
    await signIn(claire, 'claire.dubois')
    await claire.send('/back-office/sign-out')
    await signIn(claire, 'claire.dubois')
    const again = await claire.send(`${path}/merge`, { ...fieldsOf(shown), form: old })
    expect([again.status, again.text.includes('confirmez encore une fois')]).toEqual([403, true])
    expect(await untouched()).toBe(true)
    expect((await claire.send(`${path}/merge`, fieldsOf(again))).text).toContain('Ce qui a été fait')
  })

  test('that comes from another site, or from nowhere, is refused whatever it carries', async () => {
    for (const origin of ['https://exemple.be', 'null', '', central.address.replace('127.0.0.1', 'localhost')]) {
      const refused = await claire.send(`${path}/refuse`, { reason: 'deux personnes' }, { origin })
      expect([origin, refused.status]).toEqual([origin, 403])
    }
    const json = await claire.send(`${path}/refuse`, { reason: 'x' }, { 'content-type': 'application/json' })
    expect(json.status).toBe(415)
    const huge = await claire.send(`${path}/refuse`, { reason: 'x'.repeat(20_000) })
    expect(huge.status).toBe(413)
    expect(await untouched()).toBe(true)
  })
})

describe('a page', () => {
  test('runs no script, is kept by nobody, and is shown in no other page', async () => {
    const claire = await signedIn(central, 'claire.dubois')
    for (const shown of [await claire.open(path), await claire.open('/back-office/nothing')]) {
      const policy = shown.headers.get('content-security-policy') ?? ''
      expect(policy.split(';').toSorted()).toEqual([
        "base-uri 'none'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "style-src 'self'",
      ])
      expect(shown.headers.get('cache-control')).toBe('no-store')
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
      // Without it browsers send `Origin: null` with a form.
      expect(shown.headers.get('referrer-policy')).toBe('same-origin')
      expect(shown.markup).not.toMatch(/<script|style=|\son\w+=/)
    }
  })

  test('shows what people typed as text', async () => {
    const claire = await signedIn(central, 'claire.dubois')
    const shown = await claire.open(path)
    expect(shown.markup).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(shown.markup).toContain('&lt;b&gt;pièce&lt;/b&gt; &amp; &quot;nom&quot;')
    expect(shown.markup).not.toContain('<img src=x')
  })

  test('has nothing of a person in any address', async () => {
    const claire = await signedIn(central, 'claire.dubois')
    const shown = [await claire.open('/back-office/requests'), await claire.open(path)]
    const addresses = shown.flatMap(({ markup }) =>
      [...markup.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => to),
    )
    expect(addresses.length).toBeGreaterThan(10)
    for (const to of addresses) expect(to).toMatch(/^(#content|\/mailbox|\/back-office[/\w.=?&-]*)$/)
  })
})

test('who did what is only added to', async () => {
  const claire = await signedIn(central, 'claire.dubois')
  await claire.open(path)
  await claire.send(`${path}/take`, { from: '' })
  await expect(database().deleteFrom('backOfficeAct').execute()).rejects.toThrow('only added to')
  await expect(database().updateTable('backOfficeAct').set({ act: 'refused' }).execute()).rejects.toThrow(
    'only added to',
  )
})

/** Where the browser says another name than this machine's, which `fetch` does not let anybody do. */
async function fetchAs(headers: Readonly<Record<string, string>>) {
  const { request: ask } = await import('node:http')
  return new Promise<{ readonly headers: Readonly<Record<string, string>> }>((resolve, reject) => {
    ask(`${central.address}/back-office/sign-in`, { headers }, (reply) => {
      reply.resume()
      resolve({ headers: { 'set-cookie': reply.headers['set-cookie']?.[0] ?? '' } })
    })
      .on('error', reject)
      .end()
  })
}

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueMail } from '../../src-central/mail/queue.ts'
import { startOffice } from '../helpers/backOffice.ts'
import { aBrowser, type Browser } from '../helpers/browser.ts'
import { aCandidate, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { lettersTo, mailsOf, passwordIn, sendAll } from '../helpers/mail.ts'

let central: TestCentral
let claire: Browser
let id: string
beforeEach(async () => {
  ;({ central, claire } = await startOffice())
  id = await aCandidate(central, { lastName: '<script>alert(1)</script>', firstName: '=cmd|"x"' })
  await queue()
})
afterEach(stopCentrals)

const queue = (to = 'elise.vb@exemple.be', dedupeKey = 'codes:1') =>
  central.central.db
    .transaction()
    .execute((db) =>
      queueMail(
        { db, central: central.central, centreId: central.centreId, at: central.central.now().toISOString() },
        { kind: 'codes', candidateId: id, to, language: 'fr', dedupeKey },
      ),
    )
const pathOf = async () => `/mailbox/${(await mailsOf(central, id))[0]?.id ?? ''}`

describe('the mailbox', () => {
  test('shows nothing to whoever is not signed in', async () => {
    await sendAll(central)
    const stranger = aBrowser(central)
    for (const path of ['/mailbox', await pathOf(), `${await pathOf()}/html`]) {
      const shown = await stranger.open(path)
      expect([path, shown.path.startsWith('/back-office/sign-in'), shown.text.includes('elise')]).toEqual([
        path,
        true,
        false,
      ])
    }
  })

  test('lists what waits and what was kept, and shows one mail as text and in a frame that may do nothing', async () => {
    expect((await claire.open('/mailbox')).text).toContain('En attente')
    await sendAll(central)
    const list = await claire.open('/mailbox')
    expect(list.text).toContain('Vos codes d’accès à MyCertassur')
    expect(list.text).toContain('Gardé ici')
    const path = await pathOf()
    const page = await claire.open(path)
    const password = passwordIn((await lettersTo(central, id))[0]?.text ?? '')
    expect(page.text).toContain(password)
    expect(page.markup).toContain(`<iframe class="mail" src="${path}/html" sandbox`)
    const framed = await claire.open(`${path}/html`)
    expect(framed.headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'unsafe-inline';img-src data:;frame-ancestors 'self';sandbox",
    )
    expect(framed.text).toContain(password)
    for (const { markup } of [list, page, framed]) expect(markup).not.toContain('<script')
    expect((await claire.open('/mailbox/01a20000-0000-7000-8000-000000000001')).status).toBe(404)
    expect((await claire.open(`${path}/examen.ics`)).status).toBe(404)
  })

  test('names what cannot leave: an address that is none', async () => {
    await queue('elise@exemple\r\nBcc: x@y.be', 'codes:2')
    await sendAll(central)
    expect((await mailsOf(central, id)).map(({ status, fate }) => [status, fate])).toEqual([
      ['sent', 'kept'],
      ['failed', 'malformed'],
    ])
    expect((await claire.open('/mailbox')).text).toContain('adresse impossible')
  })
})

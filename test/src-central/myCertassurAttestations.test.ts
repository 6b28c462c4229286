import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reissue, releaseDue } from '../../src-central/jobs/release.ts'
import { aPassedExam, aReleasedAttestation } from '../helpers/attestations.ts'
import { addUser, aMergeRequest, merge, signedIn } from '../helpers/backOffice.ts'
import { aBrowser, type Browser } from '../helpers/browser.ts'
import { startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk } from '../helpers/desk.ts'
import { aCandidateWithCodes, inHisSpace, knock } from '../helpers/myCertassur.ts'
import { render } from '../helpers/pixels.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const at = (instant: string) => central.setClock(() => new Date(instant))
const pdfOf = (id: string) => `/my/attestations/${id}/pdf`

/** What a browser saves. */
async function download(browser: Browser, id: string) {
  const reply = await fetch(central.address + pdfOf(id), { headers: { cookie: browser.cookie() } })
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    name: reply.headers.get('content-disposition'),
    bytes: new Uint8Array(await reply.arrayBuffer()),
  }
}

describe('the success attestations of MyCertassur', () => {
  test('rule 6: are there from the release on and not a minute before; past a day the centre is to be called', async () => {
    at('2026-03-02T21:59:00.000Z')
    const person = await aCandidateWithCodes(central)
    const id = await aPassedExam(central, person.id)
    const browser = await inHisSpace(central, person)
    await releaseDue(central.central)
    const awaited = await browser.open('/my/attestations')
    expect(awaited.text).toContain('environ le 02/03/2026 à 23:00')
    expect(awaited.text).toContain('Pas encore disponible.')
    expect(awaited.markup).not.toContain(pdfOf(id))
    expect((await download(browser, id)).status).toBe(404)

    at('2026-03-02T22:00:00.000Z')
    await releaseDue(central.central)
    const released = await browser.open('/my/attestations')
    expect(released.markup).toContain(pdfOf(id))
    expect(released.text).toContain('Délivrée le 02/03/2026')
    expect((await download(browser, id)).status).toBe(200)
  })

  test('rule 6: one that is abnormally late says so, and whom to call', async () => {
    at('2026-03-03T22:00:01.000Z')
    const person = await aCandidateWithCodes(central)
    await aPassedExam(central, person.id)
    const { text } = await (await inHisSpace(central, person)).open('/my/attestations')
    expect(text).toContain('Retard anormal : appelez votre centre.')
    expect(text).toContain('Centre Meuse-Sambre')
  })

  test('rule 6: what he downloads is, byte for byte, the original that his centre prints', async () => {
    const person = await aCandidateWithCodes(central, { lastName: 'd’Hœdt-Yıldız', language: 'nl' })
    const { id, number } = await aReleasedAttestation(central, person.id)
    const desk = await openDesk(central)
    const { bytes } = await desk.call('document:preview', { kind: 'success', id })
    const got = await download(await inHisSpace(central, person), id)
    expect([got.status, got.type, got.name]).toEqual([200, 'application/pdf', `attachment; filename="${number}.pdf"`])
    expect(Buffer.compare(got.bytes, bytes)).toBe(0)
    expect((await render(got.bytes)).pages[0]?.texts.map(({ text }) => text)).toContain('Élise d’Hœdt-Yıldız')
  })

  test('rule 5: one that was replaced names the one that replaces it and is not given any more', async () => {
    const person = await aCandidateWithCodes(central)
    const { id, number } = await aReleasedAttestation(central, person.id)
    await central.central.db.updateTable('candidate').set({ lastName: 'Vandenbroeck' }).execute()
    await central.central.db
      .transaction()
      .execute((db) => reissue(central.central, db, person.id, '2026-03-01T00:00:00.000Z'))
    const browser = await inHisSpace(central, person)
    const { text, markup } = await browser.open('/my/attestations')
    const again = await central.central.db
      .selectFrom('attestation')
      .select(['id', 'number'])
      .where('status', '=', 'released')
      .executeTakeFirstOrThrow()
    expect(text).toContain(`Remplacée par le n° ${again.number}`)
    expect([markup.includes(pdfOf(id)), markup.includes(pdfOf(again.id))]).toEqual([false, true])
    expect(text).toContain(number)
    expect([(await download(browser, id)).status, (await download(browser, again.id)).status]).toEqual([404, 200])
  })

  test('are nobody else’s, whatever the address', async () => {
    const owner = await aCandidateWithCodes(central)
    const { id, number } = await aReleasedAttestation(central, owner.id)
    const other = await aCandidateWithCodes(central, { lastName: 'Peeters', email: 'jan.peeters@exemple.be' })
    const browser = await inHisSpace(central, other)
    expect((await browser.open('/my/attestations')).text).toContain('Aucune attestation pour le moment.')
    for (const path of [id, id.toUpperCase(), number, `${id}/..`, '%00', '00000000-0000-7000-8000-000000000000']) {
      const shown = await browser.open(pdfOf(path))
      expect([path, shown.status, shown.markup.includes('%PDF')]).toEqual([path, 404, false])
    }
    expect((await aBrowser(central).open(pdfOf(id))).path).toBe('/my/sign-in')
  })

  test('that somebody changed in the database is not given: central’s own signature does not cover it', async () => {
    const person = await aCandidateWithCodes(central)
    const { id, jws } = await aReleasedAttestation(central, person.id)
    const [head, body = '', tail] = jws.split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...said, lastName: 'Faussaire' })).toString('base64url')
    await central.central.db
      .updateTable('attestation')
      .set({ jws: `${head}.${forged}.${tail}` })
      .execute()
    expect((await download(await inHisSpace(central, person), id)).status).toBe(404)
  })

  test('rule 10: of two accounts that became one are all under the login that stays, and under the old one none', async () => {
    const stays = await aCandidateWithCodes(central, { email: 'elise.ancienne@exemple.be' })
    const gone = await aCandidateWithCodes(central, { lastName: 'Vandenbroeck', email: 'elise.nouvelle@exemple.be' })
    const first = await aReleasedAttestation(central, stays.id)
    const { id } = await aReleasedAttestation(central, gone.id, { date: '2026-03-05' })
    const old = await inHisSpace(central, gone)
    expect((await download(old, id)).status).toBe(200)
    await addUser(central, 'claire.dubois')
    const claire = await signedIn(central, 'claire.dubois')
    await merge(claire, await aMergeRequest(central, [stays.id, gone.id]), stays.id)
    // Whoever was in with the old login is sent to the door, and the door says "merged".
    expect((await old.open(pdfOf(id))).path).toBe('/my/sign-in')
    expect((await knock(old, gone.login, gone.temporary)).status).toBe(401)
    const browser = await inHisSpace(central, stays)
    const { markup } = await browser.open('/my/attestations')
    for (const one of [first.id, id]) {
      expect(markup).toContain(pdfOf(one))
      expect((await download(browser, one)).status).toBe(200)
    }
  })

  test('speak Dutch to whoever reads Dutch', async () => {
    const person = await aCandidateWithCodes(central)
    await aPassedExam(central, person.id)
    const { text } = await (await inHisSpace(central, person, 'nl')).open('/my/attestations')
    expect(text).toContain('Abnormale vertraging: bel uw centrum.')
  })
})

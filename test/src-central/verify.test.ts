import { generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attestationCode, digestOfCode } from '../../shared/attestationCode.ts'
import { attestationBy } from '../../src-central/documents/verify.ts'
import { reissue } from '../../src-central/jobs/release.ts'
import { signSuccess } from '../../src-central/jobs/successAttestation.ts'
import { aReleasedAttestation } from '../helpers/attestations.ts'
import { aBrowser } from '../helpers/browser.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk } from '../helpers/desk.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const verify = (code: string, language = 'fr') => aBrowser(central, language).send('/verify', { code })
const released = async () => aReleasedAttestation(central, await aCandidate(central))
const unknown = 'Attestation inconnue'

describe('the public verification', () => {
  test('rule 6: says of a released attestation what it says, by its code or by its QR code, to anybody', async () => {
    const { number, jws } = await released()
    const code = await attestationCode(jws)
    for (const typed of [
      code,
      ` ${code.toLowerCase().replaceAll('-', ' ')}\n`,
      jws,
      `\n${jws.slice(0, 90)}\n${jws.slice(90)}`,
    ]) {
      const { status, text, headers, path } = await verify(typed)
      expect([status, path]).toEqual([200, '/verify'])
      for (const said of [
        'Attestation de réussite valable.',
        number,
        'Élise Van den Broeck',
        'Module M1',
        '02/03/2026',
      ])
        expect(text).toContain(said)
      // Not what only he needs, no cookie for a stranger, and nothing that a browser would keep.
      for (const secret of ['1988', 'VB', 'exemple.be']) expect(text).not.toContain(secret)
      expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'no-store'])
    }
    expect((await verify(code, 'nl')).text).toContain('Geldig attest van slagen.')
  })

  test('is told nothing by a number, by an address, or by an empty form', async () => {
    const { number, jws } = await released()
    const bare = await verify(number)
    expect(bare.text).toContain('Le numéro seul ne suffit pas.')
    expect(bare.text).not.toContain('Broeck')
    for (const path of [`/verify?code=${await attestationCode(jws)}`, `/verify?${jws}`, `/verify/${number}`]) {
      expect((await aBrowser(central).open(path)).text).not.toContain('Broeck')
    }
    expect((await verify('')).text).toContain(unknown)
    // From a page of somebody else nothing is sent here.
    const foreign = await aBrowser(central).send('/verify', { code: jws }, { origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(403)
  })

  test('a slip of the finger is unknown with the next step, and stays in its field', async () => {
    const { jws } = await released()
    const code = await attestationCode(jws)
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    for (const typed of [wrong, code.slice(0, -1), 'Ünïcode 王', '\0', "' or 1=1 --", '<script>', 'x'.repeat(9_000)]) {
      const { status, text, markup } = await verify(typed)
      expect([typed.slice(0, 30), status, text.includes(unknown)]).toEqual([typed.slice(0, 30), 200, true])
      expect(markup).not.toContain('<script')
    }
    const { text, markup } = await verify(wrong)
    expect(text).toContain('Comparez-le signe par signe avec le document, puis réessayez.')
    expect(markup).toContain(`value="${wrong}"`)
  })

  test('what was altered or signed by anybody else is unknown, also when it stands in the database', async () => {
    const { jws } = await released()
    const [head, body = '', tail] = jws.split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Parameters<typeof signSuccess>[1]
    const altered = Buffer.from(JSON.stringify({ ...said, lastName: 'Faussaire' })).toString('base64url')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${altered}.`
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    const others = await signSuccess({ ...central.central, signingKey: privateKey }, { ...said, lastName: 'Faussaire' })
    for (const bad of [`${head}.${altered}.${tail}`, unsigned, others, `${jws}x`, jws.slice(0, -1), '..']) {
      expect((await verify(bad)).text).toContain(unknown)
    }
    await central.central.db.updateTable('attestation').set({ jws: others }).execute()
    expect((await verify(await attestationCode(others))).text).toContain(unknown)
    expect((await verify(others)).text).toContain(unknown)
  })

  test('rule 5: one that was replaced says by which number, and the new one is valid', async () => {
    const id = await aCandidate(central)
    const { number, jws } = await aReleasedAttestation(central, id)
    const { db } = central.central
    await db.updateTable('candidate').set({ lastName: 'Vandenbroeck' }).execute()
    await db.transaction().execute((db) => reissue(central.central, db, id, '2026-03-01T00:00:00.000Z'))
    const again = await db
      .selectFrom('attestation')
      .selectAll()
      .where('status', '=', 'released')
      .executeTakeFirstOrThrow()
    for (const typed of [jws, await attestationCode(jws)]) {
      const { text } = await verify(typed)
      expect(text).toContain(
        `L’attestation n° ${number} n’est plus valable : elle est remplacée par le n° ${again.number}.`,
      )
      expect(text).not.toContain('Broeck')
    }
    expect((await verify(await attestationCode(again.jws ?? ''))).text).toContain('Élise Vandenbroeck')
  })

  test('rule 7: the code of an attendance attestation is known as well, and names the centre that issued it', async () => {
    const sessionId = await aSession(central, { startTime: '00:00', endTime: '23:59' })
    const registrationId = await aRegistration(central, sessionId, await aCandidate(central))
    const desk = await openDesk(central)
    await desk.mark(registrationId, 'present')
    await desk.call('checkIn:close', { changeId: newId(), sessionId })
    const id = newId()
    const issued = await desk.call('attendance:issue', { changeId: newId(), id, registrationId })
    await desk.call('sync:now', {})
    const { text } = await verify(id.toUpperCase())
    for (const said of ['Attestation de présence valable.', 'Centre Meuse-Sambre', issued.number, 'de 00:00 à 23:59'])
      expect(text).toContain(said)
    expect((await verify(newId())).text).toContain(unknown)
    expect((await verify(issued.number)).text).toContain('Le numéro seul ne suffit pas.')
  })

  test('is found by an index, however many there are', async () => {
    await released()
    const { sql: text, parameters } = attestationBy(central.central, digestOfCode('0'.repeat(20)) ?? '').compile()
    await central.central.db.transaction().execute(async (db) => {
      await sql`set local enable_seqscan = off`.execute(db)
      const { rows } = await sql<Record<string, string>>`
        explain ${sql.raw(text.replace('$1', `'${String(parameters[0])}'`))}`.execute(db)
      expect(JSON.stringify(rows)).toContain('attestationDigest')
    })
  })

  test('whoever tries many codes waits', async () => {
    let last = await verify('00000-00000-00000-00000')
    for (let tried = 1; tried < 21; tried += 1) last = await verify('00000-00000-00000-00000')
    expect([last.status, last.text.includes('Attendez une minute')]).toEqual([429, true])
  })

  test('is where the door leads to, and back, in the same language', async () => {
    const door = await aBrowser(central).open('/my/sign-in?language=nl')
    expect(door.markup).toContain('href="/verify?language=nl"')
    const page = await aBrowser(central).open('/verify?language=nl')
    expect(page.markup).toContain('href="/my/sign-in?language=nl"')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

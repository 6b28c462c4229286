import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codes } from '../../shared/api.ts'
import { tryTemporaryPassword } from '../../src-central/mail/temporaryPassword.ts'
import { aCandidate, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { lettersTo, mailsOf, passwordIn, sendAll } from '../helpers/mail.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(stopCentrals)

async function ask(email: unknown) {
  const began = performance.now()
  const reply = await fetch(central.address + codes.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  return { status: reply.status, body: await reply.json(), took: performance.now() - began }
}
const all = () => central.central.db.selectFrom('mail').select(['kind', 'to', 'candidateId']).execute()

describe('codes that were lost', () => {
  test('rule 3: are mailed with a new password to the registered address alone, however it is written', async () => {
    const id = await aCandidate(central)
    await ask(' Elise.VB@Exemple.be ')
    await sendAll(central)
    const [letter] = await lettersTo(central, id)
    expect(letter).toMatchObject({
      kind: 'codesAgain',
      to: 'elise.vb@exemple.be',
      replyTo: 'Centre Meuse-Sambre <examens@meuse-sambre.exemple.be>',
    })
    const { login } = await central.record(id)
    expect(letter?.text).toContain(login)
    expect(await tryTemporaryPassword(central.central, login ?? '', passwordIn(letter?.text ?? ''))).toBe('right')
  })

  test('of an address that several share: each login in a mail of its own', async () => {
    const [a, b] = [await aCandidate(central), await aCandidate(central, { lastName: 'Janssens', language: 'nl' })]
    await ask('elise.vb@exemple.be')
    await sendAll(central)
    for (const [id, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const [letter] = await lettersTo(central, id)
      expect(letter?.text).toContain((await central.record(id)).login)
      expect(letter?.text).not.toContain((await central.record(other)).login)
    }
  })

  test('are answered in the same words and the same time for a known address, an unknown one, and none', async () => {
    await aCandidate(central)
    const answers = []
    for (const email of ['elise.vb@exemple.be', 'nobody@exemple.be', 'no address', '', "' or 1=1 --"]) {
      answers.push(await ask(email))
    }
    for (const { status, body, took } of answers) {
      expect([status, body]).toEqual([200, { received: true }])
      expect(took).toBeGreaterThan(290)
    }
    expect(await all()).toHaveLength(1)
    expect((await ask({ $ne: null })).status).toBe(400)
  })

  test('go to nobody who has no login yet, or whose record has become another one', async () => {
    const [into, gone] = [await aCandidate(central), await aCandidate(central, { email: 'gone@exemple.be' })]
    const held = await aCandidate(central, { email: 'held@exemple.be' })
    const { db } = central.central
    await db.updateTable('candidate').set({ login: null }).where('id', '=', held).execute()
    await db.updateTable('candidate').set({ mergedInto: into }).where('id', '=', gone).execute()
    await ask('held@exemple.be')
    await ask('gone@exemple.be')
    expect(await all()).toEqual([])
  })

  test('asked again and again: three mails a day, none while one is on its way, and nobody is locked out', async () => {
    const id = await aCandidate(central)
    const { login } = await central.record(id)
    await Promise.all([ask('elise.vb@exemple.be'), ask('elise.vb@exemple.be')])
    expect(await mailsOf(central, id)).toHaveLength(1)
    for (let n = 0; n < 5; n += 1) {
      await sendAll(central)
      await ask('elise.vb@exemple.be')
    }
    expect(await mailsOf(central, id)).toHaveLength(3)
    for (const { text } of await lettersTo(central, id)) {
      expect(await tryTemporaryPassword(central.central, login ?? '', passwordIn(text))).toBe('right')
    }
    const statuses = []
    for (let n = 0; n < 6; n += 1) statuses.push((await ask('nobody@exemple.be')).status)
    expect(statuses).toContain(429)
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codes } from '../../shared/api.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import { tryTemporaryPassword } from '../../src-central/mail/temporaryPassword.ts'
import { aCandidate, anotherCentre, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, pushOnly, type TestDesk, until } from '../helpers/desk.ts'
import { lettersTo, mailsOf, passwordIn, sendAll } from '../helpers/mail.ts'

let central: TestCentral
let desk: TestDesk
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central)
  desk = await openDesk(central)
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const sent = (on = desk) => until(async () => (await on.call('sync:now', {})).waiting === 0)
const record = (on = desk) => on.call('candidate:read', { id })
async function send(on = desk, of = id): Promise<string> {
  const changeId = newId()
  await on.call('candidate:sendCodes', { changeId, id: of })
  return changeId
}
/** The address and the codes after it, as one act. */
async function replaceAndSend(email: string, on = desk) {
  const [changeId, thenCodes] = [newId(), newId()]
  const { candidate } = await record(on)
  const base = candidate.fieldVersions
  await on.call('candidate:edit', { changeId, id, patch: { email }, base, thenCodes })
  return { changeId, thenCodes }
}
const answer = async (changeId: string, on = desk) => {
  const { rows } = await on.call('change:list', { only: 'all', offset: 0, limit: 20 })
  const verdict = rows.find((row) => row.id === changeId)?.verdict
  return verdict?.status === 'rejected' ? verdict.code : (verdict?.status ?? 'pending')
}
const mailed = async (of = id) => (await mailsOf(central, of)).map(({ kind, to, status }) => `${kind} ${to} ${status}`)
const codesTo = async (of = id) => (await mailed(of)).filter((line) => line.startsWith('codes'))
/** A colleague at another desk of the centre changes the address, and central has it. */
async function colleagueWrites(email: string): Promise<void> {
  const other = await openDesk(central, { username: 'sofie.claes' })
  await other.edit(id, { email })
  await sent(other)
}

describe('codes that were lost', () => {
  test('rule 3: the centre has login and a new password mailed, to the registered address alone, once for each act', async () => {
    await central.kill()
    const changeId = await send()
    await desk.call('candidate:sendCodes', { changeId, id })
    expect((await desk.call('sync:read', {})).waiting).toBe(1)
    await central.restart()
    await sent()
    await sendAll(central)
    const [letter, ...more] = await lettersTo(central, id)
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      kind: 'codesAgain',
      to: 'elise.vb@exemple.be',
      replyTo: 'Centre Meuse-Sambre <examens@meuse-sambre.exemple.be>',
    })
    const { login } = await central.record(id)
    expect(letter?.text).toContain(login)
    expect(await tryTemporaryPassword(central.central, login ?? '', passwordIn(letter?.text ?? ''))).toBe('right')
  })

  test('rule 3: an answer that was lost on the line sends nothing twice', async () => {
    await central.kill()
    await send()
    await central.restart()
    let lost = 0
    const deaf = await pushOnly(central, desk, (real) => ({
      ...real,
      post: async (...args: Parameters<typeof real.post>) => {
        await real.post(...args)
        lost += 1
        return { ok: false, error: { code: 'central.silent', message: 'nothing came back' } } as never
      },
    }))
    expect([deaf.ok, lost]).toEqual([false, 1])
    expect((await pushOnly(central, desk)).ok).toBe(true)
    expect(await mailed()).toEqual(['codesAgain elise.vb@exemple.be waiting'])
  })

  test('the record of every desk of the centre has the act in its history and the mail in its list; another centre nothing', async () => {
    const other = await openDesk(central, { username: 'sofie.claes' })
    const elsewhere = await openDesk(await anotherCentre(central), { username: 'jef.wouters' })
    const changeId = await send()
    await sent()
    await sendAll(central)
    await until(async () => {
      await other.call('sync:now', {})
      return (await other.call('candidate:mails', { id })).some(({ status }) => status === 'sent')
    })
    expect(await other.call('candidate:mails', { id })).toMatchObject([
      { id: changeId, kind: 'codesAgain', shown: 'e•••@e•••.be', fate: 'kept' },
    ])
    expect(await other.call('history:read', { candidateId: id, sessionId: null })).toMatchObject([
      { id: changeId, kind: 'codes.send', fields: [], actorName: 'marie lambert' },
    ])
    expect(await elsewhere.ask('candidate:sendCodes', { changeId: newId(), id })).toMatchObject({
      ok: false,
      error: { code: 'candidate.unknown' },
    })
  })

  test('three mails a day for each person, whoever asked: the fourth is refused with its reason', async () => {
    const asks = () =>
      fetch(central.address + codes.path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'elise.vb@exemple.be' }),
      })
    await asks()
    await sendAll(central)
    for (let n = 0; n < 2; n += 1) {
      expect(await answer(await send())).toBe('pending')
      await sent()
      await sendAll(central)
    }
    const fourth = await send()
    await sent()
    expect(await answer(fourth)).toBe('codes.tooMany')
    await asks()
    expect(await codesTo()).toHaveLength(3)
    expect((await record()).candidate.email).toBe('elise.vb@exemple.be')
  })

  test('while codes are on their way, the act has what it asked for and no second mail goes', async () => {
    const [first, second] = [await send(), await send()]
    await sent()
    expect([await answer(first), await answer(second)]).toEqual(['accepted', 'accepted'])
    expect(await codesTo()).toEqual(['codesAgain elise.vb@exemple.be waiting'])
  })

  test('a record without an address, or without a login yet, is told what to do first', async () => {
    const nowhere = await aCandidate(central, { email: null })
    const held = await aCandidate(central)
    await central.central.db.updateTable('candidate').set({ login: null }).where('id', '=', held).execute()
    await desk.call('sync:now', {})
    const code = async (of: string) => {
      const reply = await desk.ask('candidate:sendCodes', { changeId: newId(), id: of })
      return reply.ok ? 'noted' : reply.error.code
    }
    expect([await code(nowhere), await code(held)]).toEqual(['codes.noEmail', 'codes.held'])
    expect((await desk.call('sync:read', {})).waiting).toBe(0)
  })

  test('central judges again what the desk did not know yet: the address is gone, the record is held', async () => {
    const held = await aCandidate(central, { lastName: 'Dubois' })
    await desk.call('sync:now', {})
    await central.kill()
    const [one, two] = [await send(), await send(desk, held)]
    await central.central.db.updateTable('candidate').set({ email: null, version: 2 }).where('id', '=', id).execute()
    await central.central.db.updateTable('candidate').set({ login: null, version: 2 }).where('id', '=', held).execute()
    await central.restart()
    await sent()
    expect([await answer(one), await answer(two)]).toEqual(['codes.noEmail', 'codes.held'])
    expect([...(await mailed()), ...(await mailed(held))]).toEqual([])
  })

  test('of a record that became another one meanwhile, the codes of the one it became go', async () => {
    const into = await aCandidate(central, { lastName: 'Vandenbroeck', email: 'elise@voorbeeld.be' })
    await desk.call('sync:now', {})
    await central.kill()
    const changeId = await send()
    const merge = { id: newId(), why: 'request' as const, actorName: 'Certassur' }
    await central.central.db
      .transaction()
      .execute((db) => mergeRecords(db, { ...merge, from: id, into, at: new Date().toISOString() }))
    await central.restart()
    await sent()
    expect(await answer(changeId)).toBe('accepted')
    expect((await mailsOf(central, into)).map(({ kind, to }) => `${kind} ${to}`)).toContain(
      'codesAgain elise@voorbeeld.be',
    )
  })
})

describe('another address, then the codes', () => {
  test('rule 4: without a line, one act: noted here, registered at Certassur, codes sent to the new address', async () => {
    await central.kill()
    const { thenCodes } = await replaceAndSend('elise.neuve@exemple.be')
    const before = await record()
    expect(before.changes.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'codes.send pending',
      'candidate.edit pending',
    ])
    expect(before.codesMails).toEqual([])
    const [, line] = (await desk.call('change:list', { only: 'waiting', offset: 0, limit: 5 })).rows
    expect(line?.waitsFor).not.toBeNull()

    await central.restart()
    await sent()
    expect(await codesTo()).toEqual(['codesAgain elise.neuve@exemple.be waiting'])
    await sendAll(central)
    await until(async () => {
      await desk.call('sync:now', {})
      return (await record()).codesMails.some(({ status }) => status === 'sent')
    })
    const { changes, codesMails } = await record()
    expect(changes.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'codes.send accepted',
      'candidate.edit accepted',
    ])
    expect(codesMails).toMatchObject([{ id: thenCodes, shown: 'e•••@e•••.be', fate: 'kept' }])
    expect((await lettersTo(central, id)).map(({ kind, to }) => `${kind} ${to}`).toSorted()).toEqual([
      'codesAgain elise.neuve@exemple.be',
      'emailNew elise.neuve@exemple.be',
      'emailOld elise.vb@exemple.be',
    ])
  })

  test('rule 4: codes asked for while the address waits go after it, also as an act of their own', async () => {
    await central.kill()
    await desk.edit(id, { email: 'elise.neuve@exemple.be' })
    await send()
    await central.restart()
    await sent()
    expect(await codesTo()).toEqual(['codesAgain elise.neuve@exemple.be waiting'])
  })

  test('rule 4: two values for the address: nothing goes to either before somebody has chosen', async () => {
    await desk.desk.opened()?.sync.stop()
    const { changeId, thenCodes } = await replaceAndSend('elise.neuve@exemple.be')
    await colleagueWrites('elise.autre@exemple.be')
    expect((await pushOnly(central, desk)).ok).toBe(true)
    expect([await answer(changeId), await answer(thenCodes)]).toEqual(['conflict', 'codes.addressOpen'])
    expect(await codesTo()).toEqual([])
    const again = await desk.ask('candidate:sendCodes', { changeId: newId(), id })
    const retried = await desk.ask('change:retry', { id: thenCodes, changeId: newId() })
    for (const reply of [again, retried]) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'codes.addressOpen' } })
    }

    const { candidate } = await record()
    const settled = { changeId: newId(), id, closes: changeId, thenCodes: newId() }
    const patch = { email: 'elise.neuve@exemple.be' }
    await desk.call('candidate:edit', { ...settled, patch, base: candidate.fieldVersions })
    expect((await pushOnly(central, desk)).ok).toBe(true)
    expect(await codesTo()).toEqual(['codesAgain elise.neuve@exemple.be waiting'])
  })

  test('rule 4: an address that central refuses takes the codes with it; the old one gets none', async () => {
    await central.kill()
    const { changeId, thenCodes } = await replaceAndSend('elise.neuve@exemple.be')
    await central.central.db
      .updateTable('scope')
      .set({ until: new Date().toISOString() })
      .where('candidateId', '=', id)
      .execute()
    await central.restart()
    await sent()
    expect([await answer(changeId), await answer(thenCodes)]).toEqual(['candidate.unknown', 'change.parentRefused'])
    expect(await mailed()).toEqual([])
  })

  test('first codes that came back go to the new address, and asking for them on top sends no second mail', async () => {
    await central.central.db
      .insertInto('mail')
      .values({
        id: newId(),
        kind: 'codes',
        candidateId: id,
        centreId: central.centreId,
        to: 'elise.vb@exemple.be',
        shown: 'e•••@e•••.be',
        language: 'fr',
        dedupeKey: `codes:${id}`,
        status: 'bounced',
        fate: 'returned',
        createdAt: new Date().toISOString(),
        nextAt: new Date().toISOString(),
      })
      .execute()
    const { thenCodes } = await replaceAndSend('elise.neuve@exemple.be')
    await sent()
    expect(await answer(thenCodes)).toBe('accepted')
    expect(await codesTo()).toEqual(['codes elise.neuve@exemple.be waiting'])
  })

  test('an address that is none is refused at once, and the codes with it: nothing is noted', async () => {
    const { candidate } = await record()
    const edit = { changeId: newId(), id, base: candidate.fieldVersions, thenCodes: newId() }
    expect((await desk.ask('candidate:edit', { ...edit, patch: { email: 'no at sign' } })).ok).toBe(false)
    expect(await desk.ask('candidate:edit', { ...edit, patch: { email: null } })).toMatchObject({
      ok: false,
      error: { code: 'codes.noEmail' },
    })
    expect((await desk.call('sync:read', {})).waiting).toBe(0)
    expect((await record()).candidate.email).toBe('elise.vb@exemple.be')
  })
})

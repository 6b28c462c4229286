import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pair, push, signIn } from '../../shared/api.ts'
import type { Change } from '../../shared/changes/change.ts'
import { grantSchema } from '../../shared/operator.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { aCandidate, newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central)
})
afterEach(stopCentrals)

/** A desk at the level of the wire: what a correct desk never sends can be sent from here. */
async function aWire(username = 'marie.lambert') {
  const http = openHttp(central.address)
  const paired = await http.post(pair, { code: await central.pairingCode(), platform: 'test' })
  if (!paired.ok) throw new Error(paired.error.code)
  const { deskId, deskToken } = paired.value
  const signedIn = await http.post(signIn, { deskId, username, password })
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  const payload: unknown = JSON.parse(Buffer.from(signedIn.value.grant.split('.')[1] ?? '', 'base64url').toString())
  const grant = grantSchema.parse((payload as { grant: unknown }).grant)
  let deskSeq = 0
  const change = (more: Partial<Change> & Record<string, unknown> = {}): Change => {
    deskSeq += 1
    return {
      id: newId(),
      deskId,
      deskSeq,
      kind: 'candidate.edit',
      entityId: id,
      actor: grant.operator.id,
      grant: grant.id,
      actedAt: new Date().toISOString(),
      clockOffset: null,
      schema: 1,
      patch: { firstName: 'Elise' },
      base: {},
      ...more,
    }
  }
  const send = async (...changes: (Change & Record<string, unknown>)[]) => {
    const reply = await http.post(push, { sentAt: new Date().toISOString(), changes }, deskToken)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value.answers.map((answer) => answer.verdict)
  }
  return { change, send, deskToken, http }
}

describe('central', () => {
  test('a change delivered twice, even at the same moment, is applied once and gets the same verdict', async () => {
    const { change, send } = await aWire()
    const one = change()
    const verdicts = await Promise.all([send(one), send(one), send(one)])
    const later = await send(one)
    for (const verdict of [...verdicts, later]) expect(verdict).toEqual(verdicts[0])
    expect(await central.record(id)).toMatchObject({ version: 1, fieldVersions: { firstName: 1 } })
  })

  test('one wrong change among good ones is rejected with its reason, and the good ones are applied', async () => {
    const { change, send } = await aWire()
    const verdicts = await send(
      change(),
      change({ patch: { email: 'no at sign' } }),
      change({ kind: 'candidate.vanish' as never }),
      change({ patch: { phone: '0471 22 36 40' } }),
    )
    expect(verdicts.map((verdict) => verdict.status)).toEqual(['accepted', 'rejected', 'rejected', 'accepted'])
    expect(verdicts[1]).toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'patch.email', code: 'email.invalid' }],
    })
    expect(await central.record(id)).toMatchObject({ firstName: 'Elise', phone: '0471 22 36 40', version: 2 })
  })

  test("a candidate outside the centre's scope is unknown to its desks", async () => {
    const { change, send } = await aWire()
    await central.central.db.deleteFrom('scope').execute()
    expect(await send(change())).toMatchObject([{ status: 'rejected', code: 'candidate.unknown' }])
  })

  test.each([
    ['a controller', 'koen.desmet', {}],
    ['somebody with the grant of another', 'marie.lambert', { actor: '01a20000-0000-7000-8000-000000000000' }],
    ['somebody without a grant', 'marie.lambert', { grant: '01a20000-0000-7000-8000-000000000000' }],
    ['a desk in the name of another', 'marie.lambert', { deskId: '01a20000-0000-7000-8000-000000000000' }],
  ])('%s may not edit a record', async (_who, username, forged) => {
    const { change, send } = await aWire(username)
    expect(await send(change(forged))).toMatchObject([{ status: 'rejected', code: 'call.forbidden' }])
    expect((await central.record(id)).version).toBe(0)
  })

  test('B may send what A did: the grant of A counts, not who is signed in now', async () => {
    const { change, send, http } = await aWire()
    const byMarie = change()
    await http.post(signIn, { deskId: byMarie.deskId, username: 'koen.desmet', password })
    expect(await send(byMarie)).toMatchObject([{ status: 'accepted' }])
  })

  test('an unknown or revoked desk is told so and nothing of its batch is judged', async () => {
    const { change, http, deskToken } = await aWire()
    const body = { sentAt: new Date().toISOString(), changes: [change()] }
    expect(await http.post(push, body, 'forged')).toMatchObject({ error: { code: 'desk.refused' } })
    await central.central.db.updateTable('desk').set({ revokedAt: new Date().toISOString() }).execute()
    expect(await http.post(push, body, deskToken)).toMatchObject({ error: { code: 'desk.refused' } })
    expect((await central.record(id)).version).toBe(0)
  })

  test('act, send and server time are all kept', async () => {
    const { change, send } = await aWire()
    const one = change({ actedAt: '2020-01-01T08:00:00.000Z' })
    await send(one)
    const row = await central.central.db
      .selectFrom('change')
      .selectAll()
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    expect(row.actedAt?.toISOString()).toBe('2020-01-01T08:00:00.000Z')
    expect(row.sentAt.getTime()).toBeGreaterThan(row.actedAt?.getTime() ?? 0)
    expect(row.receivedAt.getTime()).toBeGreaterThanOrEqual(row.sentAt.getTime())
  })
})

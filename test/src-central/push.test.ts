import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { push, signIn } from '../../shared/api.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import {
  aCandidate,
  aSession,
  newId,
  password,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { openWire } from '../helpers/wire.ts'

let central: TestCentral
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central)
})
afterEach(stopCentrals)

const aWire = (username?: string) => openWire(central, { entityId: id, patch: { firstName: 'Elise' } }, username)

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

  test('nobody is registered who is not of this centre, nor in a session of another one', async () => {
    const { change, send } = await aWire()
    const { db } = central.central
    const session = await aSession(central)
    const register = (sessionId: string) =>
      change({
        kind: 'registration.create',
        entityId: newId(),
        patch: { sessionId, candidateId: id, exams: ['M1'], language: 'fr', pc: null, overrideReason: null },
      })
    await db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    expect(await send(register(session))).toMatchObject([{ status: 'rejected', code: 'candidate.unknown' }])
    await db.updateTable('scope').set({ until: null }).execute()
    const other = '01a20000-0000-7000-8000-000000000001'
    await db.insertInto('centre').values({ id: other, code: 'ANR', name: 'Examencentrum Schelde' }).execute()
    await db.updateTable('session').set({ centreId: other }).execute()
    expect(await send(register(session))).toMatchObject([{ status: 'rejected', code: 'session.unknown' }])
    expect(await db.selectFrom('registration').select('id').execute()).toEqual([])
  })

  test.each([
    ['of another centre', { centreId: '01a20000-0000-7000-8000-000000000001' }],
    ['that has left the scope', { until: '2026-01-01T00:00:00.000Z' }],
  ])('a candidate %s is unknown to the desks of this one', async (_whose, moved) => {
    const { change, send } = await aWire()
    const { db } = central.central
    await db
      .insertInto('centre')
      .values({ id: '01a20000-0000-7000-8000-000000000001', code: 'ANR', name: 'Examencentrum Schelde' })
      .execute()
    await db.updateTable('scope').set(moved).execute()
    expect(await send(change())).toMatchObject([{ status: 'rejected', code: 'candidate.unknown' }])
    expect((await central.record(id)).version).toBe(0)
    const feed = await feedPage(central.central, central.centreId, '', 10)
    expect(feed).not.toContain('Van den Broeck')
  })

  test('a verdict is told to the desk that acted, and to no other', async () => {
    const [mine, other] = [await aWire(), await aWire()]
    const one = mine.change()
    await mine.send(one)
    expect(await other.send({ ...one, deskId: other.change().deskId })).toMatchObject([
      { status: 'rejected', code: 'call.forbidden' },
    ])
    expect(await mine.send(one)).toMatchObject([{ status: 'accepted' }])
  })

  test.each([
    ['after his grant was over', { actedAt: new Date(Date.now() + 5 * 24 * 3_600_000).toISOString() }, false],
    [
      'by a clock that is known to be years ahead',
      { actedAt: '2036-01-01T08:00:00.000Z', clockOffset: Date.now() - Date.parse('2036-01-01T08:00:00.000Z') },
      true,
    ],
  ])('an act %s', async (_when, times, accepted) => {
    const { change, send } = await aWire()
    expect(await send(change(times))).toMatchObject([{ status: accepted ? 'accepted' : 'rejected' }])
  })

  test('what somebody did before he was revoked counts, what he did afterwards does not', async () => {
    const { change, send } = await aWire()
    const before = change()
    const revokedAt = new Date(Date.now() + 500).toISOString()
    await central.central.db.updateTable('operator').set({ revokedAt }).execute()
    const after = change({ actedAt: new Date(Date.now() + 1000).toISOString(), patch: { phone: '1' } })
    expect((await send(before, after)).map((verdict) => verdict.status)).toEqual(['accepted', 'rejected'])
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

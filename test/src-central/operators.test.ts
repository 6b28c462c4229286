import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pair, pairingCode, signIn } from '../../shared/api.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(stopCentrals)

const http = () => openHttp(central.address)
const codeOf = (reply: { ok: true } | { ok: false; error: { code: string } }) => (reply.ok ? 'ok' : reply.error.code)
async function aDeskId(): Promise<string> {
  const paired = await http().post(pair, { code: await central.pairingCode(), platform: 'test' })
  if (!paired.ok) throw new Error(paired.error.code)
  return paired.value.deskId
}

describe('who may sign in', () => {
  test("an operator of the desk's centre, and nobody of another or without a role", async () => {
    const deskId = await aDeskId()
    const elsewhere = await central.addOperator('els.peeters', 'administrator')
    await central.central.db.deleteFrom('operatorRole').where('operatorId', '=', elsewhere).execute()
    const as = async (username: string) => codeOf(await http().post(signIn, { deskId, username, password }))
    expect(await as('marie.lambert')).toBe('ok')
    expect(await as('els.peeters')).toBe('operator.refused')
    expect(await as('marie\0.lambert')).toBe('operator.refused')
    const { db } = central.central
    const other = newId()
    await db.insertInto('centre').values({ id: other, code: 'ANR', name: 'Examencentrum Schelde' }).execute()
    await db
      .insertInto('operatorRole')
      .values({ operatorId: elsewhere, centreId: other, role: 'administrator' })
      .execute()
    expect(await as('els.peeters')).toBe('operator.refused')
  })

  test('nobody who was revoked, and nobody on a desk that was', async () => {
    const deskId = await aDeskId()
    const { db } = central.central
    await db
      .updateTable('operator')
      .set({ revokedAt: new Date().toISOString() })
      .where('username', '=', 'marie.lambert')
      .execute()
    expect(codeOf(await http().post(signIn, { deskId, username: 'marie.lambert', password }))).toBe('operator.refused')
    await db.updateTable('desk').set({ revokedAt: new Date().toISOString() }).execute()
    expect(codeOf(await http().post(signIn, { deskId, username: 'sofie.claes', password }))).toBe('desk.refused')
  })

  test('guessing is slowed down by account, however the name is written', async () => {
    const deskId = await aDeskId()
    const names = ['marie.lambert', 'Marie.Lambert', ' MARIE.LAMBERT']
    const codes: string[] = []
    for (let i = 0; i < 24; i += 1) {
      codes.push(codeOf(await http().post(signIn, { deskId, username: names[i % 3] ?? '', password: 'wrong' })))
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'operator.refused'))
    expect(new Set(codes.slice(20))).toEqual(new Set(['central.busy']))
    expect(codeOf(await http().post(signIn, { deskId, username: 'sofie.claes', password }))).toBe('ok')
  })
})

test('only a centre manager gives pairing codes', async () => {
  const as = async (username: string) => codeOf(await http().post(pairingCode, { username, password }))
  expect(await as('sofie.claes')).toBe('ok')
  expect(await as('marie.lambert')).toBe('operator.refused')
  expect(await as('koen.desmet')).toBe('operator.refused')
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apiSchema } from '../../shared/api.ts'
import type { ChangeOf } from '../../shared/changes/change.ts'
import type { Role } from '../../shared/operator.ts'
import type { Desk } from '../../src-central/desks/authenticate.ts'
import { lookUp } from '../../src-central/lookups/lookUp.ts'
import { receive } from '../../src-central/sync/push.ts'
import { aCandidate, anotherCentre, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(await anotherCentre(central))
})
afterEach(stopCentrals)

const operators = { administrator: 'marie.lambert', centreManager: 'sofie.claes', controller: 'koen.desmet' } as const
const database = () => central.central.db

/** A desk on which somebody of this role holds a grant, and what it sends. */
async function aWire(role: Role = 'administrator') {
  const { id: actor } = await database()
    .selectFrom('operator')
    .select('id')
    .where('username', '=', operators[role])
    .executeTakeFirstOrThrow()
  const now = central.central.now().toISOString()
  const [deskId, grant] = [newId(), newId()]
  const desk: Desk = await database()
    .insertInto('desk')
    .values({
      id: deskId,
      centreId: central.centreId,
      name: deskId,
      platform: 'test',
      tokenHash: deskId,
      unlockSecret: 'none',
      pairedAt: now,
      revokedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  await database()
    .insertInto('grant')
    .values({ id: grant, deskId, operatorId: actor, roles: JSON.stringify([role]), issuedAt: now, expiresAt })
    .execute()
  const proof = { identitySeen: true as const, lastName: 'Van den Broeck', firstName: 'Élise', reason: 'carte vue' }
  const change = (birthDate: string, values: object = {}): ChangeOf<'candidate.replaceEmail'> => ({
    id: newId(),
    deskId,
    deskSeq: 1,
    entityId: id,
    actor,
    grant,
    actedAt: central.central.now().toISOString(),
    clockOffset: 0,
    schema: apiSchema,
    dependsOn: [],
    kind: 'candidate.replaceEmail',
    patch: { email: 'neuve@exemple.be' },
    base: { email: -1 },
    proof: { ...proof, birthDate, ...values },
  })
  const send = (one: ChangeOf<'candidate.replaceEmail'>) => receive(central.central, desk, one, now)
  const find = () =>
    lookUp(central.central, desk, {
      actor,
      grant,
      person: { lastName: 'Van den Broeck', firstName: 'Élise', email: 'elise.vb@exemple.be' },
    })
  return { change, send, find }
}

describe('another address for somebody whom the centre does not know', () => {
  test.each(['administrator', 'centreManager'] as const)('is judged for %s', async (role) => {
    const { change, send, find } = await aWire(role)
    expect((await find()).map((person) => person.id)).toEqual([id])
    expect(await send(change('1988-03-14'))).toMatchObject({ status: 'accepted', fieldVersions: { email: 1 } })
  })

  test('is for the office: a controller is refused, and no try is counted', async () => {
    await (await aWire()).find()
    const { change, send } = await aWire('controller')
    expect(await send(change('1988-03-14'))).toMatchObject({ status: 'rejected', code: 'call.forbidden' })
    expect(await database().selectFrom('identityTry').select('id').execute()).toEqual([])
  })

  test.each([
    ['without the identity seen', { identitySeen: false }],
    ['with half a birth date', { birthDate: '1988' }],
    ['without a reason', { reason: ' ' }],
  ])('%s is no act', async (_what, values) => {
    const { change, send, find } = await aWire()
    await find()
    expect(await send(change('1988-03-14', values))).toMatchObject({ status: 'rejected', code: 'input.invalid' })
    expect((await central.record(id)).email).toBe('elise.vb@exemple.be')
  })

  test('a refusal says the same of whoever is not there and of whoever was not looked for', async () => {
    const { change, send } = await aWire()
    const { at: _unseen, ...unseen } = await send(change('1988-03-14'))
    const { at: _absent, ...absent } = await send({ ...change('1988-03-14'), entityId: newId() })
    expect(unseen).toEqual(absent)
    expect(await database().selectFrom('identityTry').select('id').execute()).toEqual([])
  })

  test('of many wrong birth dates at one moment as many are compared as may be', async () => {
    const [office, manager] = [await aWire(), await aWire('centreManager')]
    for (const { find } of [office, manager]) await find()
    const days = ['01', '02', '03'].map((day) => `1988-04-${day}`)
    const verdicts = await Promise.all(
      [office, manager].flatMap(({ send, change }) => days.map((day) => send(change(day)))),
    )
    const codes = verdicts.map((verdict) => verdict.status === 'rejected' && verdict.code)
    expect(codes.filter((code) => code === 'candidate.notProven')).toHaveLength(3)
    expect(codes.filter((code) => code === 'candidate.triedTooOften')).toHaveLength(3)
  })

  test('sent again, a wrong one is answered as before and counts once', async () => {
    const { change, send, find } = await aWire()
    await find()
    const wrong = change('1988-03-15')
    const [first, second] = [await send(wrong), await send(wrong)]
    expect(first).toMatchObject({ status: 'rejected', code: 'candidate.notProven' })
    expect(second).toEqual(first)
    expect(await database().selectFrom('identityTry').select('id').execute()).toHaveLength(1)
  })

  test('the address that he has already brings him to the centre, and nobody is told of anything', async () => {
    const { change, send, find } = await aWire()
    await find()
    const same = { ...change('1988-03-14'), patch: { email: 'elise.vb@exemple.be' } }
    expect(await send(same)).toMatchObject({ status: 'accepted', version: 0 })
    expect(await database().selectFrom('mail').select('id').execute()).toEqual([])
    const scopes = await database().selectFrom('scope').select('until').where('candidateId', '=', id).execute()
    expect(scopes).toEqual([{ until: null }, { until: null }])
  })
})

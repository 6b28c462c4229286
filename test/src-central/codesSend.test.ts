import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCandidate, newId, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { mailsOf } from '../helpers/mail.ts'
import { openWire } from '../helpers/wire.ts'

let central: TestCentral
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central)
})
afterEach(stopCentrals)

const aWire = (username?: string) =>
  openWire(central, { entityId: id, kind: 'codes.send', patch: {}, base: {} }, username)
const mailed = async () => (await mailsOf(central, id)).map(({ kind, to }) => `${kind} ${to}`)

describe('codes that a centre asks for', () => {
  test.each([
    ['an administrator', 'marie.lambert', 'accepted'],
    ['the manager', 'sofie.claes', 'accepted'],
    ['a controller', 'koen.desmet', 'call.forbidden'],
  ])('%s: %s is answered %s', async (_who, username, answer) => {
    const { change, send } = await aWire(username)
    const [verdict] = await send(change())
    expect(verdict?.status === 'rejected' ? verdict.code : verdict?.status).toBe(answer)
    expect(await mailed()).toEqual(answer === 'accepted' ? ['codesAgain elise.vb@exemple.be'] : [])
  })

  test('delivered twice, even at the same moment, are one mail, under the id of the act', async () => {
    const { change, send } = await aWire()
    const one = change()
    await Promise.all([send(one), send(one)])
    await send(one)
    expect((await mailsOf(central, id)).map((mail) => mail.id)).toEqual([one.id])
  })

  test('of somebody who left the scope go nowhere', async () => {
    const { change, send } = await aWire()
    await central.central.db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    expect(await send(change())).toMatchObject([{ status: 'rejected', code: 'candidate.unknown' }])
    expect(await mailed()).toEqual([])
  })

  test('go nowhere while what was to go before is not known here, or was another desk’s', async () => {
    const [mine, other] = [await aWire(), await aWire('sofie.claes')]
    const edit = other.change({ kind: 'candidate.edit', patch: { email: 'a@exemple.be' }, base: { email: 0 } })
    expect(await other.send(edit)).toMatchObject([{ status: 'accepted' }])
    for (const dependsOn of [[newId()], [edit.id]]) {
      expect(await mine.send(mine.change({ dependsOn }))).toMatchObject([
        { status: 'rejected', code: 'codes.addressOpen' },
      ])
    }
    expect(await mailed()).not.toContain('codesAgain a@exemple.be')
    expect(await other.send(other.change({ dependsOn: [edit.id] }))).toMatchObject([{ status: 'accepted' }])
    expect(await mailed()).toContain('codesAgain a@exemple.be')
  })

  test('change nothing of the record, and an address of their own is not taken', async () => {
    const { change, send } = await aWire()
    expect(await send(change({ patch: { email: 'somebody@exemple.be' } }))).toMatchObject([
      { status: 'rejected', code: 'input.invalid' },
    ])
    await send(change())
    expect(await central.record(id)).toMatchObject({ email: 'elise.vb@exemple.be', version: 0 })
    expect(await mailed()).toEqual(['codesAgain elise.vb@exemple.be'])
  })
})

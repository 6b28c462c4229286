import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decodeJwt } from 'jose'
import { awaitFor, releaseDue } from '../../src-central/jobs/release.ts'
import { askCentre } from '../../src-central/corrections/ask.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aCandidate,
  anotherCentre,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { lettersTo, sendAll } from '../helpers/mail.ts'

let central: TestCentral
let desk: TestDesk
let id: string
beforeEach(async () => {
  central = await startCentral()
  id = await aCandidate(central, { lastName: 'Van den Broek' })
  desk = await openDesk(central)
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const right = { lastName: 'Van den Broeck' }
const ask = (patch: Record<string, string> = right, reason = 'ma carte d’identité le dit') =>
  askCentre(central.central, id, { kind: 'data', patch, before: { lastName: 'Van den Broek' }, reason })
const sent = (on = desk) => until(async () => (await on.call('sync:now', {})).waiting === 0)
async function list(on = desk) {
  await on.call('sync:now', {})
  return on.call('correction:list', {})
}
async function decide(
  decision: { status: 'accepted' | 'refused'; answer?: string | null },
  {
    on = desk,
    seen = { lastName: 'Van den Broek' },
  }: { readonly on?: TestDesk; readonly seen?: Record<string, string> } = {},
) {
  const [row] = await list(on)
  const changeId = newId()
  const id = row?.correction.id ?? ''
  await on.call('correction:decide', { changeId, id, decision: { answer: null, ...decision }, proof: { seen } })
  return changeId
}
const verdict = async (changeId: string, on = desk) => {
  const { rows } = await on.call('change:list', { only: 'all', offset: 0, limit: 20 })
  const answer = rows.find((row) => row.id === changeId)?.verdict
  return answer?.status === 'rejected' ? answer.code : answer?.status
}
const letters = async () => {
  await sendAll(central)
  return (await lettersTo(central, id)).map(({ kind, text }) => ({ kind, text }))
}

describe('a correction that a candidate asks for', () => {
  test('rule 5: is before his centre, accepted there without a line, and the record is right', async () => {
    await ask()
    expect(await list()).toMatchObject([
      { correction: { patch: right, status: 'asked', reason: 'ma carte d’identité le dit' }, candidate: { id } },
    ])
    expect(await desk.call('today:read', {})).toMatchObject({ corrections: 1 })
    await central.kill()
    const changeId = await decide({ status: 'accepted' })
    expect(await list()).toMatchObject([{ correction: { status: 'accepted' }, waiting: true }])
    await central.restart()
    await sent()
    expect(await verdict(changeId)).toBe('accepted')
    expect((await central.record(id)).lastName).toBe('Van den Broeck')
    await until(async () => (await desk.call('candidate:read', { id })).candidate.lastName === 'Van den Broeck')
    const [letter] = await letters()
    expect(letter?.kind).toBe('correctionAccepted')
    expect(letter?.text).toContain('La correction que vous aviez demandée dans MyCertassur est faite.')
    const { history } = { history: await desk.call('history:read', { candidateId: id, sessionId: null }) }
    expect(history.some(({ kind, fields }) => kind === 'correction.decide' && fields.includes('lastName'))).toBe(true)
  })

  test('rule 5: accepted after the attestation was released, it is made anew, and both numbers are kept', async () => {
    const { db, newId: centralId } = central.central
    const { centreId } = central
    const now = new Date().toISOString()
    const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10)
    const sessionId = await aSession(central, { date: yesterday })
    const registrationId = await aRegistration(central, sessionId, id)
    const result = { id: centralId(), centreId, registrationId, sessionId, candidateId: id, exam: 'M1' }
    await db
      .insertInto('result')
      .values({ ...result, outcome: 'passed', at: now })
      .execute()
    await awaitFor(central.central)
    expect(await releaseDue(central.central)).toBe(1)
    await ask()
    await decide({ status: 'accepted' })
    await sent()
    const { attestations } = await desk.call('attestation:forCandidate', { candidateId: id })
    const byState = Object.fromEntries(attestations.map(({ state, attestation }) => [state, attestation]))
    expect(Object.keys(byState).toSorted()).toEqual(['ready', 'replaced'])
    expect(byState['replaced']?.replacedBy).toBe(byState['ready']?.number)
    expect(decodeJwt(byState['ready']?.jws ?? '')).toMatchObject(right)
    expect((await letters())[0]?.text).toContain('est remplacée')
  })

  test('is refused with a reason, which he reads in his mail', async () => {
    await ask()
    await expect(decide({ status: 'refused', answer: ' ' })).rejects.toThrow('input.invalid')
    await decide({ status: 'refused', answer: 'la carte dit Broek' })
    await sent()
    expect((await central.record(id)).lastName).toBe('Van den Broek')
    const [letter] = await letters()
    expect(letter?.text).toContain('Votre centre vous écrit : la carte dit Broek')
  })

  test('asked twice is one question, the last words of it', async () => {
    await ask({ lastName: 'Van den Broecke' })
    await ask()
    expect(await list()).toMatchObject([{ correction: { patch: right, version: 2 } }])
    await decide({ status: 'accepted' })
    await sent()
    await ask({ birthDate: '1988-03-15' })
    expect((await list()).map(({ correction }) => correction.status)).toEqual(['asked', 'accepted'])
  })

  test('two desks answer: the first one counts, the other is told', async () => {
    await ask()
    const other = await openDesk(central, { username: 'sofie.claes' })
    await list(other)
    const first = await decide({ status: 'accepted' })
    await sent()
    await central.kill()
    const second = await decide({ status: 'refused', answer: 'non' }, { on: other })
    await central.restart()
    await sent(other)
    expect([await verdict(first), await verdict(second, other)]).toEqual(['accepted', 'correction.decided'])
    expect((await list(other)).map(({ correction }) => correction.status)).toEqual(['accepted'])
  })

  test('of a record that was changed otherwise meanwhile is decided again', async () => {
    await ask()
    await list()
    const other = await openDesk(central, { username: 'sofie.claes' })
    await other.edit(id, { lastName: 'Vandenbroeck' })
    await sent(other)
    const late = await decide({ status: 'accepted' })
    await sent()
    expect(await verdict(late)).toBe('correction.changed')
    expect(await list()).toMatchObject([{ correction: { status: 'asked' }, candidate: { lastName: 'Vandenbroeck' } }])
    const again = await decide({ status: 'accepted' }, { seen: { lastName: 'Vandenbroeck' } })
    await sent()
    expect([await verdict(again), (await central.record(id)).lastName]).toEqual(['accepted', 'Van den Broeck'])
  })

  test('of a record that was merged meanwhile is of the one that remains', async () => {
    await ask()
    await list()
    const stays = await aCandidate(central, { lastName: 'Van den Broek', email: 'autre@exemple.be' })
    const actorName = 'claire dubois'
    const at = new Date().toISOString()
    await central.central.db
      .transaction()
      .execute((db) => mergeRecords(db, { id: newId(), from: id, into: stays, why: 'request', actorName, at }))
    expect(await list()).toMatchObject([{ candidate: { id: stays }, correction: { status: 'asked' } }])
    const changeId = await decide({ status: 'accepted' })
    await sent()
    expect([await verdict(changeId), (await central.record(stays)).lastName]).toEqual(['accepted', 'Van den Broeck'])
  })

  test('reaches the centre also when his record had left its desks', async () => {
    await central.central.db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    await aRegistration(central, await aSession(central), id)
    await ask()
    await until(async () => (await list())[0]?.candidate?.id === id)
    await decide({ status: 'accepted' })
    await sent()
    expect((await central.record(id)).lastName).toBe('Van den Broeck')
  })

  test('is nobody’s to answer but his centre’s, and no controller’s', async () => {
    await ask()
    await list()
    const other = await anotherCentre(central)
    await central.central.db.updateTable('correction').set({ centreId: other.centreId }).execute()
    const changeId = await decide({ status: 'accepted' })
    await sent()
    expect([await verdict(changeId), (await central.record(id)).lastName]).toEqual([
      'correction.unknown',
      'Van den Broek',
    ])
    const koen = await openDesk(central, { username: 'koen.desmet' })
    await expect(list(koen)).rejects.toThrow('call.forbidden')
  })
})

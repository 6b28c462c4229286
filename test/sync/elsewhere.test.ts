import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CandidateValues } from '../../shared/candidate.ts'
import type { IdentityProof } from '../../shared/identityProof.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aCandidate,
  anotherCentre,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { mailsOf } from '../helpers/mail.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const somebody: CandidateValues = {
  lastName: 'Vandekerckhove',
  firstName: 'Élise',
  language: 'nl',
  email: 'ancienne@exemple.be',
  birthDate: '1988-03-14',
  phone: '0471 22 33 44',
}
const told = { lastName: 'Vandekerckhove', firstName: 'Élise' }
const lookUp = (desk: TestDesk, { lastName, firstName, phone }: CandidateValues = somebody) =>
  desk.call('candidate:lookUp', { person: { lastName, firstName, phone, birthDate: null, email: null } })
const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:now', {})).waiting === 0)

async function replaceEmail(desk: TestDesk, id: string, email: string, proof: Partial<IdentityProof> = {}) {
  const changeId = newId()
  const seen = { identitySeen: true as const, ...told, birthDate: '1988-03-14', reason: 'nouvel employeur, carte vue' }
  await desk.call('candidate:replaceEmail', { changeId, id, email, proof: { ...seen, ...proof } })
  return changeId
}
async function register(desk: TestDesk, sessionId: string, candidateId: string) {
  const [changeId, id] = [newId(), newId()]
  const values = { sessionId, candidateId, exams: ['M1'], language: 'nl' as const, pc: null, overrideReason: null }
  await desk.call('registration:create', { changeId, id, values, person: told })
  return { changeId, id }
}
const asked = async (desk: TestDesk, changeId: string) => {
  const [one] = await desk.call('candidate:asked', { changeIds: [changeId] })
  if (!one) throw new Error('nothing was asked')
  return one
}
const answerOf = async (desk: TestDesk, changeId: string) => {
  const { status, verdict } = await asked(desk, changeId)
  return verdict?.status === 'rejected' ? verdict.code : status
}
const record = (desk: TestDesk, id: string) => desk.ask('candidate:read', { id })
/** Who is told of an address, by which mail. */
const mailed = async (person: string) => (await mailsOf(central, person)).map(({ kind, to }) => ({ kind, to }))

/** Somebody of another centre, whose desk is open as well. */
async function known() {
  const elsewhere = await anotherCentre(central)
  const id = await aCandidate(elsewhere, somebody)
  return { id, his: await openDesk(elsewhere, { username: 'jef.wouters' }), desk: await openDesk(central) }
}

describe('the record of somebody whom another centre has', () => {
  test('opens with his registration: asked of Certassur, by his name until his record has come', async () => {
    const { id, desk, his } = await known()
    const session = await aSession(central)
    await desk.call('sync:now', {})
    await lookUp(desk)
    await central.kill()
    const { changeId, id: registration } = await register(desk, session, id)
    expect(await asked(desk, changeId)).toMatchObject({ status: 'pending', candidateId: id, here: false })
    const shown = async () => (await desk.call('session:read', { id: session })).registrations
    expect(await shown()).toMatchObject([{ ...told, birthDate: null, status: 'waiting' }])
    expect((await desk.call('checkIn:list', { sessionId: session })).rows).toMatchObject([told])
    const [line] = (await desk.call('change:list', { only: 'waiting', offset: 0, limit: 5 })).rows
    expect(line).toMatchObject({ subject: 'VANDEKERCKHOVE Élise', candidateId: null })
    // Nothing else is known of him here, and nothing is made up.
    expect(await record(desk, id)).toMatchObject({ ok: false, error: { code: 'candidate.unknown' } })
    expect((await desk.call('candidate:search', { text: '', offset: 0, limit: 5 })).all).toBe(0)

    await central.restart()
    await sent(desk)
    await desk.call('sync:now', {})
    expect(await asked(desk, changeId)).toMatchObject({ status: 'accepted', here: true })
    expect(await shown()).toMatchObject([
      { birthDate: '1988-03-14', status: 'registered', registration: { id: registration, candidateId: id } },
    ])
    expect(await record(desk, id)).toMatchObject({ ok: true, value: { candidate: { ...somebody, id } } })
    await his.call('sync:now', {})
    expect(await his.call('candidate:sessions', { id })).toEqual([])
  })

  test('stays closed for a desk that did not look for him, and for one that did long ago', async () => {
    const { id, desk } = await known()
    const other = await openDesk(central)
    const session = await aSession(central)
    for (const one of [desk, other]) await one.call('sync:now', {})
    await lookUp(other)
    const unseen = await register(desk, session, id)
    await sent(desk)
    expect(await answerOf(desk, unseen.changeId)).toBe('candidate.unknown')
    expect(
      await answerOf(
        desk,
        await replaceEmail(desk, id, 'neuve@exemple.be').then(async (change) => (await sent(desk), change)),
      ),
    ).toBe('candidate.unknown')
    const long = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString()
    await central.central.db.updateTable('lookup').set({ at: long }).execute()
    const late = await register(other, session, id)
    await sent(other)
    expect(await answerOf(other, late.changeId)).toBe('candidate.unknown')
    // Refused, he still has his name in the list, and leaves it when the refusal was read.
    const refused = async () => (await other.call('session:read', { id: session })).registrations
    expect(await refused()).toMatchObject([{ ...told, status: 'refused' }])
    await other.call('change:close', { id: late.changeId })
    expect(await refused()).toEqual([])
    expect((await central.central.db.selectFrom('scope').selectAll().execute()).length).toBe(1)
  })

  test('asked for by two desks at once opens on both, in the one place that he has', async () => {
    const { id, desk } = await known()
    const colleague = await openDesk(central)
    const session = await aSession(central)
    for (const one of [desk, colleague]) {
      await one.call('sync:now', {})
      await lookUp(one)
    }
    await central.kill()
    const asking = [
      { on: desk, act: await register(desk, session, id) },
      { on: colleague, act: await register(colleague, session, id) },
    ]
    await central.restart()
    for (const { on } of asking) await sent(on)
    await colleague.call('sync:now', {})
    // Whoever central hears first.
    const answers = await Promise.all(asking.map(({ on, act }) => answerOf(on, act.changeId)))
    expect(answers.toSorted()).toEqual(['accepted', 'registration.twice'])
    const [first, second] = answers[0] === 'accepted' ? asking : asking.toReversed()
    if (!first || !second) throw new Error('two asked')
    expect(await asked(second.on, second.act.changeId)).toMatchObject({ here: true })
    const places = (await colleague.call('checkIn:list', { sessionId: session })).rows
    expect(places.map(({ registration, lastName }) => [registration.id, lastName])).toEqual([
      [first.act.id, 'Vandekerckhove'],
    ])
  })

  test('cannot be asked for without a name to show', async () => {
    const { id, desk } = await known()
    const session = await aSession(central)
    await desk.call('sync:now', {})
    await lookUp(desk)
    const values = { sessionId: session, candidateId: id, exams: ['M1'], language: 'nl' as const, pc: null }
    const reply = await desk.ask('registration:create', {
      changeId: newId(),
      id: newId(),
      values: { ...values, overrideReason: null },
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'candidate.unknown' } })
  })
})

describe('another address for somebody whom another centre has', () => {
  test('is his when identity and whole birth date are proven; the old address and the other centre are told', async () => {
    const { id, desk, his } = await known()
    const colleague = await openDesk(central)
    await lookUp(desk)
    const changeId = await replaceEmail(desk, id, 'neuve@exemple.be')
    await sent(desk)
    for (const one of [desk, colleague, his]) await one.call('sync:now', {})
    expect(await asked(desk, changeId)).toMatchObject({
      status: 'accepted',
      here: true,
      patch: { email: 'neuve@exemple.be' },
    })
    for (const one of [desk, colleague, his]) {
      expect(await record(one, id)).toMatchObject({
        ok: true,
        value: { candidate: { ...somebody, email: 'neuve@exemple.be', fieldVersions: { email: 1 }, version: 1 } },
      })
    }
    expect(await mailed(id)).toEqual([
      { kind: 'emailNew', to: 'neuve@exemple.be' },
      { kind: 'emailOld', to: 'ancienne@exemple.be' },
    ])
    const historyOn = (one: TestDesk) => one.call('history:read', { candidateId: id, sessionId: null })
    expect(await historyOn(his)).toMatchObject([
      { kind: 'candidate.replaceEmail', fields: ['email'], actorName: 'Centre Meuse-Sambre', deskName: '' },
    ])
    expect(await historyOn(colleague)).toMatchObject([{ kind: 'candidate.replaceEmail', actorName: 'marie lambert' }])
    const toTheOld = (await mailsOf(central, id)).filter(({ kind }) => kind === 'emailOld')
    expect(JSON.stringify([await historyOn(his), toTheOld])).not.toContain('neuve')
  })

  test('is not his with another birth date, and after three wrong ones not with the right one either', async () => {
    const { id, desk } = await known()
    const colleague = await openDesk(central)
    for (const one of [desk, colleague]) await lookUp(one)
    const attempt = async (one: TestDesk, birthDate: string) => {
      const change = await replaceEmail(one, id, 'neuve@exemple.be', { birthDate })
      await sent(one)
      return answerOf(one, change)
    }
    expect(await attempt(desk, '1988-03-15')).toBe('candidate.notProven')
    expect(await attempt(colleague, '1988-03-16')).toBe('candidate.notProven')
    expect(await attempt(desk, '1988-03-17')).toBe('candidate.notProven')
    for (const birthDate of ['1988-03-14', '1988-03-18']) {
      expect(await attempt(colleague, birthDate)).toBe('candidate.triedTooOften')
    }
    expect((await central.record(id)).email).toBe('ancienne@exemple.be')
    expect(await record(desk, id)).toMatchObject({ ok: false })
    expect(await mailed(id)).toEqual([])
    const tries = await central.central.db.selectFrom('identityTry').select(['candidateId', 'centreId']).execute()
    expect(tries).toEqual(Array.from({ length: 3 }, () => ({ candidateId: id, centreId: central.centreId })))
    // A month later it may be tried anew.
    await central.central.db
      .updateTable('identityTry')
      .set({ at: new Date(Date.now() - 31 * 24 * 3_600_000).toISOString() })
      .execute()
    expect(await attempt(desk, '1988-03-14')).toBe('accepted')
  })

  test('cannot be found out through records that are made to be linked', async () => {
    const { id, desk } = await known()
    const made = newId()
    const values = { ...somebody, email: 'neuve@exemple.be', birthDate: '1988-03-19' }
    await desk.call('candidate:create', { changeId: newId(), id: made, values })
    await sent(desk)
    await desk.call('sync:now', {})
    const take = async (birthDate: string) => {
      await desk.edit(made, { birthDate })
      const decision = { decision: 'same' as const, with: id, takeEmail: true, reason: null }
      const changeId = newId()
      await desk.call('hold:resolve', { changeId, id: made, decision })
      await sent(desk)
      await desk.call('sync:now', {})
      const { rows } = await desk.call('change:list', { only: 'all', offset: 0, limit: 50 })
      const verdict = rows.find((row) => row.id === changeId)?.verdict
      return verdict?.status === 'rejected' ? verdict.code : verdict?.status
    }
    for (const day of ['20', '21', '22']) expect(await take(`1988-03-${day}`)).toBe('candidate.emailGuarded')
    expect(await take('1988-03-14')).toBe('candidate.triedTooOften')
  })

  test('taken over with a link is told like one that was replaced', async () => {
    const { id, desk, his } = await known()
    const made = newId()
    await desk.call('candidate:create', {
      changeId: newId(),
      id: made,
      values: { ...somebody, email: 'neuve@exemple.be' },
    })
    await sent(desk)
    await desk.call('sync:now', {})
    const decision = { decision: 'same' as const, with: id, takeEmail: true, reason: null }
    await desk.call('hold:resolve', { changeId: newId(), id: made, decision })
    await sent(desk)
    await his.call('sync:now', {})
    expect(await record(his, id)).toMatchObject({ value: { candidate: { email: 'neuve@exemple.be' } } })
    expect(await mailed(id)).toEqual(
      expect.arrayContaining([
        { kind: 'emailNew', to: 'neuve@exemple.be' },
        { kind: 'emailOld', to: 'ancienne@exemple.be' },
      ]),
    )
    expect(await his.call('history:read', { candidateId: id, sessionId: null })).toMatchObject([
      { kind: 'candidate.replaceEmail', actorName: 'Centre Meuse-Sambre' },
    ])
  })

  test('of somebody whose whole birth date Certassur does not have is not replaced here', async () => {
    const { id, desk } = await known()
    await central.central.db.updateTable('candidate').set({ birthDate: '1988' }).where('id', '=', id).execute()
    await lookUp(desk)
    const changeId = await replaceEmail(desk, id, 'neuve@exemple.be')
    await sent(desk)
    expect(await answerOf(desk, changeId)).toBe('candidate.notProven')
  })

  test('asked by two desks: of two equal ones both stand, of two different ones a person chooses', async () => {
    const { id, desk } = await known()
    const [equal, different] = [await openDesk(central), await openDesk(central)]
    for (const one of [desk, equal, different]) await lookUp(one)
    await central.kill()
    const changes = [
      [desk, await replaceEmail(desk, id, 'neuve@exemple.be')],
      [equal, await replaceEmail(equal, id, 'neuve@exemple.be')],
      [different, await replaceEmail(different, id, 'autre@exemple.be')],
    ] as const
    await central.restart()
    for (const [one] of changes) await sent(one)
    const answers = await Promise.all(changes.map(([one, change]) => answerOf(one, change)))
    expect(answers).toEqual(['accepted', 'accepted', 'conflict'])
    expect((await central.record(id)).email).toBe('neuve@exemple.be')
    await different.call('sync:now', {})
    const { candidate, status } = await different.call('candidate:read', { id })
    expect([candidate.email, status]).toEqual(['neuve@exemple.be', 'conflict'])
    expect((await mailed(id)).filter(({ kind }) => kind === 'emailOld')).toHaveLength(1)
  })

  test('of somebody who has become another one meanwhile is that one’s, and so is the record that comes', async () => {
    const { id, desk } = await known()
    const stays = await aCandidate({ ...central, centreId: (await centreOf(id)) ?? '' }, { ...somebody, phone: null })
    await lookUp(desk)
    const merge = { id: newId(), from: id, into: stays, why: 'request' as const, actorName: 'Certassur' }
    await central.central.db.transaction().execute((db) => mergeRecords(db, { ...merge, at: new Date().toISOString() }))
    const changeId = await replaceEmail(desk, id, 'neuve@exemple.be')
    const session = await aSession(central)
    await sent(desk)
    await desk.call('sync:now', {})
    expect(await asked(desk, changeId)).toMatchObject({ status: 'accepted', candidateId: stays, here: true })
    const opened = await desk.call('candidate:read', { id })
    expect(opened.candidate).toMatchObject({ id: stays, email: 'neuve@exemple.be' })
    const { changeId: registered } = await register(desk, session, id)
    await sent(desk)
    expect(await asked(desk, registered)).toMatchObject({ status: 'accepted', candidateId: stays })
  })

  test('refused can be sent again with its proof', async () => {
    const { id, desk } = await known()
    const changeId = await replaceEmail(desk, id, 'neuve@exemple.be')
    await sent(desk)
    expect(await answerOf(desk, changeId)).toBe('candidate.unknown')
    const [line] = (await desk.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
    expect(line).toMatchObject({
      subject: 'VANDEKERCKHOVE Élise',
      patch: { email: 'neuve@exemple.be', birthDate: '1988-03-14', reason: 'nouvel employeur, carte vue' },
    })
    await lookUp(desk)
    const again = newId()
    await desk.call('change:retry', { id: changeId, changeId: again })
    await sent(desk)
    expect(await answerOf(desk, again)).toBe('accepted')
  })
})

const centreOf = async (id: string) =>
  (await central.central.db.selectFrom('scope').select('centreId').where('candidateId', '=', id).executeTakeFirst())
    ?.centreId

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeRequest } from '../../src-central/duplicates/requests.ts'
import {
  addUser,
  aMergeRequest,
  confirm,
  fieldsOf,
  merge,
  mergesOf,
  requestPath,
  requestRow,
  signedIn,
  twoRecords,
  startOffice,
} from '../helpers/backOffice.ts'
import { type Browser } from '../helpers/browser.ts'
import { aRegistration, aSession, newId, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { lettersTo, sendAll } from '../helpers/mail.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

let central: TestCentral
let claire: Browser
beforeEach(async () => {
  ;({ central, claire } = await startOffice())
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const database = () => central.central.db
const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:now', {})).waiting === 0)

describe('a request, from the centre to Certassur and back', () => {
  test('rule 10: merged with the other login and the newer address: one record on both desks, all exams, both addresses told', async () => {
    const [newer, older] = (await twoRecords(central)).toReversed() as [string, string]
    const [morning, afternoon] = [
      await aSession(central),
      await aSession(central, { startTime: '14:00', endTime: '16:00' }),
    ]
    const [one, other] = [await openDesk(central), await openDesk(central)]
    const twice = [await aRegistration(central, morning, older), await aRegistration(central, morning, newer, ['M3'])]
    const alone = await aRegistration(central, afternoon, newer)
    const result = newId()
    await database()
      .insertInto('result')
      .values({
        id: result,
        centreId: central.centreId,
        registrationId: alone,
        sessionId: afternoon,
        candidateId: newer,
        exam: 'M1',
        outcome: 'passed',
        at: new Date().toISOString(),
      })
      .execute()
    for (const desk of [one, other]) await desk.call('sync:now', {})
    // Of the two marks the first that reaches central stands.
    const first = await one.mark(twice[0] ?? '', 'present')
    await sent(one)
    const marks = [first, await other.mark(twice[1] ?? '', 'late')]
    await sent(other)
    const request = newId()
    await one.call('merge:request', { changeId: newId(), id: request, a: newer, b: older, reason: 'pièce vue' })
    await sent(one)

    const list = await claire.open('/back-office/requests')
    expect(list.text).toContain('Vandenbroeck Élise et Van den Broeck Élise')
    const compared = await claire.open(requestPath(request))
    for (const said of ['pièce vue', 'identique, écrit autrement', 'Même personne', '14/03/1988', 'M3 + M1'])
      expect(compared.text).toContain(said)
    await claire.send(`${requestPath(request)}/take`, { from: '' })
    await other.call('sync:now', {})
    const [asked] = await other.call('merge:list', {})
    expect(asked?.request.status).toBe('inTreatment')

    const asks = await confirm(claire, request, { stays: older, email: newer })
    const logins = await Promise.all([older, newer].map(async (id) => (await central.record(id)).login))
    for (const said of [...logins, 'elise.ancienne@exemple.be, elise.nouvelle@exemple.be', 'Dans 1 session'])
      expect(asks.text).toContain(said)
    const done = await claire.send(`${requestPath(request)}/merge`, fieldsOf(asks))
    expect(done.path).toBe(requestPath(request))
    for (const said of ['Ce qui a été fait', ...logins, 'elise.nouvelle@exemple.be mail à envoyer', '2 inscriptions'])
      expect(done.text).toContain(said)

    for (const desk of [one, other]) {
      await desk.call('sync:now', {})
      const read = await desk.call('candidate:read', { id: newer })
      expect(read.candidate).toMatchObject({ id: older, login: logins[0], email: 'elise.nouvelle@exemple.be' })
      const sessions = await desk.call('candidate:sessions', { id: older })
      const exams = new Map(sessions.map(({ session, registration }) => [session.id, registration.exams.toSorted()]))
      expect(exams).toEqual(
        new Map([
          [morning, ['M1', 'M3']],
          [afternoon, ['M1']],
        ]),
      )
      const atTheDoor = await desk.call('checkIn:list', { sessionId: morning })
      expect(atTheDoor.rows.map(({ mark, others }) => [mark, others.map(({ mark }) => mark)])).toEqual([
        ['present', ['late']],
      ])
      const [{ request: row } = { request: null }] = await desk.call('merge:list', {})
      expect(row).toMatchObject({ id: request, status: 'done', survivor: older })
    }
    const told = await database().selectFrom('mail').selectAll().where('kind', '=', 'merged').orderBy('to').execute()
    expect(told.map(({ candidateId, to, data, status }) => ({ candidateId, to, data, status }))).toEqual(
      ['elise.ancienne@exemple.be', 'elise.nouvelle@exemple.be'].map((to) => ({
        candidateId: older,
        to,
        data: { login: logins[0] },
        status: 'waiting',
      })),
    )
    await sendAll(central)
    for (const letter of (await lettersTo(central, older)).filter(({ kind }) => kind === 'merged')) {
      expect(letter.text).toContain(logins[0])
      expect(letter.text).not.toContain(logins[1])
    }
    expect(await mergesOf(central)).toMatchObject([
      {
        from: newer,
        into: older,
        why: 'request',
        actorName: 'claire dubois',
        moved: {
          registration: expect.arrayContaining([alone, twice[1]]),
          result: [result],
          email: [newer],
          collapsed: [{ from: twice[1], into: twice[0] }],
        },
        prior: {
          gone: { id: newer, email: 'elise.nouvelle@exemple.be', lastName: 'Vandenbroeck' },
          stays: { id: older, email: 'elise.ancienne@exemple.be' },
          rows: {
            registration: expect.arrayContaining([
              expect.objectContaining({ id: twice[1], candidateId: newer, status: 'registered', mergedInto: null }),
              expect.objectContaining({ id: twice[0], candidateId: older, exams: ['M1'] }),
              expect.objectContaining({ id: alone, candidateId: newer }),
            ]),
            checkIn: expect.arrayContaining(
              marks.map((id, at) => expect.objectContaining({ id, registrationId: twice[at], stands: true })),
            ),
            result: [{ id: result, candidateId: newer, registrationId: alone, version: 1 }],
          },
        },
      },
    ])
    const acts = await database().selectFrom('backOfficeAct').select('act').orderBy('at').orderBy('id').execute()
    expect(acts.map(({ act }) => act)).toEqual(['taken', 'merged'])
  })

  test('refused: the reason reaches the desk, and both records stay as they were', async () => {
    const [a, b] = await twoRecords(central)
    const desk = await openDesk(central)
    const request = newId()
    await desk.call('merge:request', { changeId: newId(), id: request, a, b, reason: 'même nom' })
    await sent(desk)
    await claire.open(requestPath(request))
    const empty = await claire.send(`${requestPath(request)}/refuse`, { reason: ' \r\n ' })
    expect([empty.status, empty.text.includes('Indiquez le motif du refus.')]).toEqual([422, true])
    const long = await claire.send(`${requestPath(request)}/refuse`, { reason: 'x'.repeat(301) })
    expect([long.status, long.markup.includes('x'.repeat(301))]).toEqual([422, true])
    const refused = await claire.send(`${requestPath(request)}/refuse`, {
      reason: 'deux personnes,\r\nnées à Gand et à Mons',
    })
    expect(refused.text).toContain('deux personnes, nées à Gand et à Mons')
    await desk.call('sync:now', {})
    const [row] = await desk.call('merge:list', {})
    expect(row?.request).toMatchObject({ status: 'refused', answer: 'deux personnes, nées à Gand et à Mons' })
    expect((await central.record(a)).version).toBe(0)
    expect(await mergesOf(central)).toEqual([])
  })

  test('a request that is being treated can no longer be withdrawn by the centre', async () => {
    const [a, b] = await twoRecords(central)
    const desk = await openDesk(central)
    const request = newId()
    await desk.call('merge:request', { changeId: newId(), id: request, a, b, reason: 'même nom' })
    await sent(desk)
    await central.kill()
    await desk.call('merge:withdraw', { changeId: newId(), id: request })
    const user = await addUser(central, 'bram.maes')
    expect(await takeRequest(central.central, { requestId: request, user }, null)).toBe('treated')
    await central.restart()
    await sent(desk)
    const [refused] = (await desk.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
    expect(refused?.verdict).toMatchObject({ status: 'rejected', code: 'merge.tooLate' })
  })
})

describe('at the same time', () => {
  test('pressed twice, "merge" merges once and shows what was done both times', async () => {
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    const fields = fieldsOf(await confirm(claire, request, { stays: a, email: b }))
    const shown = await Promise.all([1, 2].map(() => claire.send(`${requestPath(request)}/merge`, fields)))
    for (const { status, text } of shown) expect([status, text.includes('Ce qui a été fait')]).toEqual([200, true])
    expect(await mergesOf(central)).toHaveLength(1)
    expect(await database().selectFrom('mail').select('id').where('kind', '=', 'merged').execute()).toHaveLength(2)
  })

  test('two colleagues decide at once: one decision stands, the other one is told so', async () => {
    await addUser(central, 'bram.maes')
    const bram = await signedIn(central, 'bram.maes')
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    const fields = fieldsOf(await confirm(claire, request, { stays: a, email: a }))
    await bram.open(requestPath(request))
    const [merged, refused] = await Promise.all([
      claire.send(`${requestPath(request)}/merge`, fields),
      bram.send(`${requestPath(request)}/refuse`, { reason: 'deux personnes' }),
    ])
    expect(new Set([merged.status, refused.status])).toEqual(new Set([200, 409]))
    const late = merged.status === 409 ? merged : refused
    expect(late.text).toContain('Cette demande a été traitée entre-temps.')
    const { status, answer } = await requestRow(central, request)
    expect([status, answer, (await mergesOf(central)).length]).toEqual(
      merged.status === 200 ? ['done', null, 1] : ['refused', 'deux personnes', 0],
    )
  })

  test('two requests of two centres for one pair, merged at once: one merge, and both requests are done', async () => {
    await addUser(central, 'bram.maes')
    const bram = await signedIn(central, 'bram.maes')
    const [a, b] = await twoRecords(central)
    const elsewhere = newId()
    await database()
      .insertInto('centre')
      .values({ id: elsewhere, code: 'ANR', name: 'Examencentrum Schelde' })
      .execute()
    const requests = [
      await aMergeRequest(central, [a, b]),
      await aMergeRequest(central, [b, a], { centreId: elsewhere }),
    ] as const
    const fields = [
      fieldsOf(await confirm(claire, requests[0], { stays: a, email: b })),
      fieldsOf(await confirm(bram, requests[1], { stays: b, email: b })),
    ] as const
    const shown = await Promise.all([
      claire.send(`${requestPath(requests[0])}/merge`, fields[0]),
      bram.send(`${requestPath(requests[1])}/merge`, fields[1]),
    ])
    expect(new Set(shown.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const [log, ...more] = await mergesOf(central)
    expect(more).toEqual([])
    for (const id of requests)
      expect(await requestRow(central, id)).toMatchObject({ status: 'done', survivor: log?.into })
  })

  test('what a colleague has in hand is his until it is taken over, and a second one is not taken over by accident', async () => {
    await addUser(central, 'bram.maes')
    const bram = await signedIn(central, 'bram.maes')
    const [a, b] = await twoRecords(central)
    const request = await aMergeRequest(central, [a, b])
    await bram.open(requestPath(request))
    await claire.open(requestPath(request))
    await claire.send(`${requestPath(request)}/take`, { from: '' })
    const late = await bram.send(`${requestPath(request)}/take`, { from: '' })
    expect([late.status, late.text.includes('Un collègue a pris cette demande en main')]).toEqual([409, true])
    expect(late.text).not.toContain('Refuser la demande')
    expect((await confirm(bram, request, { stays: a, email: a })).status).toBe(409)
    expect((await bram.send(`${requestPath(request)}/refuse`, { reason: 'non' })).status).toBe(409)
    const { treatedBy } = await requestRow(central, request)
    const taken = await bram.send(`${requestPath(request)}/take`, { from: treatedBy ?? '' })
    expect(taken.text).toContain('Vous avez cette demande en main.')
    expect((await merge(bram, request, a)).text).toContain('Ce qui a été fait')
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CandidateValues } from '../../shared/candidate.ts'
import type { NotThese } from '../../shared/calls/duplicate.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import {
  aCandidate,
  aSession,
  newId,
  password,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { readMeta } from '../../src-main/cache/meta.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { pullAll } from '../../src-main/sync/pull.ts'
import { closeDesks, openDesk, pushOnly, type TestDesk, until } from '../helpers/desk.ts'

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
  language: 'fr',
  email: 'elise.vdk@exemple.be',
  birthDate: '1988-03-14',
  phone: '0471 22 33 44',
}
const create = async (desk: TestDesk, values: Partial<CandidateValues> = {}, notThese: NotThese = []) => {
  const id = newId()
  await desk.call('candidate:create', { changeId: newId(), id, values: { ...somebody, ...values }, notThese })
  return id
}
const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:now', {})).waiting === 0)
const status = async (desk: TestDesk, id: string) => (await desk.call('candidate:read', { id })).status
const same = (desk: TestDesk, id: string, other: string, takeEmail = false) =>
  desk.call('hold:resolve', {
    changeId: newId(),
    id,
    decision: { decision: 'same', with: other, takeEmail, reason: null },
  })

describe('a new record', () => {
  test('of somebody whom nobody knows gets his login', async () => {
    const desk = await openDesk(central)
    const id = await create(desk)
    await sent(desk)
    const { candidate } = await desk.call('candidate:read', { id })
    expect(candidate).toMatchObject({ ...somebody, version: 1 })
    expect(candidate.login).toMatch(/^VE\d{8}$/)
    expect(await desk.call('hold:list', {})).toEqual([])
  })

  test('of somebody whom Certassur knows elsewhere is held, with the least of him, and stays usable', async () => {
    const known = await aCandidate(central, { ...somebody, lastName: 'Van de Kerckhove' }, { inScope: false })
    const desk = await openDesk(central)
    const id = await create(desk)
    await sent(desk)
    expect(await status(desk, id)).toBe('held')
    const [held] = await desk.call('hold:list', {})
    expect(held?.matches).toEqual([
      {
        here: null,
        match: {
          id: known,
          inScope: false,
          lastName: 'Van de Kerckhove',
          firstName: 'Élise',
          language: 'fr',
          birthYear: '1988',
          maskedEmail: 'e•••@e•••.be',
          likeness: 'certain',
          reasons: expect.arrayContaining([{ field: 'birthDate', code: 'same' }]),
        },
      },
    ])
    const session = await aSession(central)
    await desk.call('sync:now', {})
    const registration = await desk.register(session, id)
    await desk.mark(registration, 'present')
    await sent(desk)
    const list = await desk.call('checkIn:list', { sessionId: session })
    expect(list.rows.map(({ mark, lastName }) => [mark, lastName])).toEqual([['present', 'Vandekerckhove']])
  })

  test('is not held for whom the office declared to be another person, with a reason, until one of them changes', async () => {
    const twin = await aCandidate(central, { ...somebody, firstName: 'Élisa', email: null, phone: null })
    const desk = await openDesk(central)
    const id = await create(desk, {}, [{ changeId: newId(), id: newId(), candidateId: twin, reason: 'sa jumelle' }])
    await sent(desk)
    expect(await status(desk, id)).toBe('registered')
    const stands = () => central.central.db.selectFrom('distinction').select('stands').execute()
    expect(await stands()).toEqual([{ stands: true }])
    await desk.edit(twin, { email: 'elisa@exemple.be' })
    await sent(desk)
    expect(await stands()).toEqual([{ stands: false }])
  })

  test('without birth date or address is taken; one born tomorrow is refused field by field', async () => {
    const desk = await openDesk(central)
    const id = await create(desk, { birthDate: null, email: null, phone: null })
    await sent(desk)
    expect((await desk.call('candidate:read', { id })).missing).toEqual(['email', 'birthDate'])
    const values = { ...somebody, birthDate: '2999-01-01' }
    const refused = await desk.ask('candidate:create', { changeId: newId(), id: newId(), values })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'input.invalid', fields: [{ field: 'values.birthDate', code: 'date.notInPast' }] },
    })
  })
})

describe('whom a held record is of', () => {
  test('somebody unknown lets himself be created at the door without a line: record, registration and mark outlive the merge', async () => {
    const known = await aCandidate(central, somebody, { inScope: false })
    const session = await aSession(central)
    await openDesk(central)
    const controller = await central.central.db
      .selectFrom('operator')
      .select('id')
      .where('username', '=', 'koen.desmet')
      .executeTakeFirstOrThrow()
    await central.central.db
      .updateTable('session')
      .set({ controllers: JSON.stringify([controller.id]) })
      .execute()
    const door = await openDesk(central, { username: 'koen.desmet' })
    const office = await openDesk(central)
    await central.kill()
    const id = newId()
    const walkIn = {
      changeId: newId(),
      registrationId: newId(),
      markChangeId: newId(),
      markId: newId(),
      values: {
        sessionId: session,
        candidateId: id,
        exams: ['M1'],
        language: 'fr' as const,
        pc: null,
        overrideReason: null,
      },
      identity: 'matches' as const,
      newcomer: { changeId: newId(), values: { ...somebody, email: null, phone: null } },
    }
    await door.call('checkIn:walkIn', walkIn)
    await door.call('checkIn:walkIn', walkIn)
    await central.restart()
    await sent(door)
    await office.call('sync:now', {})
    expect(await status(office, id)).toBe('held')
    await same(office, id, known)
    await sent(office)
    for (const desk of [door, office]) {
      await desk.call('sync:now', {})
      const list = await desk.call('checkIn:list', { sessionId: session })
      expect(list.rows.map(({ registration, mark }) => [registration.candidateId, registration.status, mark])).toEqual([
        [known, 'requested', 'present'],
      ])
    }
    expect((await office.call('candidate:read', { id })).candidate).toMatchObject({ id: known, email: somebody.email })
  })

  test('two desks create one person without a line: one record in the end, and every act of both is kept', async () => {
    const [morning, afternoon] = [
      await aSession(central),
      await aSession(central, { startTime: '14:00', endTime: '16:00' }),
    ]
    const [one, other] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    const first = await create(one)
    const second = await create(other, { lastName: 'Vandekerkhove', email: null })
    const both = await Promise.all(
      [[one, first] as const, [other, second] as const].map(async ([desk, id]) => {
        const registration = await desk.register(morning, id, { exams: desk === one ? ['M1'] : ['M3'] })
        await desk.mark(registration, desk === one ? 'present' : 'late')
        return registration
      }),
    )
    await other.register(afternoon, second, { exams: ['M2'] })
    // Locked, it says nothing by itself before the first desk has.
    await other.call('operator:lock', {})
    await central.restart()
    await sent(one)
    await other.call('operator:signIn', { username: 'marie.lambert', password })
    await sent(other)
    expect(await status(other, second)).toBe('held')
    await other.call('sync:now', {})
    expect(await other.call('hold:read', { id: second })).toMatchObject({
      matches: [{ here: { id: first } }],
      sessionsTwice: 1,
    })
    await same(other, second, first)
    await sent(other)
    for (const desk of [one, other]) {
      await desk.call('sync:now', {})
      const read = await desk.call('candidate:read', { id: second })
      expect(read.candidate).toMatchObject({ id: first, lastName: 'Vandekerckhove' })
      expect(read.candidate.login).toMatch(/^VE/)
      const list = await desk.call('checkIn:list', { sessionId: morning })
      expect(list.rows).toHaveLength(1)
      expect(list.rows[0]).toMatchObject({
        mark: 'present',
        registration: { id: both[0], candidateId: first, exams: ['M1', 'M3'] },
      })
      expect(list.rows[0]?.others.map(({ mark, stands }) => [mark, stands])).toEqual([['late', false]])
      const sessions = await desk.call('candidate:sessions', { id: first })
      expect(sessions.map(({ session }) => session.id).toSorted()).toEqual([afternoon, morning].toSorted())
      expect(await desk.call('hold:list', {})).toEqual([])
    }
    const marks = await central.central.db
      .selectFrom('checkIn')
      .select(['mark', 'registrationId', 'candidateId'])
      .execute()
    expect(
      new Set(marks.map(({ mark, registrationId, candidateId }) => [mark, registrationId, candidateId].join())),
    ).toEqual(new Set([`present,${both[0]},${first}`, `late,${both[0]},${first}`]))
    const log = await central.central.db.selectFrom('merge').selectAll().execute()
    expect(log).toMatchObject([
      {
        from: second,
        into: first,
        why: 'hold',
        prior: { gone: { lastName: 'Vandekerkhove' } },
        moved: { collapsed: [{}] },
      },
    ])
  })

  test('somebody whom the centre had lost from sight is in it again', async () => {
    const known = await aCandidate(central, somebody)
    const desk = await openDesk(central)
    await central.central.db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    await desk.call('sync:now', {})
    expect(await desk.ask('candidate:read', { id: known })).toMatchObject({ ok: false })
    const id = await create(desk)
    await sent(desk)
    await desk.call('sync:now', {})
    await same(desk, id, known)
    await sent(desk)
    await desk.call('sync:now', {})
    expect((await desk.call('candidate:read', { id: known })).candidate).toMatchObject({ id: known })
  })

  test('two desks that create one person at the same moment: one of the two is held', async () => {
    const desks = [await openDesk(central), await openDesk(central)] as const
    for (const { desk } of desks) await desk.opened()?.sync.stop()
    const people = [
      ['Hallemans', 'Ignace', '1961-02-27'],
      ['Rosseel', 'Fatoumata', '1974-11-05'],
      ['Dekeyzer', 'Wout', '1989-06-18'],
      ['Quintelier', 'Zohra', '1996-09-30'],
      ['Ioannou', 'Kyriakos', '2002-04-12'],
    ] as const
    for (const [lastName, firstName, birthDate] of people) {
      for (const desk of desks) await create(desk, { lastName, firstName, birthDate, email: null, phone: null })
    }
    const pushed = await Promise.all(desks.map((desk) => pushOnly(central, desk)))
    expect(pushed.map(({ ok }) => ok)).toEqual([true, true])
    const held = await central.central.db.selectFrom('hold').select('id').execute()
    expect(held).toHaveLength(people.length)
  })

  test('two unsent creations on one desk: the second is held for the first', async () => {
    const desk = await openDesk(central)
    await central.kill()
    const first = await create(desk)
    const second = await create(desk, { firstName: 'Elise' })
    await central.restart()
    await sent(desk)
    await desk.call('sync:now', {})
    expect([await status(desk, first), await status(desk, second)]).toEqual(['registered', 'held'])
    await same(desk, second, first)
    await sent(desk)
    await desk.call('sync:now', {})
    expect((await desk.call('candidate:search', { text: '', offset: 0, limit: 50 })).rows.map(({ id }) => id)).toEqual([
      first,
    ])
  })

  test('the address typed here replaces the registered one, of a stranger only when the whole birth date is right', async () => {
    const known = await aCandidate(central, { ...somebody, email: 'ancienne@exemple.be' }, { inScope: false })
    const desk = await openDesk(central)
    const id = await create(desk)
    await sent(desk)
    await desk.call('sync:now', {})
    await same(desk, id, known, true)
    await sent(desk)
    await desk.call('sync:now', {})
    const { candidate } = await desk.call('candidate:read', { id })
    expect(candidate).toMatchObject({ id: known, email: somebody.email })
    const other = await aCandidate(
      central,
      { ...somebody, lastName: 'Wouters', birthDate: '1990-01-01', phone: '0499 11 22 33' },
      { inScope: false },
    )
    const unsure = await create(desk, { lastName: 'Wouters', birthDate: '1990-01-07', phone: '0499 11 22 33' })
    await sent(desk)
    await desk.call('sync:now', {})
    expect(await status(desk, unsure)).toBe('held')
    await same(desk, unsure, other, true)
    await sent(desk)
    const [refused] = (await desk.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
    expect(refused?.verdict).toMatchObject({ status: 'rejected', code: 'candidate.emailGuarded' })
  })

  test('somebody else after all: he gets a login of his own, and is not asked about again', async () => {
    const known = await aCandidate(central, { ...somebody, firstName: 'Elise' })
    const desk = await openDesk(central)
    const id = await create(desk, { email: null })
    await sent(desk)
    await desk.call('sync:now', {})
    const decision = { decision: 'different' as const, with: null, takeEmail: false, reason: 'cousine, pièce vue' }
    await desk.call('hold:resolve', { changeId: newId(), id, decision })
    await sent(desk)
    await desk.call('sync:now', {})
    const { candidate, status: reached } = await desk.call('candidate:read', { id })
    expect([reached, candidate.login]).toEqual(['registered', expect.stringMatching(/^VE/)])
    await until(async () => {
      const { compared, records } = await desk.call('pair:list', { offset: 0, limit: 10 })
      return compared === records && records === 2
    })
    expect((await desk.call('pair:list', { offset: 0, limit: 10 })).pairs).toEqual([])
    expect(known).not.toBe(id)
  })
})

describe('after a merge', () => {
  test('an edit of the old record that waited is one of the other, where both held the same, and else a question', async () => {
    const known = await aCandidate(central, { ...somebody, phone: '0471 22 33 44' })
    const [one, other] = [await openDesk(central), await openDesk(central)]
    const id = await create(one, { email: 'autre@exemple.be' })
    await sent(one)
    await other.call('sync:now', {})
    await one.call('sync:now', {})
    const wait = (await other.call('sync:read', {})).waiting
    expect(wait).toBe(0)
    await same(one, id, known)
    await sent(one)
    // Noted against the old record after the other desk decided, before this one heard of it.
    await central.kill()
    await other.edit(id, { phone: '0499 99 99 99', email: 'neuve@exemple.be' })
    await central.restart()
    await sent(other)
    await other.call('sync:now', {})
    const record = await other.call('candidate:read', { id })
    expect(record.candidate).toMatchObject({ id: known, phone: '0499 99 99 99', email: somebody.email })
    expect(await central.record(known)).toMatchObject({ phone: '0499 99 99 99', email: somebody.email })
    const [conflict] = (await other.call('change:list', { only: 'toReview', offset: 0, limit: 5 })).rows
    expect(conflict).toMatchObject({
      entityId: known,
      verdict: { status: 'conflict', conflicts: { email: { value: somebody.email } } },
    })
  })

  test('a mark, a registration and an edit on the old record that waited reach the one that stays', async () => {
    const known = await aCandidate(central, { ...somebody })
    const [first, second] = [await aSession(central), await aSession(central, { startTime: '14:00', endTime: '16:00' })]
    const [one, other] = [await openDesk(central), await openDesk(central)]
    const id = await create(one)
    await sent(one)
    const place = await one.register(first, id)
    await sent(one)
    await other.call('sync:now', {})
    await same(one, id, known)
    await sent(one)
    await central.kill()
    await other.mark(place, 'present')
    const added = await other.register(second, id)
    await other.mark(added, 'late')
    await central.restart()
    await sent(other)
    await other.call('sync:now', {})
    await one.call('sync:now', {})
    for (const desk of [one, other]) {
      const sessions = await desk.call('candidate:sessions', { id: known })
      expect(sessions.map(({ session, mark }) => [session.id, mark])).toEqual(
        expect.arrayContaining([
          [first, 'present'],
          [second, 'late'],
        ]),
      )
      expect(
        (await desk.call('checkIn:list', { sessionId: first })).rows.map(
          ({ registration }) => registration.candidateId,
        ),
      ).toEqual([known])
    }
  })

  test('what waits here is about the other record from the page on that tells of the merge, before anything is sent', async () => {
    const known = await aCandidate(central, { ...somebody })
    const session = await aSession(central)
    const [one, other] = [await openDesk(central), await openDesk(central)]
    const id = await create(one, { email: 'autre@exemple.be' })
    await sent(one)
    const twice = [await one.register(session, id), await one.register(session, known)]
    await sent(one)
    await other.call('sync:now', {})
    const open = other.desk.opened()
    if (!open) throw new Error('locked')
    await open.sync.stop()
    await same(one, id, known)
    await sent(one)
    await other.edit(id, { phone: '0499 99 99 99', email: 'neuve@exemple.be' })
    await other.mark(twice[0] ?? '', 'present')
    await other.call('registration:cancel', { changeId: newId(), id: twice[0] ?? '', reason: 'inscrit deux fois' })
    const token = readMeta(open.db, 'deskToken') ?? ''
    const pulled = await pullAll(
      open.db,
      openHttp(central.address),
      token,
      () => new Date(),
      () => undefined,
    )
    expect(pulled.ok).toBe(true)
    const { rows } = await other.call('change:list', { only: 'waiting', offset: 0, limit: 10 })
    expect(rows.map(({ kind, entityId, candidateId }) => [kind, entityId, candidateId])).toEqual([
      ['candidate.edit', known, known],
      ['checkIn.record', expect.any(String), known],
      ['registration.cancel', twice[0], null],
    ])
    const { candidate, formerly } = await other.call('candidate:read', { id })
    expect(candidate).toMatchObject({ id: known, phone: '0499 99 99 99', email: 'neuve@exemple.be' })
    expect(formerly).toEqual([id])
    const list = await other.call('checkIn:list', { sessionId: session })
    expect(list.rows.map(({ registration, mark }) => [registration.id, mark])).toEqual([[twice[1], 'present']])
    const late = await other.edit(id, { firstName: 'Elise' })
    expect(late.candidate).toMatchObject({ id: known, firstName: 'Elise' })
    expect((await pushOnly(central, other)).ok).toBe(true)
    expect(await central.record(known)).toMatchObject({
      phone: '0499 99 99 99',
      email: somebody.email,
      firstName: 'Élise',
    })
    const places = await central.central.db
      .selectFrom('registration')
      .select(['id', 'status', 'candidateId'])
      .where('sessionId', '=', session)
      .orderBy('id')
      .execute()
    expect(places).toEqual([
      { id: twice[0], status: 'cancelled', candidateId: known },
      { id: twice[1], status: 'registered', candidateId: known },
    ])
    const marks = await central.central.db.selectFrom('checkIn').select(['registrationId', 'mark', 'stands']).execute()
    expect(marks).toEqual([{ registrationId: twice[1], mark: 'present', stands: true }])
  })

  test('a chain ends at the last record at once, and nobody is merged with himself, with his heir, or in a circle', async () => {
    const desk = await openDesk(central)
    const [a, b, c] = [await aCandidate(central), await aCandidate(central), await aCandidate(central)] as const
    await desk.call('sync:now', {})
    const merge = (from: string, into: string) =>
      central.central.db.transaction().execute((db) =>
        mergeRecords(db, {
          id: newId(),
          from,
          into,
          why: 'request',
          actorName: 'Certassur',
          at: new Date().toISOString(),
        }),
      )
    expect(await merge(a, b)).toBe(true)
    expect(await merge(b, c)).toBe(true)
    expect([await merge(a, c), await merge(c, a), await merge(c, b), await merge(c, c)]).toEqual([
      false,
      false,
      false,
      false,
    ])
    await desk.call('sync:now', {})
    for (const id of [a, b, c]) expect((await desk.call('candidate:read', { id })).candidate.id).toBe(c)
    const rows = await central.central.db.selectFrom('candidate').select(['id', 'mergedInto']).execute()
    expect(new Map(rows.map((row) => [row.id, row.mergedInto]))).toEqual(
      new Map([
        [a, c],
        [b, c],
        [c, null],
      ]),
    )
    const fresh = await openDesk(central)
    expect((await fresh.call('candidate:read', { id: a })).candidate.id).toBe(c)
  })

  test('two desks that ask for one merge at the same moment make one request of it', async () => {
    const desks = [await openDesk(central), await openDesk(central)] as const
    for (const { desk } of desks) await desk.opened()?.sync.stop()
    const pairs = 5
    for (let i = 0; i < pairs; i += 1) {
      const [a, b] = [await aCandidate(central), await aCandidate(central)] as const
      for (const [at, desk] of desks.entries()) {
        await desk.desk.opened()?.sync.now()
        const asked = at === 0 ? { a, b } : { a: b, b: a }
        await desk.call('merge:request', { changeId: newId(), id: newId(), ...asked, reason: 'même personne' })
      }
    }
    const pushed = await Promise.all(desks.map((desk) => pushOnly(central, desk)))
    expect(pushed.map(({ ok }) => ok)).toEqual([true, true])
    expect(await central.central.db.selectFrom('mergeRequest').select('id').execute()).toHaveLength(pairs)
  })

  test('a request is made once for a pair, says how it stands, and is withdrawn while nobody treats it', async () => {
    const [a, b] = [await aCandidate(central), await aCandidate(central)] as const
    const [one, other] = [await openDesk(central), await openDesk(central)]
    const request = (desk: TestDesk) =>
      desk.call('merge:request', { changeId: newId(), id: newId(), a, b, reason: 'même personne, pièce vue' })
    await central.kill()
    await request(one)
    await request(one)
    await request(other)
    await central.restart()
    await sent(one)
    await sent(other)
    await other.call('sync:now', {})
    const [asked, ...more] = await other.call('merge:list', {})
    expect(more).toEqual([])
    expect(asked).toMatchObject({ request: { status: 'asked', a, b }, a: { id: a }, b: { id: b }, waiting: false })
    await other.call('merge:withdraw', { changeId: newId(), id: asked?.request.id ?? '' })
    await sent(other)
    await one.call('sync:now', {})
    expect((await one.call('merge:list', {})).map(({ request: { status: reached } }) => reached)).toEqual(['withdrawn'])
    const himself = await one.ask('merge:request', { changeId: newId(), id: newId(), a, b: a, reason: 'x' })
    expect(himself).toMatchObject({ ok: false, error: { code: 'merge.impossible' } })
  })
})

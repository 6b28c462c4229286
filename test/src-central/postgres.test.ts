import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apiSchema, changes } from '../../shared/api.ts'
import type { Desk } from '../../src-central/desks/authenticate.ts'
import { releaseDue } from '../../src-central/jobs/release.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import { receive } from '../../src-central/sync/push.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { until } from '../helpers/desk.ts'

// What only several connections at once can show; the embedded PostgreSQL has one.
let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(stopCentrals)

const database = () => central.central.db

async function feed(cursor: string) {
  const text = await feedPage(central.central, central.centreId, cursor, 100)
  const lines = text
    .trim()
    .split('\n')
    .map((line) => changes.line.parse(JSON.parse(line)))
  const end = lines.at(-1)
  return {
    ids: lines.flatMap((line) => (line.kind === 'candidate' ? [line.row.id] : [])),
    to: end?.kind === 'end' ? end.to : '',
  }
}

/** So many sessions of this database wait for somebody else's lock. */
async function waiting(count: number): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(database())
    return rows[0]?.n === count
  })
}

/** A desk of the centre with its administrator's grant, and changes as he sends them. */
async function aDesk(name: string) {
  const { id: operatorId } = await database()
    .selectFrom('operator')
    .select('id')
    .where('username', '=', 'marie.lambert')
    .executeTakeFirstOrThrow()
  const now = central.central.now().toISOString()
  const [id, grant] = [newId(), newId()]
  await database()
    .insertInto('desk')
    .values({
      id,
      centreId: central.centreId,
      name,
      platform: 'test',
      tokenHash: name,
      unlockSecret: '',
      pairedAt: now,
      revokedAt: null,
    })
    .execute()
  await database()
    .insertInto('grant')
    .values({ id: grant, deskId: id, operatorId, roles: '["administrator"]', issuedAt: now, expiresAt: now })
    .execute()
  const desk: Desk = await database().selectFrom('desk').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const change = (more: object) => ({
    id: newId(),
    deskId: id,
    deskSeq: 1,
    actor: operatorId,
    grant,
    actedAt: now,
    clockOffset: 0,
    schema: apiSchema,
    base: {},
    ...more,
  })
  return { change, send: (one: { readonly id: string }) => receive(central.central, desk, one, now) }
}

describe('the feed', () => {
  test('never jumps over a transaction that began first and commits last', async () => {
    const { to } = await feed('')
    const late = await database().startTransaction().execute()
    const inTransaction = { ...central, central: { ...central.central, db: late } }
    const first = await aCandidate(inTransaction)
    const second = await aCandidate(central)
    const meanwhile = await feed(to)
    expect(meanwhile.ids).toEqual([])
    await late.commit().execute()
    expect((await feed(meanwhile.to)).ids).toEqual([first, second])
  })

  test('a transaction that is taken back leaves nothing behind and holds nobody up', async () => {
    const { to } = await feed('')
    const late = await database().startTransaction().execute()
    await aCandidate({ ...central, central: { ...central.central, db: late } })
    const second = await aCandidate(central)
    await late.rollback().execute()
    expect((await feed(to)).ids).toEqual([second])
  })

  test('an edit that commits while the person enters the scope reaches the new centre', async () => {
    const id = await aCandidate(central)
    await database().updateTable('scope').set({ until: new Date().toISOString() }).execute()
    const { to } = await feed('')
    const edit = await database().startTransaction().execute()
    await edit.updateTable('candidate').set({ phone: '0471 00 00 07' }).where('id', '=', id).execute()
    const entering = database().updateTable('scope').set({ until: null }).where('candidateId', '=', id).execute()
    await waiting(1)
    await edit.commit().execute()
    await entering
    const text = await feedPage(central.central, central.centreId, to, 100)
    expect(text).toContain('0471 00 00 07')
  })
})

describe('at the same moment', () => {
  test('two deliveries of one change are applied once and get the same verdict', async () => {
    const id = await aCandidate(central)
    const { change, send } = await aDesk('NAM-91')
    const one = change({ kind: 'candidate.edit', entityId: id, patch: { firstName: 'Elise' } })
    const held = await database().startTransaction().execute()
    await held.selectFrom('candidate').select('id').where('id', '=', id).forUpdate().execute()
    const deliveries = Promise.all([send(one), send(one)])
    await waiting(2)
    await held.commit().execute()
    const [first, second] = await deliveries
    expect(first).toMatchObject({ status: 'accepted', version: 1 })
    expect(second).toEqual(first)
    expect((await central.record(id)).version).toBe(1)
  })

  test('two desks take the last seat: one has it, the other one is to be confirmed', async () => {
    const sessionId = await aSession(central, { seats: 1 })
    const people = [await aCandidate(central), await aCandidate(central)]
    const desks = [await aDesk('NAM-91'), await aDesk('NAM-92')]
    const held = await database().startTransaction().execute()
    await held.selectFrom('session').select('id').where('id', '=', sessionId).forUpdate().execute()
    const takers = desks.map((desk, at) => {
      const candidateId = people[at]
      const patch = { sessionId, candidateId, exams: ['M1'], language: 'fr', pc: null, overrideReason: null }
      return desk.send(desk.change({ kind: 'registration.create', entityId: newId(), patch }))
    })
    await waiting(2)
    await held.commit().execute()
    const verdicts = await Promise.all(takers)
    expect(verdicts.map((verdict) => verdict.status)).toEqual(['accepted', 'accepted'])
    const seats = await database().selectFrom('registration').select('seat').orderBy('seat').execute()
    expect(seats.map(({ seat }) => seat)).toEqual(['taken', 'toConfirm'])
  })

  test('one person is registered by two desks: he has one registration', async () => {
    const sessionId = await aSession(central)
    const candidateId = await aCandidate(central)
    const desks = [await aDesk('NAM-91'), await aDesk('NAM-92')]
    const held = await database().startTransaction().execute()
    await held.selectFrom('session').select('id').where('id', '=', sessionId).forUpdate().execute()
    const patch = { sessionId, candidateId, exams: ['M1'], language: 'fr', pc: null, overrideReason: null }
    const takers = desks.map((desk) =>
      desk.send(desk.change({ kind: 'registration.create', entityId: newId(), patch })),
    )
    await waiting(2)
    await held.commit().execute()
    const verdicts = await Promise.all(takers)
    expect(verdicts.map(({ status }) => status).toSorted()).toEqual(['accepted', 'rejected'])
    expect(await database().selectFrom('registration').select('id').execute()).toHaveLength(1)
  })

  test('two centrals on one database release each attestation once', async () => {
    const sessionId = await aSession(central)
    const { centreId } = central
    for (let count = 0; count < 12; count += 1) {
      const candidateId = await aCandidate(central)
      const registrationId = await aRegistration(central, sessionId, candidateId)
      const past = '2020-01-01T00:00:00.000Z'
      await database()
        .insertInto('attestation')
        .values({
          id: newId(),
          centreId,
          candidateId,
          registrationId,
          sessionId,
          exam: 'M1',
          number: null,
          status: 'awaited',
          expectedFrom: past,
          lateAfter: past,
        })
        .execute()
    }
    const released = await Promise.all([releaseDue(central.central), releaseDue(central.central)])
    expect(released.toSorted((a, b) => a - b)).toEqual([0, 12])
    const rows = await database().selectFrom('attestation').select(['version', 'number']).execute()
    expect(rows.every(({ version }) => version === 2)).toBe(true)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(12)
  })
})

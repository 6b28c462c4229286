import { compactVerify, importJWK } from 'jose'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changes } from '../../shared/api.ts'
import { successDataSchema } from '../../shared/attestation.ts'
import { addDays } from '../../shared/time.ts'
import { awaitFor, heldBack, reissue, releaseDue } from '../../src-central/jobs/release.ts'
import { nightly, startJobs } from '../../src-central/jobs/schedule.ts'
import { moveScope } from '../../src-central/jobs/scope.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
})
afterEach(stopCentrals)

const at = (instant: string) => central.setClock(() => new Date(instant))
const day = '2026-03-02'
// The session ends at 11:00 in Belgium, in winter: 10:00 UTC.
const end = '2026-03-02T10:00:00.000Z'

const attestations = () => central.central.db.selectFrom('attestation').selectAll().orderBy('id').execute()
async function saidBy(jws: string | null) {
  const key = await importJWK(central.central.publicKey, 'EdDSA')
  const { payload, protectedHeader } = await compactVerify(jws ?? '', key)
  expect(protectedHeader.alg).toBe('EdDSA')
  return successDataSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
}

/** What Certassur says of an exam that somebody sat in that session. */
async function aResult(sessionId: string, candidateId: string, outcome: 'passed' | 'notPassed' = 'passed') {
  const registrationId = await aRegistration(central, sessionId, candidateId)
  const { centreId } = central
  await central.central.db
    .insertInto('result')
    .values({ id: newId(), centreId, registrationId, sessionId, candidateId, exam: 'M1', outcome, at: end })
    .execute()
}

/** A candidate who passed the exam of that day, as far as his attestation is awaited. */
async function passed(): Promise<string> {
  const id = await aCandidate(central)
  await aResult(await aSession(central, { date: day }), id)
  at(end)
  await awaitFor(central.central)
  return id
}

describe('the success attestation', () => {
  test('rule 6: is awaited for a passed exam only, about half a day after the end of the session', async () => {
    const sessionId = await aSession(central, { date: day })
    await aResult(sessionId, await aCandidate(central))
    await aResult(sessionId, await aCandidate(central), 'notPassed')
    at(end)
    expect(await awaitFor(central.central)).toBe(1)
    expect(await awaitFor(central.central)).toBe(0)
    const [one] = await attestations()
    expect(one).toMatchObject({
      status: 'awaited',
      number: null,
      jws: null,
      expectedFrom: new Date('2026-03-02T22:00:00.000Z'),
      lateAfter: new Date('2026-03-03T22:00:00.000Z'),
    })
  })

  test("a centre's own delays count", async () => {
    await central.central.db
      .updateTable('centre')
      .set({ settings: JSON.stringify({ releaseDelayHours: 1 }) })
      .execute()
    await passed()
    const [one] = await attestations()
    expect(one?.expectedFrom.toISOString()).toBe('2026-03-02T11:00:00.000Z')
    expect(one?.lateAfter.toISOString()).toBe('2026-03-03T11:00:00.000Z')
  })

  test('is released when its time has come and not before, numbered and signed with what the record says then', async () => {
    const id = await passed()
    at('2026-03-02T21:59:59.000Z')
    expect(await releaseDue(central.central)).toBe(0)
    await central.central.db.updateTable('candidate').set({ lastName: 'Van den Broek' }).where('id', '=', id).execute()
    at('2026-03-02T22:00:00.000Z')
    expect(await releaseDue(central.central)).toBe(1)
    expect(await releaseDue(central.central)).toBe(0)
    const [one] = await attestations()
    expect(one).toMatchObject({ status: 'released', version: 2, releasedAt: new Date('2026-03-02T22:00:00.000Z') })
    expect(one?.number).toMatch(/^A-2026-\d{6}$/)
    expect(await saidBy(one?.jws ?? null)).toEqual({
      number: one?.number,
      lastName: 'Van den Broek',
      firstName: 'Élise',
      birthDate: '1988-03-14',
      language: 'fr',
      exam: { code: 'M1', title: { fr: 'Module M1', nl: 'Module M1' } },
      date: day,
      centre: 'Centre Meuse-Sambre',
      location: 'Namur',
      releasedAt: '2026-03-02T22:00:00.000Z',
    })
  })

  test('more than one batch is released, each with a number of its own', async () => {
    const sessionId = await aSession(central, { date: day, seats: 200 })
    for (let count = 0; count < 105; count += 1) await aResult(sessionId, await aCandidate(central))
    at('2026-03-03T00:00:00.000Z')
    await awaitFor(central.central)
    expect(await releaseDue(central.central)).toBe(105)
    expect(new Set((await attestations()).map((one) => one.number)).size).toBe(105)
  })

  test('what Certassur holds back by hand stays awaited and becomes late', async () => {
    await passed()
    const [one] = await attestations()
    const { db } = central.central
    await db
      .insertInto('meta')
      .values({ key: heldBack, value: JSON.stringify([one?.id]) })
      .execute()
    at('2026-03-05T00:00:00.000Z')
    expect(await releaseDue(central.central)).toBe(0)
    await db.updateTable('meta').set({ value: '[]' }).where('key', '=', heldBack).execute()
    expect(await releaseDue(central.central)).toBe(1)
  })

  test('of a record that perhaps belongs to somebody else waits until the centre has said whom it is of', async () => {
    const id = await passed()
    const { db } = central.central
    const { centreId } = central
    await db.insertInto('hold').values({ id, centreId, matches: '[]', heldAt: end }).execute()
    at('2026-03-05T00:00:00.000Z')
    expect(await releaseDue(central.central)).toBe(0)
    await db.updateTable('hold').set({ decision: 'different' }).where('id', '=', id).execute()
    expect(await releaseDue(central.central)).toBe(1)
  })

  test('rule 5: a correction acted before the release and heard of after it replaces the attestation', async () => {
    const id = await passed()
    at('2026-03-02T22:00:00.000Z')
    await releaseDue(central.central)
    at('2026-03-03T08:00:00.000Z')
    const { db } = central.central
    await db.updateTable('candidate').set({ firstName: 'Élisa' }).where('id', '=', id).execute()
    expect(await reissue(central.central, db, id, '2026-03-02T15:00:00.000Z')).toBe(1)
    expect(await reissue(central.central, db, id, '2026-03-02T15:00:00.000Z')).toBe(0)
    const [first, second, ...more] = await attestations()
    expect(more).toEqual([])
    expect(first).toMatchObject({ status: 'replaced', replacedBy: second?.number, version: 3 })
    expect(second).toMatchObject({ status: 'released', exam: 'M1', registrationId: first?.registrationId })
    expect((await saidBy(first?.jws ?? null)).firstName).toBe('Élise')
    expect((await saidBy(second?.jws ?? null)).firstName).toBe('Élisa')
    at('2026-03-04T08:00:00.000Z')
    expect(await awaitFor(central.central)).toBe(0)
  })

  test('rule 5: a correction acted after the release, or of something that is not on it, replaces nothing', async () => {
    const id = await passed()
    at('2026-03-02T22:00:00.000Z')
    await releaseDue(central.central)
    const { db } = central.central
    await db.updateTable('candidate').set({ phone: '0471 00 00 00' }).where('id', '=', id).execute()
    expect(await reissue(central.central, db, id, '2026-03-02T15:00:00.000Z')).toBe(0)
    await db.updateTable('candidate').set({ firstName: 'Élisa' }).where('id', '=', id).execute()
    expect(await reissue(central.central, db, id, '2026-03-02T22:30:00.000Z')).toBe(0)
    expect((await attestations()).map((one) => one.status)).toEqual(['released'])
  })
})

describe('the window of a centre', () => {
  const now = '2026-11-22T04:00:00.000Z'
  const today = '2026-11-22'
  const known = (candidateId: string) =>
    central.central.db
      .selectFrom('scope')
      .select('until')
      .where('candidateId', '=', candidateId)
      .executeTakeFirstOrThrow()
      .then(({ until }) => until === null)
  /** Somebody whom the centre has known for so many days. */
  async function since(days: number): Promise<string> {
    const id = await aCandidate(central)
    await central.central.db
      .updateTable('scope')
      .set({ since: new Date(new Date(now).getTime() - days * 86_400_000).toISOString() })
      .where('candidateId', '=', id)
      .execute()
    return id
  }
  beforeEach(() => at(now))

  test('people leave it whom the centre knows from longer ago and has not seen since', async () => {
    const [recent, old, seen, coming, forgotten] = [
      await since(399),
      await since(401),
      await since(900),
      await since(900),
      await since(900),
    ]
    await aRegistration(central, await aSession(central, { date: addDays(today, -399) }), seen)
    await aRegistration(central, await aSession(central, { date: addDays(today, 30) }), coming)
    await aRegistration(central, await aSession(central, { date: addDays(today, -401) }), forgotten)
    await moveScope(central.central)
    const all = [recent, old, seen, coming, forgotten]
    expect(await Promise.all(all.map(known))).toEqual([true, false, true, true, false])
  })

  test("a centre's own window counts, and the record of somebody of the staff never leaves", async () => {
    const [own, other] = [await since(60), await since(60)]
    const { db } = central.central
    await db.updateTable('centre').set({ settings: '{"windowDays":50}' }).execute()
    await db.updateTable('operator').set({ candidateId: own }).where('username', '=', 'koen.desmet').execute()
    await moveScope(central.central)
    expect([await known(own), await known(other)]).toEqual([true, false])
  })

  test('the desks are told, once, that the person and the rows of an old session are gone', async () => {
    const person = await since(900)
    const session = await aSession(central, { date: addDays(today, -401) })
    const kept = await aSession(central, { date: addDays(today, -400) })
    await aResult(session, person)
    await awaitFor(central.central)
    const lines = async (cursor: string) => {
      const text = await feedPage(central.central, central.centreId, cursor, 100)
      return text
        .trim()
        .split('\n')
        .map((line) => changes.line.parse(JSON.parse(line)))
    }
    const before = (await lines('')).at(-1)
    const cursor = before?.kind === 'end' ? before.to : ''
    await moveScope(central.central)
    const gone = (await lines(cursor)).flatMap((line) => (line.kind === 'tombstone' ? [line] : []))
    expect(gone.map((line) => line.entity).toSorted()).toEqual([
      'attestation',
      'candidate',
      'registration',
      'result',
      'session',
    ])
    expect(gone.map((line) => line.id)).toEqual(expect.arrayContaining([person, session]))
    expect(gone.map((line) => line.id)).not.toContain(kept)
    const after = (await lines(cursor)).at(-1)
    await moveScope(central.central)
    expect(await lines(after?.kind === 'end' ? after.to : '')).toHaveLength(2)
  })

  test('moves once a night, from three in the morning in Belgium', async () => {
    at('2026-11-22T01:59:00.000Z')
    expect(await nightly(central.central)).toBe(false)
    at('2026-11-22T02:00:00.000Z')
    expect(await nightly(central.central)).toBe(true)
    expect(await nightly(central.central)).toBe(false)
    at('2026-11-23T12:00:00.000Z')
    expect(await nightly(central.central)).toBe(true)
    const { rows } = await sql<{ value: string }>`select value from meta where key = 'scopeMovedOn'`.execute(
      central.central.db,
    )
    expect(rows[0]?.value).toBe('2026-11-23')
  })
})

describe('who looked whom up', () => {
  test('is known for as long as the centre is to keep it, and the wrong proofs with it', async () => {
    const { db } = central.central
    const id = await aCandidate(central)
    const { id: actor } = await db.selectFrom('operator').select('id').executeTakeFirstOrThrow()
    const [deskId, ...rest] = [newId(), newId(), newId(), newId(), newId()]
    await db
      .insertInto('desk')
      .values({
        id: deskId,
        centreId: central.centreId,
        name: 'NAM-01',
        platform: 'test',
        tokenHash: 'none',
        unlockSecret: 'none',
        pairedAt: '2025-01-01T08:00:00.000Z',
        revokedAt: null,
      })
      .execute()
    const days = ['2025-10-17T02:59:00.000Z', '2025-10-20T08:00:00.000Z'] as const
    for (const [which, instant] of days.entries()) {
      const ids = [rest[2 * which] ?? '', rest[2 * which + 1] ?? ''] as const
      await db
        .insertInto('lookup')
        .values({ id: ids[0], deskId, actor, at: instant, found: JSON.stringify([id]) })
        .execute()
      await db
        .insertInto('identityTry')
        .values({ id: ids[1], centreId: central.centreId, candidateId: id, deskId, actor, at: instant })
        .execute()
    }
    const kept = async () =>
      Promise.all(
        (['lookup', 'identityTry'] as const).map(async (table) =>
          (await db.selectFrom(table).select('at').execute()).map((row) => row.at.toISOString()),
        ),
      )
    at('2026-11-21T03:00:00.000Z')
    expect(await nightly(central.central)).toBe(true)
    expect(await kept()).toEqual([[days[1]], [days[1]]])
    await db
      .updateTable('centre')
      .set({ settings: JSON.stringify({ lookupLogDays: 100 }) })
      .execute()
    at('2026-11-22T03:00:00.000Z')
    expect(await nightly(central.central)).toBe(true)
    expect(await kept()).toEqual([[], []])
  })
})

describe('the work that central does by itself', () => {
  test('begins at once, and ends after the turn that is running', async () => {
    await passed()
    at('2026-03-02T23:00:00.000Z')
    const stop = startJobs(central.central)
    await stop()
    expect((await attestations()).map((one) => one.status)).toEqual(['released'])
  })

  test('tells of a failure by its name only, and goes on with the rest', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const failing = () => {
      throw new RangeError('Van den Broeck Élise')
    }
    await startJobs({ ...central.central, now: failing })()
    expect(told.mock.calls).toEqual([['job attestations: RangeError'], ['job scope: RangeError']])
    told.mockRestore()
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import type { Change } from '../../shared/changes/change.ts'
import { type Cache, createCache } from '../../src-main/cache/open.ts'
import { readCandidate } from '../../src-main/candidates/queries.ts'
import { editCandidate } from '../../src-main/candidates/write.ts'
import { perform } from '../../src-main/sync/act.ts'
import { nextBatch } from '../../src-main/sync/outbox.ts'
import { settle, takeOver } from '../../src-main/sync/overlay.ts'
import { newId } from '../helpers/central.ts'

let folder: string
let db: Cache
const elise: Candidate = {
  id: newId(),
  login: 'VB44719025',
  lastName: 'Van den Broeck',
  firstName: 'Élise',
  language: 'fr',
  email: 'elise.vb@exemple.be',
  birthDate: '1988-03-14',
  phone: null,
  version: 0,
  fieldVersions: {},
}
const act = { deskId: newId(), actor: newId(), grant: newId(), actedAt: '2026-11-21T10:00:00.000Z' }
const edit = (patch: Partial<Candidate>, changeId = newId()) =>
  editCandidate(db, act, { changeId, id: elise.id, patch, base: {} })
const received = (row: Candidate) => takeOver(db, 'candidate', row)
const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'))
  db = createCache(join(folder, 'cache.db'), randomBytes(32))
  received(elise)
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

describe('an edit on the desk', () => {
  test('writes the record, one outbox row and one audit row, which holds no value', () => {
    edit({ lastName: 'Vandenbroeck', email: 'e.v@exemple.be' })
    expect(readCandidate(db, elise.id, '')).toMatchObject({
      status: 'waiting',
      candidate: { lastName: 'Vandenbroeck' },
    })
    expect([count('change'), count('audit')]).toEqual([1, 1])
    const audit = db.prepare('SELECT * FROM audit').get()
    expect(audit).toMatchObject({
      operatorId: act.actor,
      kind: 'candidate.edit',
      entityId: elise.id,
      fields: '["lastName","email"]',
    })
    expect(JSON.stringify(audit)).not.toContain('exemple')
  })

  test.each(['audit', 'change', 'candidate'])(
    'is all or nothing: with %s failing, nothing of it is written',
    (table) => {
      db.exec(
        `CREATE TRIGGER broken BEFORE ${table === 'candidate' ? 'UPDATE' : 'INSERT'} ON ${table} BEGIN SELECT RAISE(ABORT, 'broken'); END`,
      )
      expect(() => edit({ lastName: 'Vandenbroeck' })).toThrow('broken')
      expect(readCandidate(db, elise.id, '')?.candidate).toMatchObject(elise)
      expect([count('change'), count('audit')]).toEqual([0, 0])
    },
  )

  test('of nothing leaves no trace', () => {
    edit({ lastName: elise.lastName, phone: null })
    expect([count('change'), count('audit')]).toEqual([0, 0])
  })

  test('pressed twice is written once', () => {
    const id = newId()
    edit({ phone: '1' }, id)
    edit({ phone: '2' }, id)
    expect(readCandidate(db, elise.id, '')?.candidate.phone).toBe('1')
    expect(count('change')).toBe(1)
  })

  test('cannot put a birth into the future, whatever the window let through', () => {
    expect(() => edit({ birthDate: '2026-11-21' })).toThrow('invalid on this day')
    edit({ birthDate: '2026-11-20' })
  })

  test('only one edit of a record goes at a time, and those of other records beside it', () => {
    const other = { ...elise, id: newId() }
    received(other)
    edit({ phone: '1' })
    edit({ phone: '2' })
    editCandidate(db, act, { changeId: newId(), id: other.id, patch: { phone: '3' }, base: {} })
    expect(nextBatch(db, 50, 256_000).map((change) => change.deskSeq)).toEqual([1, 3])
  })

  test('a batch stays under its limits, but never empty', () => {
    const ids = Array.from({ length: 5 }, newId)
    for (const id of ids) received({ ...elise, id })
    for (const id of ids) editCandidate(db, act, { changeId: newId(), id, patch: { phone: '1' }, base: {} })
    expect(nextBatch(db, 3, 256_000)).toHaveLength(3)
    expect(nextBatch(db, 50, 1)).toHaveLength(1)
  })
})

test('what needs a creation is never sent before central has accepted it; a fact goes right behind it', () => {
  const [session, registration] = [newId(), newId()]
  const values = { sessionId: session, candidateId: elise.id, exams: ['M1'], language: 'fr' as const, pc: null }
  perform(db, act, [
    {
      id: newId(),
      kind: 'session.create',
      entityId: session,
      patch: {
        date: '2027-01-15',
        startTime: '09:00',
        endTime: '11:00',
        locationId: newId(),
        room: null,
        mode: 'room',
        exams: ['M1'],
        seats: 18,
        controllers: [],
        note: null,
      },
    },
    {
      id: newId(),
      kind: 'registration.create',
      entityId: registration,
      patch: { ...values, overrideReason: null },
    },
    {
      id: newId(),
      kind: 'checkIn.record',
      entityId: newId(),
      patch: {
        registrationId: registration,
        sessionId: session,
        candidateId: elise.id,
        mark: 'present',
        at: act.actedAt,
        identity: 'matches',
        refusal: null,
        remark: null,
      },
    },
  ])
  expect(nextBatch(db, 50, 256_000).map(({ kind }) => kind)).toEqual(['session.create', 'checkIn.record'])
  db.exec(`UPDATE change SET status = 'accepted' WHERE kind = 'session.create'`)
  expect(nextBatch(db, 50, 256_000).map(({ kind }) => kind)).toEqual(['registration.create', 'checkIn.record'])
})

test('a page that was overtaken changes nothing, and a newer one goes under the unsent edit', () => {
  received({ ...elise, version: 5, phone: '5' })
  received({ ...elise, version: 4, phone: '4' })
  expect(readCandidate(db, elise.id, '')?.candidate).toMatchObject({ version: 5, phone: '5' })
  edit({ firstName: 'Elise' })
  received({ ...elise, version: 6, phone: '6' })
  received({ ...elise, version: 5, phone: '5' })
  expect(readCandidate(db, elise.id, '')?.candidate).toMatchObject({ firstName: 'Elise', phone: '6' })
})

test('a verdict that is older than what a pull has brought changes no value', () => {
  received({ ...elise, version: 5, phone: '5', fieldVersions: { phone: 5 } })
  const change = { kind: 'candidate.edit', entityId: elise.id, patch: { phone: '3' }, base: {} } as Change
  settle(db, change, { status: 'accepted', at: act.actedAt, version: 3, fieldVersions: { phone: 3 } })
  expect(readCandidate(db, elise.id, '')?.candidate).toMatchObject({
    version: 5,
    phone: '5',
    fieldVersions: { phone: 5 },
  })
})

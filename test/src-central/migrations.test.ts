import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { attestationCode, digestOfCode } from '../../shared/attestationCode.ts'
import { registry } from '../../src-central/database/migrations/001-registry.ts'
import { sessions } from '../../src-central/database/migrations/002-sessions.ts'
import { matching } from '../../src-central/database/migrations/003-matching.ts'
import { duplicates } from '../../src-central/database/migrations/004-duplicates.ts'
import { backOffice } from '../../src-central/database/migrations/005-back-office.ts'
import { identityProof } from '../../src-central/database/migrations/006-identity-proof.ts'
import { mail } from '../../src-central/database/migrations/007-mail.ts'
import { myCertassur } from '../../src-central/database/migrations/008-my-certassur.ts'
import { correction } from '../../src-central/database/migrations/010-correction.ts'
import { checkInToken } from '../../src-central/database/migrations/011-check-in-token.ts'
import { attestationCode as codes } from '../../src-central/database/migrations/013-attestation-code.ts'
import type { CentralTables } from '../../src-central/database/tables.ts'
import { newId } from '../helpers/central.ts'

test('who was to be told of a merge, or of another address, before there were mails is told by one, once', async () => {
  const db = new Kysely<CentralTables>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  for (const step of [registry, sessions, matching, duplicates, backOffice, identityProof]) await step.up(db)
  const [centreId, candidateId, request] = [newId(), newId(), newId()]
  const at = '2026-11-22T09:30:00.000Z'
  await sql`insert into centre (id, code, name) values (${centreId}, 'NAM', 'Centre Meuse-Sambre')`.execute(db)
  await sql`insert into candidate (id, login, "lastName", "firstName", language)
    values (${candidateId}, 'VB00000001', 'Van den Broeck', 'Élise', 'nl')`.execute(db)
  await sql`insert into "mergeRequest" (id, "centreId", a, b, reason, status, survivor, "askedAt")
    values (${request}, ${centreId}, ${candidateId}, ${candidateId}, 'x', 'done', ${candidateId}, ${at})`.execute(db)
  const notice = (kind: 'merged' | 'emailReplaced', to: string, sentAt: string | null) =>
    sql`insert into notice (id, "candidateId", kind, "to", login, at, "sentAt")
    values (${newId()}, ${candidateId}, ${kind}, ${to}, 'VB00000001', ${at}, ${sentAt})`.execute(db)
  await notice('merged', 'elise@exemple.be', null)
  await notice('merged', 'elise@exemple.be', at)
  await notice('emailReplaced', 'ancienne@exemple.be', null)
  await mail.up(db)
  expect(await db.selectFrom('mail').selectAll().orderBy('kind', 'desc').execute()).toMatchObject([
    {
      kind: 'merged',
      candidateId,
      centreId,
      to: 'elise@exemple.be',
      shown: 'e•••@e•••',
      language: 'nl',
      data: { login: 'VB00000001' },
      status: 'waiting',
    },
    { kind: 'emailOld', candidateId, to: 'ancienne@exemple.be', status: 'waiting' },
  ])
  await db.destroy()
})

test('every registration from before there were check-in codes gets its own, and keeps those of what became it', async () => {
  const db = new Kysely<CentralTables>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  for (const step of [
    registry,
    sessions,
    matching,
    duplicates,
    backOffice,
    identityProof,
    mail,
    myCertassur,
    correction,
  ])
    await step.up(db)
  const [centreId, candidateId, locationId] = [newId(), newId(), newId()]
  await sql`insert into centre (id, code, name) values (${centreId}, 'NAM', 'Centre Meuse-Sambre')`.execute(db)
  await sql`insert into location (id, "centreId", name, address, pcs) values (${locationId}, ${centreId}, 'Namur', 'Rue 1', 9)`.execute(
    db,
  )
  await sql`insert into candidate (id, login, "lastName", "firstName", language)
    values (${candidateId}, 'VB00000001', 'Van den Broeck', 'Élise', 'nl')`.execute(db)
  const register = async (token: string | null, mergedInto: string | null, status = 'registered') => {
    const [id, sessionId] = [newId(), newId()]
    await sql`insert into session (id, "centreId", date, "startTime", "endTime", "locationId", mode, exams, seats, controllers)
      values (${sessionId}, ${centreId}, '2026-12-01', '09:00', '11:00', ${locationId}, 'room', '["M1"]', 9, '[]')`.execute(
      db,
    )
    await sql`insert into registration (id, "centreId", "sessionId", "candidateId", exams, language, status, "checkInToken", "mergedInto")
      values (${id}, ${centreId}, ${sessionId}, ${candidateId}, '["M1"]', 'fr', ${status}, ${token}, ${mergedInto})`.execute(
      db,
    )
    return id
  }
  const stays = await register('ABCDEFGHJKMNPQRSTUVW', null)
  const gone = await register(null, stays, 'cancelled')
  await checkInToken.up(db)
  const rows = await db.selectFrom('registration').select(['id', 'checkInToken', 'formerTokens']).execute()
  const of = (id: string) => rows.find((row) => row.id === id)
  expect(of(gone)).toMatchObject({ checkInToken: expect.stringMatching(/^[A-HJKMNP-Z2-9]{20}$/), formerTokens: null })
  expect(of(stays)).toMatchObject({
    checkInToken: 'ABCDEFGHJKMNPQRSTUVW',
    formerTokens: [of(gone)?.checkInToken],
  })
  await db.destroy()
})

test('an attestation that was released before it showed a code is found by the one that it shows when printed again', async () => {
  const db = new Kysely<CentralTables>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  for (const step of [registry, sessions]) await step.up(db)
  await sql`set session_replication_role = replica`.execute(db)
  const jws = 'eyJhbGciOiJFZERTQSJ9.aB3_-x9.x9-Z_'
  for (const signed of [jws, null]) {
    const id = newId()
    await sql`insert into attestation
      (id, "centreId", "candidateId", "registrationId", "sessionId", exam, status, "expectedFrom", "lateAfter", jws)
      values (${id}, ${id}, ${id}, ${id}, ${id}, 'M1', 'released', now(), now(), ${signed})`.execute(db)
  }
  await codes.up(db)
  const rows = await db.selectFrom('attestation').select(['jws', 'digest']).orderBy('jws').execute()
  expect(rows).toEqual([
    { jws, digest: digestOfCode(await attestationCode(jws)) },
    { jws: null, digest: null },
  ])
  await db.destroy()
})

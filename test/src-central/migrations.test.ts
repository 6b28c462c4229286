import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, test } from 'vitest'
import { registry } from '../../src-central/database/migrations/001-registry.ts'
import { sessions } from '../../src-central/database/migrations/002-sessions.ts'
import { matching } from '../../src-central/database/migrations/003-matching.ts'
import { duplicates } from '../../src-central/database/migrations/004-duplicates.ts'
import { backOffice } from '../../src-central/database/migrations/005-back-office.ts'
import { identityProof } from '../../src-central/database/migrations/006-identity-proof.ts'
import { mail } from '../../src-central/database/migrations/007-mail.ts'
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

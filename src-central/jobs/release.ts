import { decodeJwt } from 'jose'
import { type Kysely, sql } from 'kysely'
import type { SuccessData } from '../../shared/attestation.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import { endOf } from '../../shared/session.ts'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import { defaultSettings } from '../settings.ts'
import { attestationNumber, expectedAfter, signSuccess } from './successAttestation.ts'

type Db = Kysely<CentralTables>

/** The key in `meta` of the attestations that Certassur holds back by hand: a list of ids. */
export const heldBack = 'attestationsHeldBack'

/** One transaction releases so many; what is left is the next one's. */
const BATCH = 100

/** Of two centrals on one database, one works and the other waits. */
const onlyOne = (db: Db) => sql`select pg_advisory_xact_lock(hashtext('attestations'))`.execute(db)

/** Every passed exam without an attestation gets one to wait for: about half a day after the end of its session. */
export async function awaitFor(central: Central): Promise<number> {
  return central.db.transaction().execute(async (db) => {
    await onlyOne(db)
    const passed = await db
      .selectFrom('result')
      .innerJoin('session', 'session.id', 'result.sessionId')
      .innerJoin('centre', 'centre.id', 'result.centreId')
      .select(['result.centreId', 'candidateId', 'registrationId', 'sessionId', 'exam'])
      .select(['date', 'endTime', 'centre.settings'])
      .where('outcome', '=', 'passed')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attestation')
              .select('attestation.id')
              .whereRef('attestation.registrationId', '=', 'result.registrationId')
              .whereRef('attestation.exam', '=', 'result.exam'),
          ),
        ),
      )
      .execute()
    for (const { date, endTime, settings, ...row } of passed) {
      const times = expectedAfter(endOf({ date, endTime }), { ...defaultSettings, ...settings })
      await db
        .insertInto('attestation')
        .values({ id: central.newId(), ...row, ...times, number: null, status: 'awaited' })
        .execute()
    }
    return passed.length
  })
}

/** Releases every attestation whose time has come, except those held back and those of a record that is held: numbered, signed, and so told to the desks. */
export async function releaseDue(central: Central): Promise<number> {
  let released = 0
  for (;;) {
    const count = await central.db.transaction().execute((db) => releaseBatch(central, db))
    released += count
    if (count < BATCH) return released
  }
}

async function releaseBatch(central: Central, db: Db): Promise<number> {
  await onlyOne(db)
  const due = await whatItSays(db)
    .where('attestation.status', '=', 'awaited')
    .where('expectedFrom', '<=', central.now())
    // Whoever is perhaps somebody else gets no legal document until his centre has said who he is.
    .where(
      sql<boolean>`not exists (select from hold where hold.id = attestation."candidateId" and hold.decision is null)`,
    )
    .where(sql<boolean>`not exists (select from meta where key = ${heldBack} and meta.value ? attestation.id::text)`)
    .orderBy('expectedFrom')
    .orderBy('attestation.id')
    .limit(BATCH)
    .execute()
  for (const row of due) {
    const document = await documentOf(central, db, row)
    await db
      .updateTable('attestation')
      .set({ ...document, status: 'released', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
  }
  return due.length
}

/**
 * Replaces what was released with a name or a birth date that had been corrected before: the correction was noted in
 * time and arrived too late. To be called in the transaction that applies it. A later correction replaces nothing.
 * @param actedAt when the correction was noted, UTC ISO
 * @returns how many were replaced
 */
export async function reissue(central: Central, db: Db, candidateId: string, actedAt: string): Promise<number> {
  await onlyOne(db)
  const released = await whatItSays(db)
    .where('attestation.candidateId', '=', candidateId)
    .where('attestation.status', '=', 'released')
    .where('attestation.releasedAt', '>', new Date(actedAt))
    .orderBy('attestation.id')
    .execute()
  const wrong = released.filter((row) => {
    const said = decodeJwt<SuccessData>(row.jws ?? '')
    return said.lastName !== row.lastName || said.firstName !== row.firstName || said.birthDate !== row.birthDate
  })
  for (const row of wrong) {
    const document = await documentOf(central, db, row)
    await db
      .updateTable('attestation')
      .set({ status: 'replaced', replacedBy: document.number, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    const { centreId, registrationId, sessionId, exam } = row
    const again = { id: central.newId(), candidateId, centreId, registrationId, sessionId, exam, ...document }
    const [expectedFrom, lateAfter] = [row.expectedFrom.toISOString(), row.lateAfter.toISOString()]
    await db
      .insertInto('attestation')
      .values({ ...again, status: 'released', expectedFrom, lateAfter })
      .execute()
  }
  return wrong.length
}

const whatItSays = (db: Db) =>
  db
    .selectFrom('attestation')
    .innerJoin('candidate', 'candidate.id', 'attestation.candidateId')
    .innerJoin('session', 'session.id', 'attestation.sessionId')
    .innerJoin('location', 'location.id', 'session.locationId')
    .innerJoin('centre', 'centre.id', 'attestation.centreId')
    .innerJoin('exam', 'exam.code', 'attestation.exam')
    .select(['attestation.id', 'attestation.centreId', 'registrationId', 'sessionId', 'attestation.exam'])
    .select(['attestation.version', 'expectedFrom', 'lateAfter', 'jws'])
    .select(['lastName', 'firstName', 'birthDate', 'language', 'session.date', 'exam.title'])
    .select(['centre.name as centre', 'location.name as location'])
type Said = Awaited<ReturnType<ReturnType<typeof whatItSays>['executeTakeFirstOrThrow']>>

async function documentOf(central: Central, db: Db, row: Said) {
  const releasedAt = central.now().toISOString()
  const { sequence } = await db
    .selectNoFrom(sql<string>`nextval('"attestationNumber"')::text`.as('sequence'))
    .executeTakeFirstOrThrow()
  const number = attestationNumber(releasedAt, sequence)
  const jws = await signSuccess(central, {
    number,
    lastName: row.lastName,
    firstName: row.firstName,
    birthDate: row.birthDate,
    language: documentLanguageOf(row.language),
    exam: { code: row.exam, title: row.title },
    date: row.date,
    centre: row.centre,
    location: row.location,
    releasedAt,
  })
  return { number, releasedAt, jws }
}

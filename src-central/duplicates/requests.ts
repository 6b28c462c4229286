import { type Selectable, sql } from 'kysely'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import { followAddress, tellMerged } from '../mail/occasions/person.ts'
import { examsJoined, examsOf, invite, uninvited } from '../mail/occasions/session.ts'
import type { Transacting } from '../sync/judge.ts'
import { mergeRecords, survivorOf } from './merge.ts'

type MergeRequest = Selectable<CentralTables['mergeRequest']>
type Candidate = Selectable<CentralTables['candidate']>

/** Somebody of Certassur who treats a request. */
export interface Treating {
  readonly requestId: string
  readonly user: { readonly id: string; readonly name: string }
}

/**
 * What became of an act on a request. `withdrawn`, `ended`: the centre or a colleague was faster · `elsewhere`: a
 * colleague has it in hand · `changed`: the records are no longer those that were compared.
 */
export type Outcome = 'treated' | 'unknown' | 'withdrawn' | 'ended' | 'elsewhere' | 'changed'

/** Takes a request in hand: from nobody, or from the colleague who was shown to have it (`from`, null for nobody). */
export const takeRequest = (central: Central, treating: Treating, from: string | null): Promise<Outcome> =>
  treat(central, treating, 'taken', async (db, request) => {
    if (request.treatedBy === treating.user.id) return 'treated'
    if (request.treatedBy !== from) return 'elsewhere'
    await end(db, request, treating, { status: 'inTreatment' })
    return 'treated'
  })

/** @param reason what the centre is told, never empty */
export const refuseRequest = (central: Central, treating: Treating, reason: string): Promise<Outcome> =>
  treat(central, treating, 'refused', async (db, request) => {
    if (isElsewhere(request, treating)) return 'elsewhere'
    await end(db, request, treating, { status: 'refused', answer: reason })
    return 'treated'
  })

/** Ends a request whose two records have become one on another way. */
export const closeRequest = (central: Central, treating: Treating): Promise<Outcome> =>
  treat(central, treating, 'closed', async (db, request) => {
    if (isElsewhere(request, treating)) return 'elsewhere'
    const [a, b] = [await survivorOf(db, request.a), await survivorOf(db, request.b)]
    if (a === undefined || a !== b) return 'changed'
    await end(db, request, treating, { status: 'done', survivor: a })
    return 'treated'
  })

export interface Choice {
  /** The record whose login remains. */
  readonly stays: string
  /** The record whose e-mail remains; null where neither has one. */
  readonly emailOf: string | null
  /** The records as they were compared (`seenOf`). */
  readonly seen: string
}

/** Which records were compared, and in which versions: whoever decides, decides about these. */
export const seenOf = (records: readonly Pick<Candidate, 'id' | 'version'>[]): string =>
  records
    .map(({ id, version }) => `${id}.${version}`)
    .toSorted()
    .join('_')

/**
 * Makes one record of the two (docs/protocol.md, C11): all of it in one transaction, with the mails to send.
 *
 * Requests of other centres about the same two people end with it.
 */
export const mergeRequested = (central: Central, treating: Treating, choice: Choice): Promise<Outcome> =>
  treat(central, treating, 'merged', async (db, request) => {
    if (isElsewhere(request, treating)) return 'elsewhere'
    const pair = await lockPair(db, request)
    const stays = pair.find(({ id }) => id === choice.stays)
    const gone = pair.find(({ id }) => id !== choice.stays)
    if (!stays || !gone || seenOf(pair) !== choice.seen || !isPossible(stays, gone, choice.emailOf)) return 'changed'
    const [id, at] = [central.newId(), central.now().toISOString()]
    const names = { id, from: gone.id, into: stays.id }
    const [unwritten, exams] = [await uninvited(db, gone.id), await examsOf(db, stays.id)]
    // Nothing was written yet: a refusal leaves everything as it was.
    if (!(await mergeRecords(db, { ...names, why: 'request', actorName: treating.user.name, at }))) return 'changed'
    const cause = { db, central, centreId: request.centreId, at }
    if (choice.emailOf === gone.id) {
      await moveEmail(db, id, gone, stays)
      await followAddress(cause, stays.id, gone.email)
    }
    await endHold(db, gone.id, stays.id, treating, at)
    const { login, language } = stays
    await tellMerged(cause, { mergeId: id, survivor: stays.id, login, language, addresses: addressesOf([stays, gone]) })
    await invite(cause, unwritten)
    await examsJoined(cause, stays.id, exams, id)
    await end(db, request, treating, { status: 'done', survivor: stays.id, mergeId: id })
    await endOthers(db, stays.id)
    return 'treated'
  })

/** A login that was given is never lost: only where neither has one, a record without may remain. */
export function isPossible(
  stays: Pick<Candidate, 'id' | 'login'> & { readonly email: string | null },
  gone: Pick<Candidate, 'id' | 'login'> & { readonly email: string | null },
  emailOf: string | null,
): boolean {
  if (stays.login === null && gone.login !== null) return false
  const source = [stays, gone].find(({ id }) => id === emailOf)
  return emailOf === null ? stays.email === null && gone.email === null : source?.email != null
}

/** Both addresses are told which login remains: each once, however it is written. */
export const addressesOf = (records: readonly { readonly email: string | null }[]): readonly string[] =>
  records
    .flatMap(({ email }) => email ?? [])
    .filter((email, at, all) => all.findIndex((one) => one.toLowerCase() === email.toLowerCase()) === at)

const isElsewhere = ({ status, treatedBy }: MergeRequest, { user }: Treating): boolean =>
  status === 'inTreatment' && treatedBy !== user.id

type Work = (db: Transacting, request: MergeRequest) => Promise<Outcome>

/** One act on one request, in one transaction and in its turn: two that cross would each wait for the other's rows. */
async function treat(
  central: Central,
  { requestId, user }: Treating,
  act: CentralTables['backOfficeAct']['act'],
  work: Work,
): Promise<Outcome> {
  return central.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('mergeRequest'))`.execute(db)
    const request = await db
      .selectFrom('mergeRequest')
      .selectAll()
      .where('id', '=', requestId)
      .forUpdate()
      .executeTakeFirst()
    if (!request) return 'unknown'
    if (request.status === 'withdrawn') return 'withdrawn'
    if (request.status === 'done' || request.status === 'refused') return 'ended'
    const outcome = await work(db, request)
    if (outcome === 'treated') {
      await db
        .insertInto('backOfficeAct')
        .values({ id: central.newId(), userId: user.id, requestId, act, at: central.now().toISOString() })
        .execute()
    }
    return outcome
  })
}

async function end(
  db: Transacting,
  { id, version }: MergeRequest,
  { user }: Treating,
  state: Partial<Pick<MergeRequest, 'status' | 'answer' | 'survivor' | 'mergeId'>>,
): Promise<void> {
  await db
    .updateTable('mergeRequest')
    .set({ ...state, treatedBy: user.id, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** The records as they are called today; their holds first, in the order in which a decision on a hold locks them. */
async function lockPair(db: Transacting, { a, b }: MergeRequest): Promise<readonly Candidate[]> {
  const ids = [await survivorOf(db, a), await survivorOf(db, b)].filter((id) => id !== undefined)
  await db.selectFrom('hold').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  const rows = await db.selectFrom('candidate').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return rows.length === 2 ? rows : []
}

/** The other record's address becomes the registered one; the log of the merge says so, and has the one of before. */
async function moveEmail(db: Transacting, mergeId: string, gone: Candidate, stays: Candidate): Promise<void> {
  if (gone.email === stays.email) return
  const fieldVersions = { ...stays.fieldVersions, email: (stays.fieldVersions['email'] ?? 0) + 1 }
  await db
    .updateTable('candidate')
    .set((e) => ({
      email: gone.email,
      version: e('version', '+', 1),
      fieldVersions: JSON.stringify(fieldVersions),
    }))
    .where('id', '=', stays.id)
    .execute()
  await sql`update merge set moved = moved || ${JSON.stringify({ email: [gone.id] })}::jsonb where id = ${mergeId}`.execute(
    db,
  )
}

/** Whom a new record is of was still to be said: of the one who remains. */
async function endHold(db: Transacting, id: string, into: string, { user }: Treating, at: string): Promise<void> {
  await db
    .updateTable('hold')
    .set((e) => ({
      decision: 'same',
      with: into,
      actorName: user.name,
      decidedAt: at,
      version: e('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('decision', 'is', null)
    .execute()
}

async function endOthers(db: Transacting, survivor: string): Promise<void> {
  const isOneOfThem = (column: 'a' | 'b') => sql<boolean>`exists (
    select from candidate one where one.id = ${sql.ref(`mergeRequest.${column}`)}
      and coalesce(one."mergedInto", one.id) = ${survivor})`
  await db
    .updateTable('mergeRequest')
    .set((e) => ({ status: 'done', survivor, version: e('version', '+', 1) }))
    .where('status', 'in', ['asked', 'inTreatment'])
    .where(isOneOfThem('a'))
    .where(isOneOfThem('b'))
    .execute()
}

import { verify } from '@node-rs/argon2'
import { candidateFields, type CandidatePatch } from '../../shared/candidate.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import type { Central } from '../central.ts'
import { emailChanged } from '../mail/occasions/person.ts'
import { centreOf } from '../mail/occasions/codesAgain.ts'
import { queueMail } from '../mail/queue.ts'
import { editRow } from '../sync/editRow.ts'
import type { Transacting } from '../sync/judge.ts'

const DAY = 86_400_000

/** Notes that he has come in; the desks of his centres are told of the first time. */
export async function noteOpened({ db, now }: Central, candidateId: string): Promise<void> {
  await db
    .updateTable('candidate')
    .set((e) => ({ openedAt: now().toISOString(), version: e('version', '+', 1) }))
    .where('id', '=', candidateId)
    .where('openedAt', 'is', null)
    .execute()
}

/** Rule 11: "my data are correct". */
export async function confirmData({ db, now }: Central, candidateId: string): Promise<void> {
  await db
    .updateTable('candidate')
    .set((e) => ({ confirmedAt: now().toISOString(), version: e('version', '+', 1) }))
    .where('id', '=', candidateId)
    .execute()
}

/** Writes what he says of himself, and a line of history for every centre that has him. */
export const editOwn = (central: Central, candidateId: string, patch: CandidatePatch): Promise<void> =>
  central.db.transaction().execute((db) => write(central, db, candidateId, patch))

async function write(central: Central, db: Transacting, candidateId: string, patch: CandidatePatch): Promise<void> {
  const at = central.now().toISOString()
  const current = await db
    .selectFrom('candidate')
    .select(['id', ...candidateFields, 'version', 'fieldVersions'])
    .where('id', '=', candidateId)
    .where('mergedInto', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const fields = candidateFields.filter((field) => field in patch && patch[field] !== current[field])
  if (fields.length === 0) return
  await editRow(db, 'candidate', current, patch, current.fieldVersions, at)
  const centres = await db
    .selectFrom('scope')
    .select('centreId')
    .where('candidateId', '=', candidateId)
    .where('until', 'is', null)
    .execute()
  for (const { centreId } of centres) {
    await db
      .insertInto('history')
      .values({
        id: central.newId(),
        centreId,
        kind: 'candidate.edit',
        subjectId: candidateId,
        candidateId,
        sessionId: null,
        fields: JSON.stringify(fields),
        actorName: `${current.firstName} ${current.lastName}`,
        deskName: 'MyCertassur',
        actedAt: at,
        receivedAt: at,
        status: 'accepted',
      })
      .execute()
  }
}

const MOST_A_DAY = 5
const MOST_TRIES = 5

/** Has a code mailed to an address that he says is his. The one that is registered stays until he has typed it. */
export async function askEmail(central: Central, candidateId: string, email: string): Promise<'sent' | 'tooMany'> {
  return central.db.transaction().execute(async (db) => {
    const at = central.now()
    // Two windows of his take turns.
    const { language } = await db
      .selectFrom('candidate')
      .select('language')
      .where('id', '=', candidateId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const { sent } = await db
      .selectFrom('mail')
      .select((e) => e.fn.countAll<string>().as('sent'))
      .where('candidateId', '=', candidateId)
      .where('kind', '=', 'emailConfirm')
      .where('createdAt', '>', new Date(at.getTime() - DAY))
      .executeTakeFirstOrThrow()
    if (Number(sent) >= MOST_A_DAY) return 'tooMany'
    const mailId = central.newId()
    const asked = { mailId, email, hash: null, tries: 0, askedAt: at.toISOString() }
    await db
      .insertInto('emailConfirmation')
      .values({ candidateId, ...asked })
      .onConflict((conflict) => conflict.column('candidateId').doUpdateSet(asked))
      .execute()
    await queueMail(
      { db, central, centreId: await centreOf(db, candidateId), at: at.toISOString() },
      {
        id: mailId,
        kind: 'emailConfirm',
        candidateId,
        to: email,
        language: documentLanguageOf(language),
        dedupeKey: `emailConfirm:${mailId}`,
      },
    )
    return 'sent'
  })
}

/** The address that waits for its code. */
export const waitingEmail = async ({ db, now }: Central, candidateId: string): Promise<string | undefined> => {
  const row = await db
    .selectFrom('emailConfirmation')
    .select('email')
    .where('candidateId', '=', candidateId)
    .where('askedAt', '>', new Date(now().getTime() - DAY))
    .where('tries', '<', MOST_TRIES)
    .executeTakeFirst()
  return row?.email
}

/** Registers the address that waits, when this is the code that was mailed to it. */
export async function confirmEmail(central: Central, candidateId: string, typed: string): Promise<boolean> {
  // Counted before it is tried: many at once are not tried for nothing.
  const asked = await central.db
    .updateTable('emailConfirmation')
    .set((e) => ({ tries: e('tries', '+', 1) }))
    .where('candidateId', '=', candidateId)
    .where('askedAt', '>', new Date(central.now().getTime() - DAY))
    .where('tries', '<', MOST_TRIES)
    .where('hash', 'is not', null)
    .returning(['email', 'hash', 'mailId'])
    .executeTakeFirst()
  const digits = typed.replace(/\D+/g, '').replace(/^(..)(...)(...)$/, '$1 $2 $3')
  if (!asked?.hash || !(await verify(asked.hash, digits))) return false
  await central.db.transaction().execute(async (db) => {
    const taken = await db
      .deleteFrom('emailConfirmation')
      .where('mailId', '=', asked.mailId)
      .returning('email')
      .executeTakeFirst()
    if (!taken) return
    const { email: from } = await db
      .selectFrom('candidate')
      .select('email')
      .where('id', '=', candidateId)
      .executeTakeFirstOrThrow()
    await write(central, db, candidateId, { email: taken.email })
    const centreId = await centreOf(db, candidateId)
    const cause = { db, central, centreId, at: central.now().toISOString() }
    await emailChanged(cause, { candidateId, from, to: taken.email, act: asked.mailId })
  })
  return true
}

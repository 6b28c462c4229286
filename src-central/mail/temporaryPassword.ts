import { randomInt } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { endOf } from '../../shared/session.ts'
import type { Central } from '../central.ts'
import type { CentralDb } from '../database/open.ts'
import type { Transacting } from '../sync/judge.ts'

// Without what is read as something else: it is typed from a paper as well.
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 3
const GROUP = 4

/** `kX7m-Qp4t-9aBc`: seventy bits. */
export const newTemporaryPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

const DAY = 86_400_000
const GOOD_DAYS = 30

/** Rule 3: good at least until thirty days after his last session, and thirty days from when it was made. */
export async function goodUntil(db: CentralDb | Transacting, candidateId: string, madeAt: Date): Promise<Date> {
  const last = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .select(['session.date', 'session.endTime'])
    .where('candidateId', '=', candidateId)
    .where('registration.status', '<>', 'cancelled')
    .where('session.status', '=', 'planned')
    .orderBy('session.date', 'desc')
    .orderBy('session.endTime', 'desc')
    .limit(1)
    .executeTakeFirst()
  const from = Math.max(madeAt.getTime(), last ? new Date(endOf(last)).getTime() : 0)
  return new Date(from + GOOD_DAYS * DAY)
}

/** The hash of what this mail says. A mail that is tried again has a new one: the one before surely reached nobody. */
export async function keepHash(
  db: Transacting,
  mail: { readonly id: string; readonly candidateId: string },
  hash: string,
  madeAt: string,
): Promise<void> {
  await db
    .insertInto('temporaryPassword')
    .values({ mailId: mail.id, candidateId: mail.candidateId, hash, madeAt })
    .onConflict((conflict) => conflict.column('mailId').doUpdateSet({ hash, madeAt }))
    .execute()
}

/** What surely reached nobody opens nothing. */
export async function forgetPassword(db: Transacting, mailId: string): Promise<void> {
  await db.deleteFrom('temporaryPassword').where('mailId', '=', mailId).execute()
}

/** So many that arrived are tried: nobody is kept busy by whoever asks for codes in another's name. */
const MOST_TRIED = 10

/**
 * `tooOld`: it was right once; whoever has it is offered a new mail and not an error (rule 3). One that was mailed later
 * ends none of before: anybody can ask for a mail, and that locks nobody out.
 */
export async function tryTemporaryPassword(
  central: Central,
  login: string,
  typed: string,
): Promise<'right' | 'tooOld' | 'wrong'> {
  const rows = await central.db
    .selectFrom('temporaryPassword')
    .innerJoin('candidate', 'candidate.id', 'temporaryPassword.candidateId')
    .select(['hash', 'madeAt', 'candidateId'])
    .where('login', '=', login)
    .orderBy('madeAt', 'desc')
    .limit(MOST_TRIED)
    .execute()
  for (const { hash, madeAt, candidateId } of rows) {
    if (!(await verify(hash, typed))) continue
    return (await goodUntil(central.db, candidateId, madeAt)) > central.now() ? 'right' : 'tooOld'
  }
  return 'wrong'
}

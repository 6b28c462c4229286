import { sql } from 'kysely'
import { documentLanguageOf } from '../../../shared/centre.ts'
import type { CentralDb } from '../../database/open.ts'
import type { Transacting } from '../../sync/judge.ts'
import { codesKinds } from '../kinds.ts'
import { type Cause, queueMail } from '../queue.ts'

const DAY = 86_400_000
const MOST_A_DAY = 3
/** Of one address; an office may have many people on it. */
const MOST_PEOPLE = 20

/**
 * Codes that were lost: every login registered with this address, in a mail of its own, to that address alone. Who has
 * been sent three since yesterday, or has one that is on its way, gets no other.
 */
export async function codesAgain(asking: Omit<Cause, 'centreId'>, email: string): Promise<void> {
  const { db, central, at } = asking
  const people = await db
    .selectFrom('candidate')
    .select(['id', 'email', 'language'])
    .where(sql`lower(email)`, '=', email.trim().toLowerCase())
    .where('login', 'is not', null)
    .where('mergedInto', 'is', null)
    .orderBy('id')
    .limit(MOST_PEOPLE)
    .forNoKeyUpdate()
    .execute()
  for (const { id, email: to, language } of people) {
    if (to === null || (await hadEnough(db, id, at)) !== 'no') continue
    await queueMail(
      { ...asking, centreId: await centreOf(db, id) },
      {
        kind: 'codesAgain',
        candidateId: id,
        to,
        language: documentLanguageOf(language),
        dedupeKey: `codesAgain:${central.newId()}`,
      },
    )
  }
}

/** Whether codes are on their way to a person already, or went often enough since yesterday, whoever asked for them. */
export async function hadEnough(db: Transacting, candidateId: string, at: string): Promise<Enough> {
  const since = new Date(new Date(at).getTime() - DAY)
  const mails = await db
    .selectFrom('mail')
    .select(['kind', 'status'])
    .where('candidateId', '=', candidateId)
    .where('kind', 'in', codesKinds)
    .where((e) => e.or([e('createdAt', '>', since), e('status', '=', 'waiting')]))
    .execute()
  if (mails.some(({ status }) => status === 'waiting')) return 'onTheWay'
  return mails.filter(({ kind }) => kind === 'codesAgain').length >= MOST_A_DAY ? 'tooMany' : 'no'
}
type Enough = 'no' | 'onTheWay' | 'tooMany'

/** His first contact: where he was registered last, or who created him. */
export async function centreOf(db: CentralDb | Transacting, candidateId: string): Promise<string | null> {
  const last = await db
    .selectFrom('registration')
    .innerJoin('session', 'session.id', 'registration.sessionId')
    .select('registration.centreId')
    .where('candidateId', '=', candidateId)
    .orderBy('session.date', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last) return last.centreId
  const known = await db
    .selectFrom('scope')
    .select('centreId')
    .where('candidateId', '=', candidateId)
    .where('until', 'is', null)
    .orderBy('since')
    .limit(1)
    .executeTakeFirst()
  return known?.centreId ?? null
}

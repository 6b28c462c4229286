import { sql } from 'kysely'
import { type LookupPerson, mostLookedUp } from '../../shared/apiLookup.ts'
import type { MinimalMatch } from '../../shared/duplicate.ts'
import type { Role } from '../../shared/operator.ts'
import { holdsOne, mayReadCandidates } from '../../shared/rights.ts'
import type { Central } from '../central.ts'
import type { CentralDb } from '../database/open.ts'
import type { Desk } from '../desks/authenticate.ts'
import { minimalMatches } from '../matching/minimal.ts'
import { findSimilar } from '../matching/similar.ts'
import { Problem } from '../problem.ts'
import { settingsOf } from '../settings.ts'
import type { Transacting } from '../sync/judge.ts'

const DAY = 86_400_000

/** The desk has asked as often as it may in a day; `seconds` until it may ask again. */
export class AskedTooOften extends Problem {
  readonly seconds: number
  constructor(seconds: number) {
    super(429, 'central.busy', 'this desk has asked too often today')
    this.seconds = seconds
  }
}

interface Asking {
  readonly actor: string
  readonly grant: string
  readonly person: LookupPerson
}

/** Looks somebody up among all people, as one whom the desk's grants allow it, and writes down whom the desk was shown. */
export async function lookUp(
  central: Central,
  desk: Desk,
  { actor, grant, person }: Asking,
): Promise<readonly MinimalMatch[]> {
  return central.db.transaction().execute(async (db) => {
    const now = central.now()
    if (!(await mayAsk(db, desk, actor, grant, now))) {
      throw new Problem(403, 'call.forbidden', 'this operator may not look people up on this desk')
    }
    await countQuestion(db, desk, now)
    const { lastName, firstName = null, birthDate = null, email = null, phone = null } = person
    const asked = { lastName, firstName, birthDate, email, phone }
    const fields = new Set(Object.entries(asked).flatMap(([field, value]) => (value === null ? [] : field)))
    const similar = await findSimilar(db, asked, { limit: MOST_JUDGED })
    const people = (await minimalMatches(db, desk.centreId, similar)).slice(0, mostLookedUp).map((one) => ({
      ...one,
      reasons: one.reasons.filter(({ field }) => fields.has(field)),
    }))
    await db
      .insertInto('lookup')
      .values({
        id: central.newId(),
        deskId: desk.id,
        actor,
        at: now.toISOString(),
        found: JSON.stringify(people.map(({ id }) => id)),
      })
      .execute()
    return people
  })
}

/** More than are shown: some of them only the people of other centres may be told of. */
const MOST_JUDGED = 70

/**
 * Whether this desk was shown this person lately, under the id of today or one that became it: only then may it act on the
 * record of somebody whom it does not know.
 */
export async function wasFound(db: CentralDb, deskId: string, candidateId: string, since: Date): Promise<boolean> {
  const became = await db.selectFrom('candidate').select('id').where('mergedInto', '=', candidateId).execute()
  const ids = [candidateId, ...became.map(({ id }) => id)]
  const row = await db
    .selectFrom('lookup')
    .select('id')
    .where('deskId', '=', deskId)
    .where('at', '>=', since)
    .where(sql<boolean>`found ?| ${ids}::text[]`)
    .executeTakeFirst()
  return row !== undefined
}

async function mayAsk(db: Transacting, desk: Desk, actor: string, grantId: string, now: Date): Promise<boolean> {
  const grant = await db
    .selectFrom('grant')
    .innerJoin('operator', 'operator.id', 'grant.operatorId')
    .select('roles')
    .where('grant.id', '=', grantId)
    .where('deskId', '=', desk.id)
    .where('operatorId', '=', actor)
    .where('expiresAt', '>', now)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return grant !== undefined && holdsOne(grant.roles as readonly Role[], mayReadCandidates)
}

/** Two questions of one desk take turns, so that neither is counted too late. */
async function countQuestion(db: Transacting, desk: Desk, now: Date): Promise<void> {
  await db.selectFrom('desk').select('id').where('id', '=', desk.id).forNoKeyUpdate().executeTakeFirstOrThrow()
  const { lookupsPerDay: most } = await settingsOf(db, desk.centreId)
  const asked = await db
    .selectFrom('lookup')
    .select('at')
    .where('deskId', '=', desk.id)
    .where('at', '>', new Date(now.getTime() - DAY))
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  if (asked.length < most) return
  const oldest = asked.at(-1)?.at ?? now
  throw new AskedTooOften(Math.ceil((oldest.getTime() + DAY - now.getTime()) / 1000))
}

import { sql } from 'kysely'
import { type Change, changeSchema } from '../../shared/changes/change.ts'
import type { Role } from '../../shared/operator.ts'
import { parse } from '../../shared/parse.ts'
import { holdsOne, mayAct } from '../../shared/rights.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Central } from '../central.ts'
import type { Desk } from '../desks/authenticate.ts'
import { followMerges } from '../duplicates/follow.ts'
import { writeHistory } from './history.ts'
import { judgeOf } from './judges.ts'
import { rejected, type Transacting } from './judge.ts'

/** A change as it came: only its id is sure. */
export interface Received {
  readonly id: string
}

/**
 * Judges one change in one transaction and stores the verdict in it (docs/protocol.md, C1).
 *
 * A change seen before gets its first verdict again, whatever has happened since. Two deliveries at once: the second
 * waits for the first at the primary key.
 */
export async function receive(central: Central, desk: Desk, received: Received, sentAt: string): Promise<Verdict> {
  return central.db.transaction().execute(async (db) => {
    const parsed = parse(changeSchema, received)
    const fresh = await db
      .insertInto('change')
      .values({
        id: received.id,
        deskId: desk.id,
        body: parsed.ok ? JSON.stringify(parsed.value) : null,
        actedAt: parsed.ok ? parsed.value.actedAt : null,
        sentAt,
        receivedAt: central.now().toISOString(),
        verdict: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!fresh) {
      const seen = await db
        .selectFrom('change')
        .select(['deskId', 'verdict'])
        .where('id', '=', received.id)
        .executeTakeFirstOrThrow()
      // A verdict may hold a candidate's values: only the desk that acted is told it.
      return seen.deskId === desk.id
        ? (seen.verdict as Verdict)
        : { status: 'rejected', at: central.now().toISOString(), code: 'call.forbidden' }
    }
    const at = central.now().toISOString()
    const verdict: Verdict = parsed.ok
      ? await judgeAlone(db, central, desk, parsed.value, at)
      : {
          status: 'rejected',
          at,
          code: 'input.invalid',
          fields: parsed.error.fields?.map(({ field, code }) => ({ field, code })),
        }
    await db
      .updateTable('change')
      .set({ verdict: JSON.stringify(verdict) })
      .where('id', '=', received.id)
      .execute()
    return verdict
  })
}

/** Numbers of PostgreSQL for a value that a column cannot hold, or that breaks a rule of the table. */
const BREAKS_A_RULE = /^2[23]/
/** Two who came at the same moment: whoever is second is judged again when his desk sends again. */
const RACES = new Set(['checkInStands', 'registrationOnce'])

/** A change that breaks a rule of the database is refused like any other wrong one, and never stops those behind it. */
async function judgeAlone(db: Transacting, central: Central, desk: Desk, change: Change, at: string): Promise<Verdict> {
  await sql`savepoint judged`.execute(db)
  try {
    return await judge(db, central, desk, change, at)
  } catch (error) {
    const { code = '', constraint = '' } = error as { code?: string; constraint?: string }
    if (!BREAKS_A_RULE.test(code) || RACES.has(constraint)) throw error
    await sql`rollback to savepoint judged`.execute(db)
    return rejected(at, 'call.invalid')
  }
}

async function judge(db: Transacting, central: Central, desk: Desk, change: Change, at: string): Promise<Verdict> {
  const actor = await actorAsActed(db, desk, change)
  if (change.deskId !== desk.id || !actor || !holdsOne(actor.roles, mayAct[change.kind])) {
    return rejected(at, 'call.forbidden')
  }
  const on = {
    db,
    central,
    desk,
    change: await followMerges(db, change),
    named: change.entityId,
    at,
    actorName: actor.name,
    roles: actor.roles,
  }
  const verdict = await judgeOf(change.kind)(on)
  await writeHistory(on, verdict)
  return verdict
}

/** How far a desk's clock may be off, after what it knows of that is taken into account. */
const CLOCK_TOLERANCE = 24 * 3_600_000

/**
 * Who acted, and what he was allowed then: the grant he held, not the session that happens to send it. Undefined
 * for a grant that is not his, was over, or of somebody who had been revoked by then.
 */
async function actorAsActed(
  db: Transacting,
  desk: Desk,
  change: Change,
): Promise<{ readonly name: string; readonly roles: readonly Role[] } | undefined> {
  const grant = await db
    .selectFrom('grant')
    .innerJoin('operator', 'operator.id', 'grant.operatorId')
    .select(['roles', 'issuedAt', 'expiresAt', 'revokedAt', 'operator.name'])
    .where('grant.id', '=', change.grant)
    .where('deskId', '=', desk.id)
    .where('operatorId', '=', change.actor)
    .executeTakeFirst()
  if (!grant) return undefined
  const acted = new Date(change.actedAt).getTime() + (change.clockOffset ?? 0)
  const inTime =
    acted >= grant.issuedAt.getTime() - CLOCK_TOLERANCE && acted <= grant.expiresAt.getTime() + CLOCK_TOLERANCE
  const revoked = grant.revokedAt !== null && acted >= grant.revokedAt.getTime()
  return inTime && !revoked ? { name: grant.name, roles: grant.roles as readonly Role[] } : undefined
}

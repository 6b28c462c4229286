import { type Transaction } from 'kysely'
import { type Change, changeSchema } from '../../shared/changes/change.ts'
import type { Role } from '../../shared/operator.ts'
import { parse } from '../../shared/parse.ts'
import { assertNever } from '../../shared/result.ts'
import { holdsOne, mayAct } from '../../shared/rights.ts'
import type { Verdict } from '../../shared/verdict.ts'
import { editCandidate } from '../candidates/edit.ts'
import type { Central } from '../central.ts'
import type { CentralTables } from '../database/tables.ts'
import type { Desk } from '../desks/authenticate.ts'

export type Transacting = Transaction<CentralTables>

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
      ? await judge(db, desk, parsed.value, at)
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

async function judge(db: Transacting, desk: Desk, change: Change, at: string): Promise<Verdict> {
  const held = await rolesAsActed(db, desk, change)
  if (change.deskId !== desk.id || !held || !holdsOne(held, mayAct[change.kind])) {
    return { status: 'rejected', at, code: 'call.forbidden' }
  }
  switch (change.kind) {
    case 'candidate.edit':
      return editCandidate(db, desk, change, at)
    default:
      return assertNever(change.kind)
  }
}

/** How far a desk's clock may be off, after what it knows of that is taken into account. */
const CLOCK_TOLERANCE = 24 * 3_600_000

/**
 * What the actor was allowed when he acted: the grant he held then, not the session that happens to send it. Undefined
 * for a grant that is not his, was over, or of somebody who had been revoked by then.
 */
async function rolesAsActed(db: Transacting, desk: Desk, change: Change): Promise<readonly Role[] | undefined> {
  const grant = await db
    .selectFrom('grant')
    .innerJoin('operator', 'operator.id', 'grant.operatorId')
    .select(['roles', 'issuedAt', 'expiresAt', 'revokedAt'])
    .where('grant.id', '=', change.grant)
    .where('deskId', '=', desk.id)
    .where('operatorId', '=', change.actor)
    .executeTakeFirst()
  if (!grant) return undefined
  const acted = new Date(change.actedAt).getTime() + (change.clockOffset ?? 0)
  const inTime =
    acted >= grant.issuedAt.getTime() - CLOCK_TOLERANCE && acted <= grant.expiresAt.getTime() + CLOCK_TOLERANCE
  const revoked = grant.revokedAt !== null && acted >= grant.revokedAt.getTime()
  return inTime && !revoked ? (grant.roles as readonly Role[]) : undefined
}

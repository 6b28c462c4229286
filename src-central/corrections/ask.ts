import type { Correction, CorrectionKind } from '../../shared/correction.ts'
import { bringIn } from '../candidates/scope.ts'
import type { Central } from '../central.ts'
import type { CentralDb } from '../database/open.ts'
import { centreOf } from '../mail/occasions/codesAgain.ts'

interface Asked {
  readonly kind: CorrectionKind
  readonly patch: Correction['patch']
  readonly before: Correction['before']
  readonly reason: string
}

/**
 * Puts what a candidate asks for before his centre. Asked again before the centre has answered, it says what he asked for
 * last: there is one question of each kind.
 * @returns false when no centre has him: nobody could answer
 */
export async function askCentre(central: Central, candidateId: string, asked: Asked): Promise<boolean> {
  return central.db.transaction().execute(async (db) => {
    // Two windows of his take turns.
    await db.selectFrom('candidate').select('id').where('id', '=', candidateId).forUpdate().execute()
    const askedAt = central.now().toISOString()
    const values = {
      reason: asked.reason,
      patch: JSON.stringify(asked.patch),
      before: JSON.stringify(asked.before),
      askedAt,
    }
    const open = await db
      .selectFrom('correction')
      .select('id')
      .where('candidateId', '=', candidateId)
      .where('kind', '=', asked.kind)
      .where('status', '=', 'asked')
      .executeTakeFirst()
    if (open) {
      await db
        .updateTable('correction')
        .set((e) => ({ ...values, version: e('version', '+', 1) }))
        .where('id', '=', open.id)
        .execute()
      return true
    }
    const centreId = await centreOf(db, candidateId)
    if (centreId === null) return false
    // The centre that answers has his record before it.
    await bringIn(db, centreId, candidateId, askedAt)
    await db
      .insertInto('correction')
      .values({ id: central.newId(), centreId, candidateId, kind: asked.kind, ...values })
      .execute()
    return true
  })
}

/** What he asked for and was answered, the newest first. */
export const correctionsOf = (db: CentralDb, candidateId: string) =>
  db
    .selectFrom('correction')
    .select(['id', 'kind', 'patch', 'reason', 'status', 'answer', 'askedAt', 'decidedAt'])
    .where('candidateId', '=', candidateId)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute()

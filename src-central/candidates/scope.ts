import type { CentralDb } from '../database/open.ts'
import type { Desk } from '../desks/authenticate.ts'
import { wasFound } from '../lookups/lookUp.ts'
import { settingsOf } from '../settings.ts'
import type { Transacting } from '../sync/judge.ts'

const DAY = 86_400_000

/** Whether a centre's desks have this record. */
export async function inScope(db: Transacting, centreId: string, candidateId: string): Promise<boolean> {
  const row = await db
    .selectFrom('scope')
    .innerJoin('candidate', 'candidate.id', 'scope.candidateId')
    .select('candidateId')
    .where('scope.centreId', '=', centreId)
    .where('candidateId', '=', candidateId)
    .where('until', 'is', null)
    .where('mergedInto', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether this desk may ask for somebody whom its centre does not know: it looked for him lately, and he was found. */
export async function mayBringIn(db: Transacting, desk: Desk, candidateId: string, at: string): Promise<boolean> {
  const { foundForDays } = await settingsOf(db, desk.centreId)
  return wasFound(db, desk.id, candidateId, new Date(new Date(at).getTime() - foundForDays * DAY))
}

/** From now on he is one of the centre's people, as if it had created him: its desks receive his record. */
export async function bringIn(db: CentralDb, centreId: string, candidateId: string, at: string): Promise<void> {
  await db
    .insertInto('scope')
    .values({ centreId, candidateId, since: at, until: null })
    .onConflict((conflict) =>
      conflict
        .columns(['centreId', 'candidateId'])
        .doUpdateSet({ since: at, until: null })
        .where('scope.until', 'is not', null),
    )
    .execute()
}

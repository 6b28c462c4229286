import type { Transacting } from '../sync/judge.ts'

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

import type { Transacting } from '../sync/judge.ts'
import { codesKinds } from './kinds.ts'

/**
 * What two records becoming one means for the mails of the one that ends: they are the other's. A first password for the
 * login that ends is not sent any more, and one that was sent opens nothing.
 */
export async function followMerge(db: Transacting, from: string, into: string, at: string): Promise<readonly string[]> {
  await db
    .updateTable('mail')
    .set({ status: 'failed', fate: 'withdrawn', endedAt: at })
    .where('candidateId', '=', from)
    .where('kind', 'in', codesKinds)
    .where('status', '=', 'waiting')
    .execute()
  await db.deleteFrom('temporaryPassword').where('candidateId', '=', from).execute()
  const rows = await db
    .updateTable('mail')
    .set((e) => ({ candidateId: into, version: e('version', '+', 1) }))
    .where('candidateId', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

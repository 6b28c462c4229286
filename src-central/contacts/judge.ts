import { accepted, type Judge } from '../sync/judge.ts'

/** The contact log is the centre's own: what happened is kept as it was noted. */
export const judgeContactRecord: Judge<'contact.record'> = async ({ db, desk, change, actorName, at }) => {
  await db
    .insertInto('contact')
    .values({ ...change.patch, id: change.entityId, centreId: desk.centreId, actorName, deskName: desk.name })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return accepted(at, { version: 1 })
}

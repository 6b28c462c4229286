import { accepted, type Judge } from '../sync/judge.ts'

/** The number was given by the desk's own counter, in its own transaction; central keeps what was issued. */
export const judgeAttendanceIssue: Judge<'attendance.issue'> = async ({ db, desk, change, at }) => {
  await db
    .insertInto('attendance')
    .values({ ...change.patch, id: change.entityId, centreId: desk.centreId, data: JSON.stringify(change.patch.data) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return accepted(at, { version: 1 })
}

export const judgeDocumentPrinted: Judge<'document.printed'> = async ({ db, desk, change, actorName, at }) => {
  await db
    .insertInto('print')
    .values({
      ...change.patch,
      id: change.entityId,
      centreId: desk.centreId,
      actor: change.actor,
      actorName,
      deskName: desk.name,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return accepted(at, { version: 1 })
}

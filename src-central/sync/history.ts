import { kinds } from '../../shared/changes/change.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Case } from './judge.ts'

/** One line of history a change that left a trace: who did what, on which desk. Fields by name, never their values. */
export async function writeHistory({ db, desk, change, actorName, at }: Case, verdict: Verdict): Promise<void> {
  if (verdict.status === 'rejected') return
  const named = change.patch as { readonly sessionId?: string }
  const { entity } = kinds[change.kind]
  const row =
    entity === 'registration' || entity === 'checkIn'
      ? await db
          .selectFrom(entity)
          .select(['candidateId', 'sessionId'])
          .where('id', '=', change.entityId)
          .executeTakeFirst()
      : undefined
  const asked =
    entity === 'correction'
      ? await db
          .selectFrom('correction')
          .select(['candidateId', 'patch'])
          .where('id', '=', change.entityId)
          .executeTakeFirst()
      : undefined
  await db
    .insertInto('history')
    .values({
      id: change.id,
      centreId: desk.centreId,
      kind: change.kind,
      subjectId: change.entityId,
      candidateId: personOf(change) ?? row?.candidateId ?? asked?.candidateId ?? null,
      sessionId: entity === 'session' ? change.entityId : (named.sessionId ?? row?.sessionId ?? null),
      fields: JSON.stringify(kinds[change.kind].creates ? [] : Object.keys(asked?.patch ?? change.patch)),
      actorName,
      deskName: desk.name,
      actedAt: change.actedAt,
      receivedAt: at,
      status: verdict.status,
    })
    .execute()
}

/** Whom an act is about, as far as it says so itself: of two records the first, of a new one that was decided the survivor. */
function personOf({ kind, entityId, patch }: Case['change']): string | undefined {
  const named = patch as { readonly candidateId?: string; readonly a?: string; readonly with?: string | null }
  const { entity } = kinds[kind]
  if (entity === 'candidate') return entityId
  if (entity === 'hold') return named.with ?? entityId
  return named.candidateId ?? named.a
}

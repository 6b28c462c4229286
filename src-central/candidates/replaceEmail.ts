import { candidateFields } from '../../shared/candidate.ts'
import { emailChanged } from '../mail/occasions/person.ts'
import { editRow } from '../sync/editRow.ts'
import { accepted, type Case, type Judge, rejected } from '../sync/judge.ts'
import { proveBirthDate } from './proof.ts'
import { bringIn, inScope, mayBringIn } from './scope.ts'

/**
 * Another address for somebody whom the centre does not know (docs/protocol.md, C12): only for whom this desk was shown,
 * and only with his whole birth date. He is of the centre's scope from then on.
 *
 * Whoever is of it by now is edited like any other: the address that stood there was never seen.
 */
export const judgeReplaceEmail: Judge<'candidate.replaceEmail'> = async (on) => {
  const { db, central, desk, change, named, at } = on
  const { email } = change.patch
  const current = await db
    .selectFrom('candidate')
    .select(['id', 'login', ...candidateFields, 'version', 'fieldVersions'])
    .where('id', '=', change.entityId)
    .where('mergedInto', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!current) return rejected(at, 'candidate.unknown')
  const as = named === current.id ? {} : { as: current.id }
  if (await inScope(db, desk.centreId, current.id)) {
    const verdict = await editRow(db, 'candidate', current, change.patch, change.base, at)
    if (verdict.status !== 'accepted') return verdict
    const cause = { db, central, centreId: desk.centreId, at }
    await emailChanged(cause, { candidateId: current.id, from: current.email, to: email, act: change.id })
    return { ...verdict, ...as }
  }
  if (!(await mayBringIn(db, desk, current.id, at))) return rejected(at, 'candidate.unknown')
  const refused = await proveBirthDate(on, current, change.proof.birthDate)
  if (refused) return rejected(at, refused)
  await bringIn(db, desk.centreId, current.id, at)
  return { ...accepted(at, await replaceAddress(on, current, email)), ...as }
}

interface Addressed {
  readonly id: string
  readonly email: string | null
  readonly version: number
  readonly fieldVersions: Readonly<Record<string, number>>
}

/**
 * Writes another address of somebody whom the centre did not know. His old address is told, without the new one, and so
 * are the centres that have him, in his history: by which centre, not by whom.
 * @returns the versions that it led to
 */
export async function replaceAddress(
  { db, central, desk, change, at }: Pick<Case, 'db' | 'central' | 'desk' | 'change' | 'at'>,
  { id, email: old, version, fieldVersions }: Addressed,
  email: string,
): Promise<Pick<Addressed, 'version' | 'fieldVersions'>> {
  if (old === email) return { version, fieldVersions }
  const led = { version: version + 1, fieldVersions: { ...fieldVersions, email: (fieldVersions['email'] ?? 0) + 1 } }
  await db
    .updateTable('candidate')
    .set({ email, version: led.version, fieldVersions: JSON.stringify(led.fieldVersions) })
    .where('id', '=', id)
    .execute()
  await emailChanged(
    { db, central, centreId: desk.centreId, at },
    { candidateId: id, from: old, to: email, act: change.id },
  )
  const { name } = await db
    .selectFrom('centre')
    .select('name')
    .where('id', '=', desk.centreId)
    .executeTakeFirstOrThrow()
  const others = await db
    .selectFrom('scope')
    .select('centreId')
    .where('candidateId', '=', id)
    .where('centreId', '<>', desk.centreId)
    .where('until', 'is', null)
    .execute()
  for (const { centreId } of others) {
    await db
      .insertInto('history')
      .values({
        id: central.newId(),
        centreId,
        kind: 'candidate.replaceEmail',
        subjectId: id,
        candidateId: id,
        sessionId: null,
        fields: JSON.stringify(['email']),
        actorName: name,
        // No desk of that centre: it was another one that did it.
        deskName: '',
        actedAt: change.actedAt,
        receivedAt: at,
        status: 'accepted',
      })
      .execute()
  }
  return led
}

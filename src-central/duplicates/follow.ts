import { type Change, kinds } from '../../shared/changes/change.ts'
import { naming, neverSeen, type Redirected } from '../../shared/changes/shape.ts'
import { rebaseOnto } from '../../shared/merge.ts'
import type { Transacting } from '../sync/judge.ts'

/**
 * The same act about the rows as they are called today (docs/protocol.md, C10): a desk that has not heard of a merge yet
 * still speaks of a record that ended.
 *
 * An edit of such a record is one of the other, where both held the same value of a field; elsewhere a person decides.
 */
export async function followMerges(db: Transacting, change: Change): Promise<Change> {
  const patch = await followNames(db, change.patch)
  const { entity, creates } = kinds[change.kind]
  // Who cancels one of two registrations of one person does not mean the one that stays.
  const named =
    !creates && (entity === 'candidate' || entity === 'registration') && change.kind !== 'registration.cancel'
  const into = named ? await becameOf(db, entity, change.entityId) : undefined
  const followed = { ...change, patch } as Change
  if (!named || into === undefined) return followed
  const base = await baseOn(db, entity, followed, into)
  return { ...followed, entityId: into, base }
}

async function followNames(db: Transacting, patch: Readonly<Record<string, unknown>>): Promise<object> {
  const followed: Record<string, unknown> = { ...patch }
  for (const [field, noun] of Object.entries(naming)) {
    const id = patch[field]
    if (typeof id === 'string') followed[field] = (await becameOf(db, noun, id)) ?? id
  }
  return followed
}

async function becameOf(db: Transacting, noun: Redirected, id: string): Promise<string | undefined> {
  const row = await db.selectFrom(noun).select('mergedInto').where('id', '=', id).executeTakeFirst()
  return row?.mergedInto ?? undefined
}

async function baseOn(db: Transacting, noun: Redirected, { entityId, patch, base }: Change, into: string) {
  const rows = await db.selectFrom(noun).selectAll().where('id', 'in', [entityId, into]).execute()
  const gone = rows.find(({ id }) => id === entityId)
  const stays = rows.find(({ id }) => id === into)
  if (!gone || !stays) return Object.fromEntries(Object.keys(patch).map((field) => [field, neverSeen]))
  return rebaseOnto(patch, base, gone, stays)
}

import { type ChangeKind, type ChangeOf, kinds } from '../../shared/changes/change.ts'
import { Refusal } from '../../shared/parse.ts'
import { type ErrorCode, fail } from '../../shared/result.ts'
import { type Entity, naming, neverSeen } from '../../shared/changes/shape.ts'
import type { Cache } from '../cache/open.ts'
import { first, query } from '../cache/run.ts'
import { type Row, stores } from './entities.ts'
import { type Act, enqueue, isOpenOn, ownRebase, pendingCreation, pendingOn } from './outbox.ts'
import { becameOf } from './redirect.ts'

/** One thing done: `base` is what the operator saw of each field, without it what stands here now. */
type DoingOf<K extends ChangeKind> = {
  readonly id: string
  readonly kind: K
  readonly entityId: string
  readonly patch: ChangeOf<K>['patch']
  readonly base?: Readonly<Record<string, number>>
  /** What a new row shows beside its patch until central's own comes. */
  readonly shown?: Readonly<Record<string, unknown>>
} & (ChangeOf<K> extends { readonly proof: infer P } ? { readonly proof: P } : unknown)
export type Doing = { [K in ChangeKind]: DoingOf<K> }[ChangeKind]

const unknownIn: Partial<Record<Entity, ErrorCode>> = {
  candidate: 'candidate.unknown',
  session: 'session.unknown',
  registration: 'registration.unknown',
  checkIn: 'checkIn.unknown',
}

/** Whether this act is written already: the same button pressed again is the same act. */
export const isDone = (db: Cache, changeId: string): boolean =>
  first(db, query.selectFrom('change').select('id').where('id', '=', changeId)) !== undefined

/**
 * Notes what an operator did: rows, outbox and audit in one transaction (docs/protocol.md, D1).
 *
 * Several acts that belong together are written together or not at all. Called twice with the same ids, they are written
 * once. An act on something that was made here and not sent yet names that creation, which goes first; one that follows some
 * fields names what was changed on them and not answered yet.
 */
export function perform(db: Cache, act: Act, doings: readonly Doing[]): void {
  db.transaction(() => {
    for (const doing of doings) if (!isDone(db, doing.id)) performOne(db, act, doing)
  })()
}

function performOne(db: Cache, act: Act, asked: Doing): void {
  const doing = today(db, asked)
  const { entity, creates, elsewhere, follows = [] } = kinds[doing.kind]
  const store = stores[entity]
  const here = store.find(db, doing.entityId)
  if (!creates && !here && !elsewhere)
    throw new Refusal(fail(unknownIn[entity] ?? 'call.failed', 'not on this desk').error)
  if (isOpenOn(db, doing.entityId, follows))
    throw new Refusal(fail('codes.addressOpen', 'what this follows is to be settled first').error)
  // Made anew after a refusal it is the row that was refused; a row that central has is never made again.
  if (creates && here && here.base !== null) throw new Refusal(fail('call.invalid', 'this row exists').error)
  const seen = doing.base ?? versionsOf(here?.current, Object.keys(doing.patch))
  const base = creates || kinds[doing.kind].nature === 'fact' ? {} : ownRebase(db, doing.entityId, seen)
  enqueue(db, act, {
    id: doing.id,
    kind: doing.kind,
    entityId: doing.entityId,
    patch: doing.patch,
    base,
    dependsOn: goingBefore(db, doing),
    ...('proof' in doing && { proof: doing.proof }),
  })
  if (!creates) {
    // Of a row that is elsewhere nothing is known to lay it over.
    if (here) store.write(db, { ...here.current, ...doing.patch }, here.base === undefined ? here.current : here.base)
  } else {
    const fresh = { ...here?.current, ...store.fresh, ...doing.shown }
    store.write(db, { ...fresh, ...doing.patch, id: doing.entityId, version: 0, fieldVersions: {} }, null)
  }
}

/** The same about the rows as they are called today: a form may still speak of one that became another. */
function today(db: Cache, doing: Doing): Doing {
  const named = doing.patch as Readonly<Record<string, unknown>>
  const patch = Object.fromEntries(
    Object.entries(named).map(([field, value]) => {
      const noun = naming[field]
      return [field, noun && typeof value === 'string' ? becameOf(db, noun, value) : value]
    }),
  )
  const { entity, creates } = kinds[doing.kind]
  const followed = { ...doing, patch } as Doing
  if (creates || (entity !== 'candidate' && entity !== 'registration')) return followed
  const entityId = becameOf(db, entity, doing.entityId)
  if (entityId === doing.entityId) return followed
  return { ...followed, entityId, base: Object.fromEntries(Object.keys(patch).map((field) => [field, neverSeen])) }
}

const versionsOf = (row: Row | undefined, fields: readonly string[]): Record<string, number> =>
  Object.fromEntries(fields.map((field) => [field, row ? (row.fieldVersions?.[field] ?? 0) : neverSeen]))

/** What is unsent here and must be taken before this act means anything. */
function goingBefore(db: Cache, { kind, entityId, patch }: Doing): readonly string[] {
  const named = patch as Readonly<Record<string, unknown>>
  const ids = [entityId, named['sessionId'], ...Object.keys(naming).map((field) => named[field])]
  const found = ids.map((id) => (typeof id === 'string' ? pendingCreation(db, id) : undefined))
  const followed = pendingOn(db, entityId, kinds[kind].follows ?? [])
  return [...new Set([...found, ...followed].filter((id) => id !== undefined))]
}

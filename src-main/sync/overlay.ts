import { type Change, kinds } from '../../shared/changes/change.ts'
import { type Entity, type Redirected, redirected } from '../../shared/changes/shape.ts'
import type { Verdict } from '../../shared/verdict.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { type Row, stores } from './entities.ts'
import { pendingPatches } from './outbox.ts'
import { redirect } from './redirect.ts'

/**
 * Takes over what central says of a row, under the changes of this desk that it has not answered (docs/protocol.md, D6).
 *
 * A row older than the one here, from a page that was overtaken, changes nothing.
 */
export function takeOver(db: Cache, entity: Entity, fromCentral: Row): void {
  const store = stores[entity]
  const here = store.find(db, fromCentral.id)
  const known = here?.base === undefined ? here?.current : here.base
  if (known && known.version > fromCentral.version) return
  if (here) stays(db, entity, fromCentral.id)
  // Only a row with unsent changes has a base; without one there is nothing to lay over it. A row that was not here may
  // have taken over the acts on one that became it.
  if (here && here.base === undefined) store.write(db, fromCentral, undefined)
  else lay(db, entity, fromCentral)
}

/** The row left what this centre may see. With unsent changes it stays until central has answered them. */
export function letGo(db: Cache, entity: Entity, id: string): void {
  const store = stores[entity]
  if (store.find(db, id)?.base === undefined) store.remove(db, id)
  else prepare(db, 'INSERT OR IGNORE INTO leaving (entity, id) VALUES (?, ?)').run(entity, id)
}

const stays = (db: Cache, entity: Entity, id: string): void => {
  prepare(db, 'DELETE FROM leaving WHERE entity = ? AND id = ?').run(entity, id)
}

/**
 * Central's row after a verdict on a change.
 *
 * Only the versions of the fields it was about are taken over: the values of the others were not sent with it, and a
 * version without its value would let the next edit overwrite somebody else's unseen one.
 */
export function settle(db: Cache, change: Change, verdict: Verdict): void {
  const { entity, creates } = kinds[change.kind]
  const store = stores[entity]
  // Also of a row that this desk does not have: it comes under the other id.
  if (verdict.status === 'accepted' && verdict.as !== undefined) return become(db, entity, change.entityId, verdict.as)
  const here = store.find(db, change.entityId)
  if (!here) return
  const base = here.base === undefined ? here.current : here.base
  if (verdict.status === 'rejected') {
    // What was made here and refused stays on the screen as refused, until its author is done with it.
    if (base !== null) lay(db, entity, base)
    return
  }
  // A pull may already have brought what this verdict led to, or something newer; of an act that came second nothing
  // was applied, and its version is that of the first.
  if (base !== null && verdict.version < base.version) return lay(db, entity, base)
  if (base !== null && verdict.status === 'accepted' && verdict.version === base.version) return lay(db, entity, base)
  const applied = appliedBy(change, verdict)
  const versions = Object.entries(verdict.fieldVersions).filter(([field]) => field in applied)
  const before: Row = base ?? { ...here.current, ...store.fresh }
  lay(db, entity, {
    ...before,
    ...(creates && base !== null ? {} : applied),
    id: change.entityId,
    version: verdict.version,
    fieldVersions: { ...before.fieldVersions, ...Object.fromEntries(versions) },
  })
}

/** What of the change is now central's value: all of it, or with a conflict central's own values instead. */
function appliedBy(
  change: Change,
  verdict: Exclude<Verdict, { status: 'rejected' }>,
): Readonly<Record<string, unknown>> {
  if (verdict.status === 'accepted') return change.patch
  const kept = Object.entries(verdict.conflicts).map(([field, { value }]) => [field, value])
  return { ...change.patch, ...Object.fromEntries(kept) }
}

/** Writes central's row with what this desk changed since laid over it. */
export function lay(db: Cache, entity: Entity, fromCentral: Row): void {
  const patches = pendingPatches(db, fromCentral.id)
  const leaving = prepare(db, 'SELECT 1 FROM leaving WHERE entity = ? AND id = ?').get(entity, fromCentral.id)
  if (leaving && patches.length === 0) {
    stays(db, entity, fromCentral.id)
    return stores[entity].remove(db, fromCentral.id)
  }
  const current: Row = Object.assign({}, fromCentral, ...patches)
  stores[entity].write(db, current, patches.length > 0 ? fromCentral : undefined)
}

/** Central knows under another id what was made here. */
function become(db: Cache, entity: Entity, id: string, into: string): void {
  if (isRedirected(entity)) redirect(db, entity, id, into)
  else stores[entity].remove(db, id)
}

const isRedirected = (entity: Entity): entity is Redirected => redirected.some((one) => one === entity)

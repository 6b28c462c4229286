import { ok } from '../../shared/result.ts'
import type { Draft } from '../../shared/calls/kept.ts'
import { prepare } from '../cache/run.ts'
import type { OpenHandlers } from '../calls.ts'

/** Drafts and preferences: each operator's own, kept in the cache and never sent. */
export const keptHandlers: OpenHandlers<'draft:list' | 'draft:write' | 'preference:read' | 'preference:write'> = {
  'draft:list': ({ db, operator }) =>
    ok(prepare(db, 'SELECT key, body, at FROM draft WHERE operatorId = ? ORDER BY at').all(operator.id) as Draft[]),
  'draft:write': ({ db, operator, now }, { key, body }) => {
    if (body === null) prepare(db, 'DELETE FROM draft WHERE operatorId = ? AND key = ?').run(operator.id, key)
    else
      prepare(db, 'INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?)').run(operator.id, key, body, now().toISOString())
    return ok(null)
  },
  'preference:read': ({ db, operator }) => {
    const rows = prepare(db, 'SELECT key, value FROM preference WHERE operatorId = ?').all(operator.id)
    return ok(Object.fromEntries((rows as { key: string; value: string }[]).map(({ key, value }) => [key, value])))
  },
  'preference:write': ({ db, operator }, { key, value }) => {
    prepare(db, 'INSERT OR REPLACE INTO preference VALUES (?, ?, ?)').run(operator.id, key, value)
    return ok(null)
  },
}

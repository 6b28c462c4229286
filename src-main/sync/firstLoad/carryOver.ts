import { entities } from '../../../shared/changes/shape.ts'
import type { Cache } from '../../cache/open.ts'
import { type Row, stores } from '../entities.ts'
import { lay } from '../overlay.ts'

/** What belongs to this desk alone and that central does not send. */
const OWN = [
  'change',
  'audit',
  '"grant"',
  'draft',
  'preference',
  'counter',
  'employerDraft',
  'employerPart',
  'employerList',
  'printBatch',
  'printSheet',
] as const
/** Facts about this desk; how far the feed is belongs to the file that received it. */
const OWN_META = new Set(['deskToken', 'clockOffset', 'lastSeenAt'])

/**
 * Takes everything that this desk itself wrote into the file that the first load made: its outbox, its audit, its
 * drafts, and the unsent changes, laid over the rows as central sent them (docs/protocol.md, D8).
 */
export function carryOver(from: Cache, to: Cache): void {
  to.transaction(() => {
    const meta = to.prepare('INSERT OR REPLACE INTO meta (key, value) SELECT @key, @value')
    for (const row of from.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[]) {
      if (OWN_META.has(row.key)) meta.run(row)
    }
    for (const table of OWN) copyTable(from, to, table)
    for (const entity of entities) {
      const changed = from.prepare(`SELECT id FROM "${entity}" WHERE base IS NOT NULL`).all() as { id: string }[]
      for (const { id } of changed) carryRow(from, to, entity, id)
    }
  })()
}

function copyTable(from: Cache, to: Cache, table: string): void {
  const rows = from.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const insert = to.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})`,
  )
  for (const row of rows) insert.run(row)
}

function carryRow(from: Cache, to: Cache, entity: (typeof entities)[number], id: string): void {
  const store = stores[entity]
  const received: Row | undefined = store.find(to, id)?.current
  const here = store.find(from, id)
  if (received) lay(to, entity, received)
  else if (here) store.write(to, here.current, here.base)
}

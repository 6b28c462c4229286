import { sql } from 'kysely'
import { apiSchema } from '../../shared/api.ts'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'

/** Where a desk stands in the feed; opaque to it. The empty cursor is the beginning. */
interface Position {
  readonly xid: string
  readonly entity: 'candidate'
  readonly id: string
}
const beginning: Position = { xid: '0', entity: 'candidate', id: '00000000-0000-0000-0000-000000000000' }

const writeCursor = (position: Position): string => `${position.xid}.${position.entity}.${position.id}`

function readCursor(cursor: string): Position {
  if (cursor === '') return beginning
  const [, xid, id] = /^(\d{1,19})\.candidate\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (!xid || !id) throw new Problem(410, 'feed.cursorUnknown', 'this cursor was not made by this central')
  return { xid, entity: 'candidate', id }
}

/**
 * One page of what changed within a centre's scope, as NDJSON text (docs/protocol.md, C6).
 *
 * Rows come in the order of the transactions that wrote them, and only those of transactions older than every
 * transaction still running: one that commits late is never jumped over. A row also moves when it enters the scope.
 * PostgreSQL writes the JSON of each row itself; nothing is built here a second time.
 */
export async function feedPage(central: Central, centreId: string, cursor: string, limit: number): Promise<string> {
  const from = readCursor(cursor)
  const { rows } = await sql<{ xid: string; id: string; line: string }>`
    select greatest(c.xid, s.xid)::text as xid, c.id,
      json_build_object('kind', 'candidate', 'row',
        c.extra || (to_jsonb(c) - 'xid' - 'extra'))::text as line
    from scope s join candidate c on c.id = s."candidateId"
    where s."centreId" = ${centreId} and s.until is null
      and greatest(c.xid, s.xid) < pg_snapshot_xmin(pg_current_snapshot())
      and (greatest(c.xid, s.xid), c.id) > (${from.xid}::xid8, ${from.id}::uuid)
    order by greatest(c.xid, s.xid), c.id
    limit ${limit + 1}`.execute(central.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const to = last ? writeCursor({ xid: last.xid, entity: 'candidate', id: last.id }) : cursor
  const head = { kind: 'page', from: cursor, epoch: central.epoch, schema: apiSchema, at: central.now().toISOString() }
  const end = { kind: 'end', to, more: rows.length > limit, count: page.length }
  return `${[JSON.stringify(head), ...page.map((row) => row.line), JSON.stringify(end)].join('\n')}\n`
}

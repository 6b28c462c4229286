import { sql } from 'kysely'
import { apiSchema } from '../../shared/api.ts'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'
import { pageLines } from './lines.ts'

/** Where a desk stands in the feed; opaque to it. The empty cursor is the beginning. */
interface Position {
  readonly xid: string
  readonly entity: string
  readonly id: string
}
const beginning: Position = { xid: '0', entity: '', id: '00000000-0000-0000-0000-000000000000' }

const writeCursor = (position: Position): string => `${position.xid}.${position.entity}.${position.id}`

function readCursor(cursor: string): Position {
  if (cursor === '') return beginning
  const [, xid, entity, id] =
    /^(\d{1,19})\.([a-zA-Z]{1,20})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (!xid || !entity || !id) throw new Problem(410, 'feed.cursorUnknown', 'this cursor was not made by this central')
  return { xid, entity, id }
}

/** What a page of the feed holds; null where there is nothing after the cursor. */
interface Found {
  readonly lines: string | null
  readonly count: number
  readonly more: boolean
  readonly xid: string | null
  readonly entity: string | null
  readonly id: string | null
}

/**
 * One page of what changed within a centre's scope, as NDJSON text (docs/protocol.md, C6).
 *
 * A page holds what comes next in the order of the transactions that wrote it, and only of transactions older than every
 * transaction still running: one that commits late is never jumped over. The page is found in `feed` alone, by its
 * index; PostgreSQL then writes the JSON of each row, and puts the lines together, itself.
 */
export async function feedPage(central: Central, centreId: string, cursor: string, limit: number): Promise<string> {
  const from = readCursor(cursor)
  const { rows } = await sql<Found>`
    with found as (
      select xid, entity, "entityId" as id, gone, row_number() over (order by xid, entity, "entityId") as n from feed
      where "centreId" = ${centreId}
        and xid < pg_snapshot_xmin(pg_current_snapshot())
        and (xid, entity, "entityId") > (${from.xid}::xid8, ${from.entity}, ${from.id}::uuid)
      order by xid, entity, "entityId"
      limit ${limit + 1}),
    page as (select * from found where n <= ${limit})
    select (select string_agg(line, E'\\n') from (${pageLines}) written) as lines,
      (select count(*)::int from page) as count, exists (select from found where n > ${limit}) as more,
      last.xid::text as xid, last.entity, last.id
    from (select 1) one left join (select * from page order by n desc limit 1) last on true`.execute(central.db)
  const found = rows[0]
  const { lines = null, count = 0, more = false, xid, entity, id } = found ?? {}
  const head = {
    kind: 'page',
    from: cursor,
    epoch: central.epoch,
    schema: apiSchema,
    at: central.now().toISOString(),
    ...(cursor === '' ? { total: await countFeed(central, centreId) } : {}),
  }
  const to = xid && entity && id ? writeCursor({ xid, entity, id }) : cursor
  const end = { kind: 'end', to, more, count }
  return `${[JSON.stringify(head), ...(lines === null ? [] : [lines]), JSON.stringify(end)].join('\n')}\n`
}

async function countFeed(central: Central, centreId: string): Promise<number> {
  const counted = await central.db
    .selectFrom('feed')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('centreId', '=', centreId)
    .executeTakeFirstOrThrow()
  return Number(counted.n)
}

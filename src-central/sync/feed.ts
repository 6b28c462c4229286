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

/** What a page of the feed holds. */
interface Found {
  readonly lines: string | null
  readonly count: number
  readonly more: boolean
  /** The last row that was left out, and the last one of the page; null where there is none. */
  readonly from: Position | null
  readonly to: Position | null
}

/**
 * One page of what changed within a centre's scope, as NDJSON text (docs/protocol.md, C6).
 *
 * A page holds what comes next in the order of the transactions that wrote it, and only of transactions older than every
 * transaction still running: one that commits late is never jumped over. The page is found in `feed` alone, by its
 * index; PostgreSQL then writes the JSON of each row, and puts the lines together, itself.
 * @param skip how many rows after the cursor are left out: those of the page before, which is still on its way
 */
export async function feedPage(
  central: Central,
  centreId: string,
  cursor: string,
  limit: number,
  skip = 0,
): Promise<string> {
  const after = readCursor(cursor)
  const position = sql`jsonb_build_object('xid', xid::text, 'entity', entity, 'id', id)`
  // With rows to leave out, the last of them comes as the first one found: where it stands, the page begins.
  const left = skip === 0 ? 0 : 1
  const { rows } = await sql<Found>`
    with found as (
      select xid, entity, "entityId" as id, gone, row_number() over (order by xid, entity, "entityId") as n
      from (select * from feed
        where "centreId" = ${centreId}
          and xid < pg_snapshot_xmin(pg_current_snapshot())
          and (xid, entity, "entityId") > (${after.xid}::xid8, ${after.entity}, ${after.id}::uuid)
        order by xid, entity, "entityId"
        offset ${skip - left} limit ${left + limit + 1}) ahead),
    page as (select * from found where n > ${left} and n <= ${left + limit}),
    present as materialized (select entity, gone, array_agg(id) as ids from page group by entity, gone)
    select (select string_agg(line, E'\\n') from (${pageLines}) written) as lines,
      (select count(*)::int from page) as count, exists (select from found where n > ${left + limit}) as more,
      (select ${position} from found where n <= ${left}) as "from",
      (select ${position} from page where n = (select max(n) from page)) as "to"`.execute(central.db)
  const { lines = null, count = 0, more = false, from = null, to = null } = rows[0] ?? {}
  const start = from ? writeCursor(from) : cursor
  const head = {
    kind: 'page',
    from: start,
    epoch: central.epoch,
    schema: apiSchema,
    at: central.now().toISOString(),
    ...(start === '' ? { total: await countFeed(central, centreId) } : {}),
  }
  const end = { kind: 'end', to: to ? writeCursor(to) : start, more, count }
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

import { setImmediate } from 'node:timers/promises'
import { apiSchema, changes, pageLimit, type FeedLine } from '../../shared/api.ts'
import { entities } from '../../shared/changes/shape.ts'
import type { ChangedTable } from '../../shared/ipc.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readMeta, writeMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { writeCentre } from './entities.ts'
import type { Http } from './http.ts'
import { letGo, takeOver } from './overlay.ts'
import { redirect } from './redirect.ts'

type Line<K extends FeedLine['kind']> = Extract<FeedLine, { kind: K }>

/** A line that says something of a row. */
export type RowLine = Exclude<FeedLine, { kind: 'page' | 'end' }>

/** One page of the feed, whole. */
export interface Page {
  readonly head: Line<'page'>
  readonly rows: readonly RowLine[]
  readonly end: Line<'end'>
}

/**
 * Takes what changed at central, page after page (docs/protocol.md, D6). Answers how many rows came.
 * @param onPage called after each page is committed, with the nouns that it brought
 */
export async function pullAll(
  db: Cache,
  http: Http,
  token: string,
  now: () => Date,
  onPage: (tables: readonly ChangedTable[]) => void,
): Promise<Result<number>> {
  let taken = 0
  for (;;) {
    const cursor = readMeta(db, 'cursor') ?? ''
    const lines = await http.lines(changes, { cursor, limit: pageLimit }, token)
    if (!lines.ok) return lines
    const page = wholePage(lines.value)
    if (!page) return fail('central.notCertassur', 'the page was cut short')
    // Reading the page and writing it are two turns: between them the window's calls are answered.
    await setImmediate()
    const applied = applyPage(db, page, now())
    if (!applied.ok) return applied
    taken += page.rows.length
    if (page.rows.length > 0) onPage(nounsOf(page))
    if (!page.end.more) return ok(taken)
  }
}

const nounsOf = (page: Page): readonly ChangedTable[] => [...new Set(page.rows.flatMap(nounsOfLine))]

/** A row that became another one changes whatever names it. */
function nounsOfLine(line: RowLine): readonly ChangedTable[] {
  if (line.kind === 'redirect') return entities
  return [line.kind === 'tombstone' ? line.entity : line.kind]
}

/** A page that begins, ends, and holds as many lines as it says; undefined for anything else. */
export function wholePage(lines: readonly FeedLine[]): Page | undefined {
  const [head, ...rest] = lines
  const end = rest.at(-1)
  const rows = rest.slice(0, -1)
  if (head?.kind !== 'page' || end?.kind !== 'end' || rows.length !== end.count) return undefined
  const inside = rows.filter((line): line is RowLine => line.kind !== 'page' && line.kind !== 'end')
  return inside.length === rows.length ? { head, rows: inside, end } : undefined
}

/** A page and its cursor in one transaction, and only where the last page ended. */
export function applyPage(db: Cache, page: Page, now: Date): Result<null> {
  return db.transaction(() => {
    const epoch = readMeta(db, 'epoch')
    if (epoch !== null && epoch !== page.head.epoch) return fail('central.refused', 'central was restored from a copy')
    if (page.head.schema !== apiSchema) return fail('central.refused', 'another version of the contract')
    if (page.head.from !== (readMeta(db, 'cursor') ?? '')) return fail('central.notCertassur', 'not the page asked for')
    if (page.end.more && page.end.to === page.head.from)
      return fail('central.notCertassur', 'a page that leads nowhere')
    for (const line of page.rows) takeLine(db, line)
    writeMeta(db, 'epoch', page.head.epoch)
    writeMeta(db, 'cursor', page.end.to)
    writeMeta(db, 'receivedAt', now.toISOString())
    if (!page.end.more && readMeta(db, 'loadedAt') === null) writeMeta(db, 'loadedAt', now.toISOString())
    return ok(null)
  })()
}

function takeLine(db: Cache, line: RowLine): void {
  if (line.kind === 'tombstone') letGo(db, line.entity, line.id)
  else if (line.kind === 'redirect') redirect(db, line.entity, line.id, line.into)
  else if (line.kind === 'centre') writeCentre(db, line.row)
  else takeOver(db, line.kind, line.row)
}

import { remember } from '../redirect.ts'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { apiSchema, changes, firstLoadPageLimit } from '../../../shared/api.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { writeMeta } from '../../cache/meta.ts'
import { type Cache, createSideCache } from '../../cache/open.ts'
import { stores, writeCentre } from '../entities.ts'
import { openHttp, type Timeouts } from '../http.ts'
import { type RowLine, wholePage } from '../pull.ts'

/** What the main process hands over; the key is 32 bytes. */
export interface LoadOrder {
  readonly file: string
  readonly key: Uint8Array
  readonly salt: string
  readonly address: string
  readonly token: string
  readonly epoch: string
  readonly timeouts: Timeouts
}

/** What comes back: how far it is, and once how it ended. */
export type LoadNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'end'; readonly result: Result<null> }

const tell = (news: LoadNews) => parentPort?.postMessage(news, [])

/**
 * Receives everything of a centre into a file that nobody reads yet (docs/protocol.md, D8).
 *
 * Nothing of it is safe until the end, so nothing is synced to the disk before: indexes last, then one fsync. Whatever
 * goes wrong, the file is thrown away and the load begins anew.
 */
async function load(order: LoadOrder): Promise<Result<null>> {
  const db = createSideCache(order.file, Buffer.from(order.key), order.salt)
  try {
    const indexes = dropIndexes(db)
    const received = await receive(db, order)
    if (!received.ok) return received
    for (const index of indexes) db.exec(index)
  } finally {
    db.close()
  }
  const descriptor = openSync(order.file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  return ok(null)
}

/** Takes the indexes away and answers how to make them again: built at the end they cost half. */
function dropIndexes(db: Cache): readonly string[] {
  const found = db.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`).all()
  const indexes = found as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
  return indexes.map(({ sql }) => sql)
}

/** The next page is under way while this one is written: central and this thread work at the same time. */
async function receive(db: Cache, { address, token, epoch, timeouts }: LoadOrder): Promise<Result<null>> {
  const http = openHttp(address, timeouts)
  const ask = (from: string) => http.lines(changes, { cursor: from, limit: firstLoadPageLimit }, token)
  let cursor = ''
  let done = 0
  let total = 0
  let coming = ask(cursor)
  for (;;) {
    const lines = await coming
    if (!lines.ok) return lines
    const page = wholePage(lines.value)
    if (!page || page.head.from !== cursor || (page.end.more && page.end.to === cursor)) {
      return fail('central.notCertassur', 'not the page asked for')
    }
    if (page.head.epoch !== epoch) return fail('central.refused', 'central was restored from a copy')
    if (page.head.schema !== apiSchema) return fail('central.refused', 'another version of the contract')
    cursor = page.end.to
    if (page.end.more) coming = ask(cursor)
    await writeAll(db, page.rows)
    done += page.rows.length
    total = page.head.total ?? total
    tell({ kind: 'progress', done, total: Math.max(done, total) })
    if (!page.end.more) break
  }
  const now = new Date().toISOString()
  for (const key of ['receivedAt', 'loadedAt'] as const) writeMeta(db, key, now)
  writeMeta(db, 'epoch', epoch)
  writeMeta(db, 'cursor', cursor)
  return ok(null)
}

/** Rows between two looks at the network. */
const SLICE = 500

async function writeAll(db: Cache, rows: readonly RowLine[]): Promise<void> {
  db.exec('BEGIN')
  for (let at = 0; at < rows.length; at += SLICE) {
    for (const line of rows.slice(at, at + SLICE)) write(db, line)
    await setImmediate()
  }
  db.exec('COMMIT')
}

function write(db: Cache, line: RowLine): void {
  if (line.kind === 'tombstone') stores[line.entity].remove(db, line.id)
  else if (line.kind === 'redirect') remember(db, line.entity, line.id, line.into)
  else if (line.kind === 'centre') writeCentre(db, line.row)
  else stores[line.kind].write(db, line.row, undefined)
}

const result = await load(workerData as LoadOrder).catch((error: unknown) => {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  return code.startsWith('SQLITE_FULL')
    ? fail('disk.full', 'the disk is full')
    : fail('call.failed', `the first load failed: ${name} ${code}`)
})
tell({ kind: 'end', result })

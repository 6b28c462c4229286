import { remember } from '../redirect.ts'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { changes, firstLoadPageLimit } from '../../../shared/api.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { writeMeta } from '../../cache/meta.ts'
import { syncFile } from '../../desk/files.ts'
import { type Cache, createSideCache } from '../../cache/open.ts'
import { stores, writeCentre } from '../entities.ts'
import { openHttp, type Timeouts } from '../http.ts'
import type { RowLine } from '../pull.ts'
import { readPages } from './pages.ts'

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
    // As the desk will open it: the main process has nothing left to convert.
    db.pragma('journal_mode = WAL')
  } finally {
    db.close()
  }
  syncFile(order.file)
  return ok(null)
}

/** Takes the indexes away and answers how to make them again: built at the end they cost half. */
function dropIndexes(db: Cache): readonly string[] {
  const found = db.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`).all()
  const indexes = found as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
  return indexes.map(({ sql }) => sql)
}

async function receive(db: Cache, { address, token, epoch, timeouts }: LoadOrder): Promise<Result<null>> {
  const http = openHttp(address, timeouts)
  let done = 0
  const received = await readPages(
    (cursor, skip) => http.lines(changes, { cursor, limit: firstLoadPageLimit, skip }, token),
    { limit: firstLoadPageLimit, epoch },
    async ({ rows }, total) => {
      await writeAll(db, rows)
      done += rows.length
      tell({ kind: 'progress', done, total: Math.max(done, total) })
    },
  )
  if (!received.ok) return received
  const now = new Date().toISOString()
  for (const key of ['receivedAt', 'loadedAt'] as const) writeMeta(db, key, now)
  writeMeta(db, 'epoch', epoch)
  writeMeta(db, 'cursor', received.value)
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

import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { entities } from '../../shared/changes/shape.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import type { SyncState } from '../../shared/calls/sync.ts'
import { createSideCache } from '../../src-main/cache/open.ts'
import { aDesk } from '../../test/helpers/desk.ts'
import { askPairingCode, startEmbeddedCentral } from '../embeddedCentral.ts'
import { median, print } from './report.ts'

// The first sync of a desk, from HTTP to an indexed encrypted file, beside the raw encrypted insert of the same rows:
// same format, pragmas, columns, search texts and late indexes. node scripts/bench/firstSync.ts --persons N [--rounds 5]
const { values } = parseArgs({
  options: { persons: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '5' } },
})
const persons = Number(values.persons)
const work = mkdtempSync(join(tmpdir(), 'bench-sync-'))
const central = await startEmbeddedCentral(join(work, 'central'), 0, { world: 'full', persons })

/** Everything that a load writes, table by table, as it stands in the file. */
type Tables = ReadonlyMap<string, readonly Record<string, unknown>[]>

/** A new desk each time; answers how long the load took and what it brought. */
async function sync(round: number): Promise<{ readonly ms: number; readonly tables: Tables }> {
  const folder = mkdtempSync(join(work, `desk-${round}-`))
  let loaded: () => void = () => undefined
  let began = 0
  const { desk, call } = aDesk({
    folder,
    // As the application ships it: in one file.
    firstLoadWorker: join(import.meta.dirname, '../../out/main/firstLoad.js'),
    emit: (name, value) => {
      if (name !== 'sync:changed') return
      const state = value as SyncState
      if (state.busy && began === 0) began = performance.now()
      if (!state.firstLoad) loaded()
    },
  })
  const done = new Promise<void>((resolve) => {
    loaded = resolve
  })
  await call('desk:pair', { address: central.address, code: await askPairingCode(central.address) })
  await call('operator:signIn', { username: 'marie.lambert', password: demoPassword })
  await done
  const ms = performance.now() - began
  const db = desk.opened()?.db
  if (!db) throw new Error('locked')
  const tables = new Map(
    [...entities, 'centre'].map((name) => {
      const columns = db.prepare(`SELECT name FROM pragma_table_info('${name}')`).pluck().all() as string[]
      const rows = db.prepare(`SELECT ${columns.join(', ')} FROM "${name}" ORDER BY id`).all()
      return [name, rows as Record<string, unknown>[]]
    }),
  )
  await desk.lock()
  return { ms, tables }
}

/** The same rows into the same kind of file, with nothing before and nothing between. */
function raw(tables: Tables, round: number): number {
  const file = join(work, `raw-${round}.db`)
  const start = performance.now()
  const db = createSideCache(file, Buffer.alloc(32, round + 1), 'ab'.repeat(16))
  const indexes = db.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`).all()
  for (const { name } of indexes as { name: string }[]) db.exec(`DROP INDEX "${name}"`)
  for (const [name, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) continue
    const insert = db.prepare(
      `INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    )
    for (let at = 0; at < rows.length; at += 5000) {
      db.transaction(() => rows.slice(at, at + 5000).forEach((row) => insert.run(row)))()
    }
  }
  for (const { sql } of indexes as { sql: string }[]) db.exec(sql)
  db.close()
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  const ms = performance.now() - start
  rmSync(file)
  return ms
}

try {
  const ours: number[] = []
  const theirs: number[] = []
  let rows = 0
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const { ms, tables } = await sync(round)
    ours.push(ms)
    rows = [...tables.values()].reduce((sum, table) => sum + table.length, 0)
    theirs.push(raw(tables, round))
  }
  const rate = (ms: number) => `${Math.round(rows / ms)}k rows/s`
  const good = print([
    {
      what: `first sync, ${persons.toLocaleString('en')} people (${rows.toLocaleString('en')} rows)`,
      ours: `${Math.round(median(ours))} ms, ${rate(median(ours))}`,
      beside: `raw encrypted insert ${Math.round(median(theirs))} ms, ${rate(median(theirs))}`,
      ratio: median(theirs) / median(ours),
      atLeast: 0.6,
    },
  ])
  if (!good) process.exitCode = 1
} finally {
  await central.stop()
  rmSync(work, { recursive: true, force: true })
}

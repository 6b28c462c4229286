import { readFileSync, readdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { SyncState } from '../../shared/calls/sync.ts'
import { demoPassword } from '../../src-central/demo/world.ts'
import { fillSignIn, launch } from '../../test/helpers/application.ts'
import { texts } from '../../test/helpers/texts.ts'
import { askPairingCode, startEmbeddedCentral } from '../embeddedCentral.ts'
import { median, print, type Row } from './report.ts'

// The application itself, in real Electron: the longest block of its main process during a first sync, its start beside
// an empty window, its memory with and without records. node scripts/bench/electron.ts [--persons 20000] [--rounds 5]
const { values } = parseArgs({
  options: { persons: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '5' } },
})
const persons = Number(values.persons)
const rounds = Number(values.rounds)
const executablePath = process.env['DESK_ELECTRON']
if (!executablePath) throw new Error('run it with: npm run bench -- desk')
const work = mkdtempSync(join(tmpdir(), 'bench-electron-'))
const central = await startEmbeddedCentral(join(work, 'central'), 0, { world: 'full', persons })
const thousands = persons.toLocaleString('en')

const syncState = (page: Page): Promise<SyncState> =>
  page.evaluate(async () => {
    const reply = await window.desk.invoke('sync:read', {})
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value
  })

/** Measures in the main process from now on how late its event loop is; answers how to read the worst, in milliseconds. */
async function watchLoop(electron: ElectronApplication): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const histogram = monitorEventLoopDelay({ resolution: 5 })
    histogram.enable()
    Object.assign(globalThis, { histogram })
  })
  return () => electron.evaluate(() => (globalThis as unknown as { histogram: { max: number } }).histogram.max / 1e6)
}

/** The memory of a process and all its children, shared pages counted by their share, in megabytes. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended while the list was read.
    }
  }
  const belongs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && belongs(parents.get(pid) ?? 0))
  let kilobytes = 0
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes / 1000
}

/** A desk of a new folder, signed in, with everything received; the worst delay of its main process while that ran. */
async function firstSync(folder: string) {
  const args = [`--central=${central.address}`, `--pairing-code=${await askPairingCode(central.address)}`]
  const desk = await launch({ folder, args })
  const worst = await watchLoop(desk.electron)
  const begin = performance.now()
  await fillSignIn(desk.page, 'fr', 'marie.lambert', demoPassword)
  await desk.page.getByRole('heading', { name: texts('fr').today.title, level: 1 }).waitFor()
  while ((await syncState(desk.page)).firstLoad) await desk.page.waitForTimeout(50)
  const ms = performance.now() - begin
  await desk.page.waitForTimeout(1_000)
  const block = await worst()
  const memory = memoryOf(desk.electron.process().pid ?? 0)
  await desk.close()
  return { ms, block, memory }
}

/** From the start of the process to a window in which something stands. */
async function timeTo(args: readonly string[], ready: (page: Page) => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  const electron = await _electron.launch({ executablePath, args: [...args], chromiumSandbox: true })
  const page = await electron.firstWindow()
  await ready(page)
  const ms = performance.now() - begin
  await electron.close()
  return ms
}

function emptyApplication(): string {
  const folder = mkdtempSync(join(work, 'empty-'))
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","main":"main.cjs"}')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
     app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('data:text/html,<p id=here>here'))`,
  )
  return folder
}
// Directly in the temporary folder: the user that Electron runs as here may not look into ours.
const full = mkdtempSync(join(tmpdir(), 'bench-full-'))
const fewFolder = mkdtempSync(join(tmpdir(), 'bench-few-'))

try {
  const rows: Row[] = []
  const { ms, block, memory } = await firstSync(full)
  rows.push({
    what: `longest block of the main process, ${thousands} people`,
    ours: `${block.toFixed(1)} ms`,
    beside: `limit 50 ms; the first sync took ${Math.round(ms)} ms`,
    ratio: block / 50,
    atMost: 1,
  })

  const root = join(import.meta.dirname, '../..')
  const empty = emptyApplication()
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(
      await timeTo([empty, `--user-data-dir=${mkdtempSync(join(work, 'e-'))}`], (page) =>
        page.locator('#here').waitFor(),
      ),
    )
    ours.push(
      await timeTo([root, `--user-data-dir=${full}`], (page) =>
        page.getByLabel(texts('fr').desk.signIn.username, { exact: true }).waitFor(),
      ),
    )
  }
  rows.push({
    what: `cold start to the sign-in, ${thousands} people kept`,
    ours: `${Math.round(median(ours))} ms`,
    beside: `an empty window ${Math.round(median(theirs))} ms`,
    ratio: median(ours) / median(theirs),
    atMost: 1.5,
  })

  const small = await startEmbeddedCentral(join(work, 'small'), 0)
  const few = await launch({
    args: [`--central=${small.address}`, `--pairing-code=${await askPairingCode(small.address)}`],
    folder: fewFolder,
  })
  await fillSignIn(few.page, 'fr', 'marie.lambert', demoPassword)
  await few.page.getByRole('heading', { name: texts('fr').today.title, level: 1 }).waitFor()
  while ((await syncState(few.page)).firstLoad) await few.page.waitForTimeout(50)
  await few.page.waitForTimeout(1_000)
  const bare = memoryOf(few.electron.process().pid ?? 0)
  await few.close()
  await small.stop()
  // What is searched stands in memory: a million people may take so much beside the rest.
  const lists = (130 * persons) / 1_000_000
  rows.push({
    what: `memory of all processes, ${thousands} people`,
    ours: `${Math.round(memory)} MB`,
    beside: `with 320 people ${Math.round(bare)} MB, lists ${Math.round(lists)} MB`,
    ratio: (memory - lists) / bare,
    atMost: 1.3,
  })
  if (!print(rows)) process.exitCode = 1
} finally {
  await central.stop()
  for (const folder of [work, full, fewFolder]) rmSync(folder, { recursive: true, force: true })
}

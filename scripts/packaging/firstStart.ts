import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const TITLE = 'Certassur Centre'
const FIRST_START_MS = 30_000
const CLOSE_MS = 10_000
const LOG_LINES_SHOWN = 40

/**
 * Starts the shipped application once, on an empty data folder.
 * Its window must appear (asked of the display, so on Linux only), and its log must say that it started and nothing
 * worse than a warning.
 */
export async function checkFirstStart(executable: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'certassur-first-start-'))
  const log = join(data, 'logs/main.log')
  const app = start(executable, data)
  try {
    const begin = performance.now()
    await until(() => showsWindow() && hasStarted(read(log)), app, log)
    console.log(`first start: window and log after ${((performance.now() - begin) / 1000).toFixed(1)} s`)
    await close(app)
    assert.deepEqual(errorsIn(read(log)), [], 'error lines in the log of a first start')
  } finally {
    app.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function start(executable: string, data: string): ChildProcess {
  const launcher = process.env.DESK_ELECTRON
  assert.ok(launcher, 'DESK_ELECTRON is not set: start this by npm run dist')
  const env = { ...process.env, DESK_EXECUTABLE: executable }
  const command = process.platform === 'linux' ? launcher : insideBundle(executable)
  return spawn(command, [`--user-data-dir=${data}`], { env, stdio: 'ignore' })
}

const insideBundle = (executable: string) =>
  executable.endsWith('.app') ? join(executable, 'Contents/MacOS', TITLE) : executable

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const hasStarted = (log: string) => /\[info\]\s+(\(.*?\)\s+)?started\b/.test(log)
const errorsIn = (log: string) => log.split('\n').filter((line) => /\[error\]|"level":\s*"error"/i.test(line))

function showsWindow(): boolean {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' })
  return stdout.includes(`"${TITLE}"`)
}

async function until(condition: () => boolean, app: ChildProcess, log: string): Promise<void> {
  const end = performance.now() + FIRST_START_MS
  while (!condition()) {
    const shown = read(log).split('\n').slice(-LOG_LINES_SHOWN).join('\n')
    assert.equal(app.exitCode, null, `the application ended by itself (exit ${app.exitCode}); its log:\n${shown}`)
    assert.ok(
      performance.now() < end,
      `window on the display: ${showsWindow()}, started in the log: ${hasStarted(read(log))}; the log:\n${shown}`,
    )
    await sleep(200)
  }
}

async function close(app: ChildProcess): Promise<void> {
  const closed = once(app, 'exit')
  app.kill('SIGTERM')
  const inTime = await Promise.race([closed.then(() => true), sleep(CLOSE_MS, false, { ref: false })])
  assert.ok(inTime, 'the application did not close when asked to')
}

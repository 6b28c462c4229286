import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from './paths.mjs'

/** A failure somebody can act on: its message is shown alone, without a stack. */
export class ExpectedError extends Error {
  expected = true
}

/**
 * Runs the steps of the set-up and remembers how long each took.
 * A step returns false when there was nothing to do.
 */
export function createSteps(print = console.log) {
  const done = []
  return {
    async run(name, work) {
      const start = performance.now()
      const did = await work()
      const seconds = (performance.now() - start) / 1000
      done.push({ name, did: did !== false, seconds })
      if (did !== false) print(`set-up: ${name} (${seconds.toFixed(1)} s)`)
    },
    summary() {
      const total = done.reduce((sum, step) => sum + step.seconds, 0)
      if (done.every((step) => !step.did)) return `set-up: already done (${total.toFixed(1)} s)`
      return table(
        ['set-up', 'state', 'seconds'],
        done.map((step) => [step.name, step.did ? 'done' : 'already done', step.seconds.toFixed(1)]),
      )
    },
  }
}

/** @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}

const stampFile = (name) => join(cache, `${name}.stamp`)

export const isStamped = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value

export function stamp(name, value) {
  mkdirSync(cache, { recursive: true })
  writeFileSync(stampFile(name), value)
}

export const unstamp = (name) => rmSync(stampFile(name), { force: true })

/** @param {(string | Buffer)[]} parts */
export function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Runs a command from the project's root and returns what it printed; throws with its output when it fails. */
export function must(command, args, options = {}) {
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (run.status === 0) return run.stdout ?? ''
  const reason = run.error?.message ?? (run.signal ? `signal ${run.signal}` : `exit ${run.status}`)
  throw new ExpectedError(
    `${command} ${args.join(' ')} failed (${reason})\n${run.stdout ?? ''}${run.stderr ?? ''}`.trimEnd(),
  )
}

/**
 * Runs the npm that started us, or the one on the path: the Node that runs us may be a package of the project, which an
 * installation takes away and does not bring back at once.
 */
export function npm(args, options = {}) {
  const started = process.env.npm_execpath ?? ''
  const isThere = started.endsWith('npm-cli.js') && existsSync(started) && existsSync(process.execPath)
  if (isThere) return must(process.execPath, [started, ...args], options)
  return must('npm', args, { shell: process.platform === 'win32', ...options })
}

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { packageFile, projectNode, root } from '../setup/paths.mjs'
import { readFileSync } from 'node:fs'

/** A step that ended with something else than 0. */
export class StepFailed extends Error {
  expected = true
  constructor(step, code) {
    super(`failed: ${step} (exit ${code})`)
    this.step = step
    this.code = code
  }
}

/**
 * Runs the steps of one task and remembers them for the table at the end.
 * @param {{ env: NodeJS.ProcessEnv, display: string[] }} machine
 */
export function createRunner(machine) {
  const steps = []
  /**
   * One named step. Its work returns false when there was nothing to do.
   * @param {string} name
   * @param {() => unknown} work
   */
  async function step(name, work) {
    console.log(`\n── ${name}`)
    const start = performance.now()
    const record = { name, seconds: 0, failed: true }
    steps.push(record)
    try {
      const did = await work()
      record.failed = false
      if (did === false) console.log('nothing changed')
    } finally {
      record.seconds = (performance.now() - start) / 1000
      console.log(`── ${name}: ${record.seconds.toFixed(1)} s${record.failed ? ', failed' : ''}`)
    }
  }
  /**
   * A file run by the project's own Node; throws when it fails.
   * @param {string} name
   * @param {string[]} args
   * @param {{ needsDisplay?: boolean, env?: NodeJS.ProcessEnv }} options
   */
  async function node(name, args, { needsDisplay = false, env = {} } = {}) {
    const [command, ...rest] = [...(needsDisplay ? machine.display : []), projectNode, ...args]
    const code = await exitCodeOf(command, rest, { ...machine.env, ...env })
    if (code !== 0) throw new StepFailed(name, code)
  }
  /** A step that is one command of an installed package. */
  const tool = (name, [packageName, command], args, options) =>
    step(name, () => node(name, [binaryOf(packageName, command), ...args], options))
  return { steps, step, node, tool }
}

/** The file behind a command of an installed package; the shims in .bin cannot be started alike on every platform. */
export function binaryOf(packageName, command) {
  const { bin } = JSON.parse(readFileSync(packageFile(`${packageName}/package.json`), 'utf8'))
  return packageFile(`${packageName}/${typeof bin === 'string' ? bin : bin[command]}`)
}

function exitCodeOf(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
    // Ctrl-C reaches the child by itself; we only have to outlive it, so that its exit code is not lost.
    const wait = () => {}
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', wait)
    process.on('SIGTERM', forward)
    const forget = () => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', forward)
    }
    child.on('error', (error) => {
      forget()
      reject(error)
    })
    child.on('close', (code, signal) => {
      forget()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

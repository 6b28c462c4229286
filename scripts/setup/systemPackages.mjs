import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ExpectedError, must } from './steps.mjs'

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * What this machine will be asked to do.
 * @typedef {{ executable: string, compiles: boolean, looksAtWindows: boolean, runsServer: boolean, prints: boolean }} Needs
 *   runsServer: the tests of central run on PostgreSQL's own server too; prints: tests print on a CUPS server of their own
 */

/** What Chromium links to; asked for as a whole, because each library name maps to its own package. */
const ELECTRON_LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']

/**
 * Looks at this machine.
 * @param {Needs} needs
 */
function systemFacts(needs) {
  const isRoot = process.getuid?.() === 0
  const linked = spawnSync('ldd', [needs.executable], { encoding: 'utf8' }).stdout ?? ''
  return {
    isRoot,
    hasApt: has('apt-get'),
    hasDisplay: hasDisplay(),
    hasXvfb: has('xvfb-run') && has('xauth') && has('Xvfb'),
    hasSetpriv: has('setpriv'),
    hasCompiler: has('gcc') && has('g++') && existsSync('/usr/include/stdlib.h'),
    hasWindowTools: has('xwininfo'),
    hasServer: existsSync('/usr/lib/postgresql') || has('initdb'),
    hasPrintServer: existsSync('/usr/sbin/cupsd') && has('lp'),
    hasFonts:
      existsSync('/usr/share/fonts/truetype') ||
      existsSync('/usr/share/fonts/opentype') ||
      existsSync('/usr/local/share/fonts'),
    missingLibraries: linked
      .split('\n')
      .filter((line) => line.includes('not found'))
      .map((line) => line.trim().split(' ')[0]),
    compiles: needs.compiles,
    looksAtWindows: needs.looksAtWindows,
    runsServer: needs.runsServer,
    prints: needs.prints,
  }
}

export const hasDisplay = (env = process.env) => Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/**
 * The Debian packages that are missing.
 * @param {ReturnType<typeof systemFacts>} facts
 * @returns {string[]}
 */
function missingPackages(facts) {
  return [
    ...(facts.missingLibraries.length > 0 ? ELECTRON_LIBRARIES : []),
    ...(facts.hasFonts ? [] : ['fonts-dejavu-core']),
    ...(facts.hasDisplay || facts.hasXvfb ? [] : ['xvfb', 'xauth']),
    ...(facts.compiles && !facts.hasCompiler ? ['g++', 'libc6-dev'] : []),
    ...(facts.isRoot && !facts.hasSetpriv ? ['util-linux'] : []),
    ...(facts.looksAtWindows && !facts.hasWindowTools ? ['x11-utils'] : []),
    ...(facts.runsServer && !facts.hasServer ? ['postgresql'] : []),
    ...(facts.prints && !facts.hasPrintServer ? ['cups-daemon', 'cups-client'] : []),
  ]
}

const installArguments = (packages) => ['install', '-y', '--no-install-recommends', ...packages]

/**
 * What to do about them: nothing, install, or one sentence for somebody who may.
 * @param {ReturnType<typeof systemFacts>} facts
 * @returns {{ kind: 'nothing' } | { kind: 'install', packages: string[] } | { kind: 'ask', sentence: string }}
 */
export function planPackages(facts, currentName = (name) => name) {
  const packages = missingPackages(facts).map(currentName)
  if (packages.length === 0) return { kind: 'nothing' }
  if (!facts.hasApt)
    return {
      kind: 'ask',
      sentence: `these Debian packages or their equal are needed on this system: ${packages.join(' ')}`,
    }
  if (facts.isRoot) return { kind: 'install', packages }
  return {
    kind: 'ask',
    sentence: `Debian packages are missing; run once: sudo apt-get update && sudo apt-get ${installArguments(packages).join(' ')}`,
  }
}

/** Newer Debian and Ubuntu renamed some libraries when they moved to 64-bit times. */
function currentPackageName(name) {
  return name.startsWith('lib') && succeeds('apt-cache', ['show', '--no-all-versions', `${name}t64`])
    ? `${name}t64`
    : name
}

/** @param {Needs} needs */
export async function installSystemPackages(needs) {
  const facts = systemFacts(needs)
  if (missingPackages(facts).length === 0) return false
  if (facts.isRoot && facts.hasApt) await apt(['update', '-qq'])
  const plan = planPackages(facts, facts.hasApt ? currentPackageName : undefined)
  if (plan.kind === 'ask') throw new ExpectedError(plan.sentence)
  if (plan.kind === 'nothing') return false
  await apt([...installArguments(plan.packages), '-qq'])
  const after = systemFacts(needs)
  const still = [...missingPackages(after), ...after.missingLibraries]
  if (still.length > 0) throw new ExpectedError(`still missing after apt-get install: ${still.join(' ')}`)
  return true
}

/** Mirrors hiccup: three attempts before giving up. */
async function apt(args) {
  for (let attempt = 1; ; attempt++) {
    try {
      must('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      return
    } catch (error) {
      if (attempt === 3) throw error
      await sleep(attempt * 2000)
    }
  }
}

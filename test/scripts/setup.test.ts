import { describe, expect, test } from 'vitest'
import { launcherScript } from '../../scripts/setup/launcher.mjs'
import { samePackages } from '../../scripts/setup/npmPackages.mjs'
import { planPackages } from '../../scripts/setup/systemPackages.mjs'
import { lastLine } from '../../scripts/tasks/reports.mjs'

/** A desk where nothing is missing, except what the test takes away. */
const machine = (missing = {}) => ({
  isRoot: false,
  hasApt: true,
  hasDisplay: false,
  hasXvfb: true,
  hasSetpriv: true,
  hasCompiler: true,
  hasWindowTools: true,
  hasFonts: true,
  missingLibraries: [] as string[],
  compiles: true,
  looksAtWindows: false,
  hasServer: true,
  runsServer: false,
  hasPrintServer: true,
  prints: false,
  ...missing,
})

describe('system packages', () => {
  test('nothing is asked of a machine that has everything', () => {
    expect(planPackages(machine())).toEqual({ kind: 'nothing' })
  })

  test('somebody who is not root gets one line with the command', () => {
    const plan = planPackages(machine({ hasXvfb: false, hasCompiler: false }))
    expect(plan).toEqual({
      kind: 'ask',
      sentence:
        'Debian packages are missing; run once: sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth g++ libc6-dev',
    })
  })

  test('root installs, and also what it needs to stop being root', () => {
    const plan = planPackages(machine({ isRoot: true, hasSetpriv: false, missingLibraries: ['libgtk-3.so.0'] }))
    expect(plan).toEqual({
      kind: 'install',
      packages: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'util-linux'],
    })
  })

  test('a system without apt is told the names', () => {
    expect(planPackages(machine({ isRoot: true, hasApt: false, hasFonts: false }))).toMatchObject({
      kind: 'ask',
      sentence: expect.stringContaining('fonts-dejavu-core'),
    })
  })

  test('a display, an official Electron and a task without windows each spare a package', () => {
    const bare = { hasXvfb: false, hasCompiler: false, hasWindowTools: false }
    expect(planPackages(machine({ ...bare, hasDisplay: true, compiles: false }))).toEqual({ kind: 'nothing' })
    expect(
      planPackages(machine({ ...bare, hasDisplay: true, compiles: false, looksAtWindows: true, isRoot: true })),
    ).toEqual({ kind: 'install', packages: ['x11-utils'] })
  })

  test('the database server is installed for the tasks that test on it', () => {
    expect(planPackages(machine({ hasServer: false }))).toEqual({ kind: 'nothing' })
    const plan = planPackages(machine({ hasServer: false, runsServer: true, isRoot: true }))
    expect(plan).toEqual({ kind: 'install', packages: ['postgresql'] })
  })

  test('a print server is installed for the tasks that test printing', () => {
    expect(planPackages(machine({ hasPrintServer: false }))).toEqual({ kind: 'nothing' })
    const plan = planPackages(machine({ hasPrintServer: false, prints: true, isRoot: true }))
    expect(plan).toEqual({ kind: 'install', packages: ['cups-daemon', 'cups-client'] })
  })

  test('renamed packages are asked for by their present name', () => {
    const plan = planPackages(machine({ missingLibraries: ['libnss3.so'] }), (name) =>
      name === 'libasound2' ? 'libasound2t64' : name,
    )
    expect(plan).toMatchObject({ kind: 'ask', sentence: expect.stringContaining(' libasound2t64 ') })
  })
})

describe('launcher', () => {
  const facts = { executable: "/opt/o'brien/electron", home: '/opt/home' }

  test('the sandbox is never switched off', () => {
    for (const isRoot of [true, false]) expect(launcherScript({ ...facts, isRoot })).not.toContain('sandbox')
  })

  test('root becomes nobody before Electron starts', () => {
    expect(launcherScript({ ...facts, isRoot: true })).toContain(
      'exec setpriv --reuid=65534 --regid=65534 --clear-groups',
    )
  })

  test('anybody else just starts it', () => {
    expect(launcherScript({ ...facts, isRoot: false })).toContain(
      `electron='/opt/o'\\''brien/electron'\nexec "\${DESK_EXECUTABLE:-$electron}" "$@"`,
    )
  })
})

describe('installed npm packages', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/other-platform': { version: '2.0.0', optional: true },
    },
  }

  test('packages of other platforms may be absent', () => {
    expect(samePackages(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })

  test('another version or an absent package asks for an installation', () => {
    expect(samePackages(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    expect(samePackages(lock, { packages: {} })).toBe(false)
  })
})

describe('last line of npm test', () => {
  test('skipped tests are named only when there are any', () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 }, false)).toBe('12 passed, 0 failed')
    expect(lastLine({ passed: 12, failed: 1, skipped: 2 }, true)).toBe('12 passed, 1 failed, 2 skipped')
  })

  test('a failed step without a failed test is a failure', () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 }, true)).toBe('12 passed, 1 failed')
  })
})

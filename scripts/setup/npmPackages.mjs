import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules, packageFile, projectNode, root } from './paths.mjs'
import { hashOf, isStamped, must, npm, stamp } from './steps.mjs'

const inherit = { stdio: ['ignore', 'inherit', 'inherit'] }

/**
 * Installs what package-lock.json says.
 * Install scripts are off except that of `node`: npm before 11 does not know "allowScripts" and would compile the
 * SQLite addon, which is already there prebuilt.
 */
export function installNpmPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const value = hashOf(lock)
  if (existsSync(projectNode) && isStamped('npm-packages', value)) return false
  if (!installedMatches(JSON.parse(lock.toString()))) npm(['ci', '--ignore-scripts', '--loglevel=error'], inherit)
  if (!nodeRuns()) npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], inherit)
  must(projectNode, ['--version'])
  stamp('npm-packages', value)
  return true
}

/** Somebody who ran `npm install` or `npm ci` before us needs no second installation. */
function installedMatches(lock) {
  const file = join(nodeModules, '.package-lock.json')
  if (!existsSync(file)) return false
  return samePackages(lock, JSON.parse(readFileSync(file, 'utf8')))
}

/** Optional packages of other platforms are in the lock file and rightly not installed. */
export function samePackages(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === wanted.version : wanted.optional === true || wanted.devOptional === true
  })
}

function nodeRuns() {
  if (!existsSync(projectNode)) return false
  const wanted = JSON.parse(readFileSync(packageFile('node/package.json'), 'utf8')).version
  try {
    return must(projectNode, ['--version']).trim() === `v${wanted}`
  } catch {
    return false
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const setupFolder = dirname(fileURLToPath(import.meta.url))
export const root = join(setupFolder, '../..')
export const nodeModules = join(root, 'node_modules')
export const cache = join(root, '.cache')

/** The Node of the project's own packages: tools and TypeScript scripts run on it, whatever Node started npm. */
export const projectNode = join(nodeModules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** A file inside the installed packages, as an argument for projectNode. */
export const packageFile = (path) => join(nodeModules, path)

export const packageVersion = (name) => JSON.parse(readFileSync(packageFile(`${name}/package.json`), 'utf8')).version

/** @returns {string | undefined} the official Electron executable, if the electron package could fetch it */
export function officialElectron() {
  const pathFile = packageFile('electron/path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(nodeModules, 'electron/dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

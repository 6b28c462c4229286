// Stands in for Electron's default app: electron <options> <folder or file> <arguments>
// An ES module with top-level await, because Electron holds back `ready` until it has loaded: a CommonJS one would let
// `ready` pass before the application registers its privileged schemes.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const [first = ''] = process.argv.slice(1)
if (first === '-v' || first === '--version') {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!given) {
  console.error('usage: electron <application folder>')
  process.exit(1)
}
const path = resolve(given)
const isFolder = statSync(path).isDirectory()
const folder = isFolder ? path : dirname(path)
const about = isFolder ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) : {}
const name = about.productName || about.name
app.setAppPath(folder)
if (name) app.setName(name)
if (about.version) app.setVersion(about.version)
// The data folder was computed from the name of this file's own package. One given on the command line stays.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
createRequire(import.meta.url)('./addon.cjs')
try {
  await import(pathToFileURL(isFolder ? join(folder, about.main || 'index.js') : path).href)
} catch (error) {
  console.error(error)
  app.exit(1)
}

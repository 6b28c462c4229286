import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'
import { hashOf, isStamped, stamp, unstamp } from '../setup/steps.mjs'
import { binaryOf } from './runner.mjs'

const SOURCES = ['src-main', 'src-renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const RESULTS = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds main, preload and renderer, unless nothing they are made of has changed. */
export async function buildApp(runner) {
  await runner.step('build', async () => {
    const value = hashOfFiles(SOURCES)
    if (isStamped('build', value) && RESULTS.every((file) => existsSync(join(root, file)))) return false
    unstamp('build')
    await runner.node('build', [binaryOf('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn'])
    stamp('build', value)
    return true
  })
}

/** @param {string[]} paths files and folders under the project's root; those that are not there count as empty */
export function hashOfFiles(paths) {
  const files = paths.flatMap((path) => filesUnder(path))
  return hashOf(...files.flatMap((file) => [file, '\0', readFileSync(join(root, file)), '\0']))
}

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}

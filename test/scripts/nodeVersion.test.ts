import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { transformWithOxc } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const entry = join(root, 'scripts/run.mjs')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-version-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs the entry of all npm scripts as if Node were older. */
function runOn(version: string) {
  const pretend = join(folder, 'pretend.cjs')
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' })`)
  return spawnSync(process.execPath, ['--require', pretend, entry, 'check'], { cwd: root, encoding: 'utf8' })
}

test('an old Node gets one sentence in three languages and exit code 1', () => {
  const run = runOn('18.20.0')
  expect(run.status).toBe(1)
  expect(run.stdout).toBe('')
  expect(run.stderr.trim().split('\n')).toHaveLength(1)
  for (const part of [
    'needs Node 20 or newer and found Node 18.20.0',
    'demande Node 20 ou plus récent et a trouvé Node 18.20.0',
    'heeft Node 20 of nieuwer nodig en vond Node 18.20.0',
  ]) {
    expect(run.stderr).toContain(part)
  }
})

test('the entry imports nothing before it has looked at the version', () => {
  expect(readFileSync(entry, 'utf8')).not.toMatch(/^\s*(import|export)\s[^(]/m)
})

test('an old Node can read the entry: nothing in it needs to be translated', async () => {
  const source = readFileSync(entry, 'utf8')
  const translate = async (target: string) => (await transformWithOxc(source, entry, { target, sourcemap: false })).code
  expect(await translate('es2018')).toBe(await translate('esnext'))
})

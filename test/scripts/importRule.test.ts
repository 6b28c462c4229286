import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const forbidden: readonly (readonly [file: string, from: string, message: string])[] = [
  ['shared/candidate.ts', 'electron', 'shared/ and zod'],
  ['shared/candidate.ts', 'node:fs', 'shared/ and zod'],
  ['shared/changes/x.ts', '../../src-main/cache/open.ts', 'no other folder'],
  ['shared/employerList/x.ts', 'papaparse', 'shared/ and zod'],
  ['shared/delimited.ts', 'node:fs', 'papaparse'],
  ['src-renderer/candidates/x.tsx', 'electron', 'shared/calls'],
  ['src-renderer/candidates/x.tsx', 'node:fs', 'shared/calls'],
  ['src-renderer/candidates/x.tsx', 'axios', 'shared/calls'],
  ['src-renderer/candidates/x.tsx', '../../src-main/calls.ts', 'desk.ts'],
  ['src-main/candidates/x.ts', 'electron', 'src-main/electron'],
  ['src-main/candidates/x.ts', 'axios', 'sync/http.ts'],
  ['src-main/candidates/x.ts', 'zustand', 'src-renderer'],
  ['src-main/candidates/x.ts', '../../src-central/server.ts', 'shared/'],
  ['src-main/sync/http.ts', 'electron', 'src-main/electron'],
  ['src-main/electron/x.ts', 'axios', 'sync/http.ts'],
  ['src-main/preload.ts', 'zod', 'ipcNames.ts'],
  ['src-main/preload.ts', '../shared/ipc.ts', 'ipcNames.ts'],
  ['src-central/x.ts', 'electron', 'desk'],
  ['src-central/x.ts', '../src-main/cache/open.ts', 'shared/'],
]
const allowed: readonly (readonly [file: string, from: string])[] = [
  ['shared/changes/x.ts', '../candidate.ts'],
  ['shared/x.ts', './calls/call.ts'],
  ['shared/x.ts', 'zod'],
  ['shared/delimited.ts', 'papaparse'],
  ['src-renderer/candidates/x.tsx', '../../shared/ipc.ts'],
  ['src-renderer/candidates/x.tsx', 'zustand'],
  ['src-main/electron/x.ts', 'electron'],
  ['src-main/sync/http.ts', 'axios'],
  ['src-main/preload.ts', '../shared/ipcNames.ts'],
  ['src-central/x.ts', '../shared/api.ts'],
  ['scripts/x.ts', '../src-central/server.ts'],
]

interface Diagnostic {
  readonly message: string
  readonly help: string
  readonly filename: string
}
let diagnostics: readonly Diagnostic[] = []

// Every import of the two tables in the file it stands for, in a folder of its own, and one run of the project's lint.
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  const cases = [...forbidden, ...allowed]
  for (const file of new Set(cases.map(([name]) => name))) {
    const imports = cases
      .filter(([name]) => name === file)
      .map(([, from], at) => `export { thing${at} } from '${from}'`)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${imports.join('\n')}\n`)
  }
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '-A', 'all', '-D', 'no-restricted-imports', '-f', 'json'],
    { cwd: folder, encoding: 'utf8' },
  )
  diagnostics = (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics
  rmSync(folder, { recursive: true })
})

const refusalOf = (file: string, from: string) =>
  diagnostics.find(({ filename, message }) => filename.endsWith(file) && message.includes(`'${from}'`))

test.each(forbidden)('%s may not import %s, and is told the right place', (file, from, message) => {
  expect(refusalOf(file, from)?.help).toContain(message)
})

test.each(allowed)('%s may import %s', (file, from) => {
  expect(refusalOf(file, from)).toBeUndefined()
})

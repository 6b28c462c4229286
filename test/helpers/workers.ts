import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the thread of the first load as the application ships it: in one file. */
    workers: string
  }
}

const root = resolve(import.meta.dirname, '../..')

/** Bundles the thread of the first load once for the run: each desk starts one, and reading its sources takes a second. */
export default async function setup(project: TestProject): Promise<() => void> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/workers-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      rolldownOptions: {
        input: { firstLoad: join(root, 'src-main/sync/firstLoad/worker.ts') },
      },
    },
  })
  project.provide('workers', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

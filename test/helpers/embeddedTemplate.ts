import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src-central/database/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file that an embedded database with central's schema begins from. */
    centralTemplate: string
  }
}

/** Makes the embedded database once for the run: making one from nothing takes a second or two, for each test file. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'central-template-'))
  const template = join(folder, 'template.tar')
  const made = await PGlite.create()
  const db = await openDatabase({ embedded: async () => made })
  const dump = await made.dumpDataDir('none')
  writeFileSync(template, Buffer.from(await dump.arrayBuffer()))
  await db.destroy()
  project.provide('centralTemplate', template)
  return () => rmSync(folder, { recursive: true, force: true })
}

import { closeSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'

/** Whether something has this name. Unlike `existsSync`, a file that may not be read is not called missing. */
export const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined

/** Reads a small JSON file of ours: undefined when it is not there, `desk.unreadable` when it is not what we wrote. */
export function readJson<T extends object>(file: string): T | undefined {
  if (!isThere(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    throw new Refusal(fail('desk.unreadable', 'a file of this desk cannot be read').error)
  }
}

/**
 * Writes it whole or not at all: beside it first, on the disk for sure, then in its place. Readable by its owner only.
 * A disk may take a tenth of a second to be sure; the window is answered meanwhile.
 */
async function writeWhole(file: string, content: string): Promise<void> {
  const aside = `${file}.new`
  const handle = await open(aside, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, file)
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What was written into it is on the disk when this returns. */
export const syncFile = (file: string): void => sync(file, 'r+')

/** A new name is on the disk only when its folder is; Windows knows no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r')
}

function sync(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export const writeJson = (file: string, value: unknown): Promise<void> =>
  writeWhole(file, JSON.stringify(value, null, 2))

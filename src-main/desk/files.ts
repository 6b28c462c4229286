import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
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

/** Writes it whole or not at all: beside it first, on the disk for sure, then in its place. Readable by its owner only. */
function writeWhole(file: string, content: string): void {
  const aside = `${file}.new`
  const descriptor = openSync(aside, 'w', 0o600)
  try {
    writeSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(aside, file)
  syncFolder(dirname(file))
}

/** A new name is on the disk only when its folder is; Windows knows no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export const writeJson = (file: string, value: unknown): void => writeWhole(file, JSON.stringify(value, null, 2))

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'

/** Whether something has this name. Unlike `existsSync`, a file that may not be read is not called missing. */
export const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined

/** Reads a small JSON file of ours; undefined when it is not there. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
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
}

export const writeJson = (file: string, value: unknown): void => writeWhole(file, JSON.stringify(value, null, 2))

import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Refusal } from '../../shared/parse.ts'
import { fail } from '../../shared/result.ts'

/**
 * Writes a document where the operator wants it, whole or not at all: beside it first, then in its place.
 *
 * A folder that is full, read-only or gone is refused with `file.notWritten`, and nothing half-written is left in it.
 */
export function saveWhole(file: string, bytes: Uint8Array): void {
  const aside = `${file}.${randomUUID().slice(0, 8)}.part`
  try {
    const descriptor = openSync(aside, 'wx')
    try {
      writeFileSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(aside, file)
  } catch {
    rmSync(aside, { force: true })
    throw new Refusal(fail('file.notWritten', 'the file could not be written').error)
  }
}

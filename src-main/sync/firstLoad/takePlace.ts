import { renameSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { dirname } from 'node:path'
import { Refusal } from '../../../shared/parse.ts'
import { type Cache, openCache } from '../../cache/open.ts'
import { syncFile, syncFolder } from '../../desk/files.ts'
import { carryOver } from './carryOver.ts'

/**
 * Puts the file that the first load made in the place of the live cache and answers it open.
 *
 * What can be done before is, in turns of its own: each waits for the disk. The rest is synchronous from beginning to end:
 * no call of the window can write between the copy and the change of files. A crash before the renaming leaves the old
 * file, one after it the new one; both are whole.
 */
export async function takePlace(live: Cache, side: string, file: string, key: Buffer, salt: string): Promise<Cache> {
  live.pragma('wal_checkpoint(TRUNCATE)')
  await setImmediate()
  const loaded = openOrRefuse(side, key, salt)
  await setImmediate()
  // One sync at the end, in place of several on the way: until the renaming nobody relies on this file.
  loaded.pragma('synchronous = OFF')
  carryOver(live, loaded)
  // Closing the last connection writes its log into the file and removes it.
  loaded.close()
  syncFile(side)
  live.close()
  renameSync(side, file)
  syncFolder(dirname(file))
  return openOrRefuse(file, key, salt)
}

function openOrRefuse(file: string, key: Buffer, salt: string): Cache {
  const opened = openCache(file, key, salt)
  if (!opened.ok) throw new Refusal(opened.error)
  return opened.value
}

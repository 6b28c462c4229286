import { randomBytes } from 'node:crypto'
import { renameSync } from 'node:fs'
import { pair } from '../../shared/api.ts'
import { ok, type Result } from '../../shared/result.ts'
import { writeMeta } from '../cache/meta.ts'
import { createCache, saltOf } from '../cache/open.ts'
import { wrapForCentral, writeKeys } from '../operators/keys.ts'
import { centralAddress, openHttp } from '../sync/http.ts'
import type { Desk } from './desk.ts'
import { isThere } from './files.ts'
import { writeIdentity } from './identity.ts'

/**
 * Makes this PC a desk of a centre, with a one-time code of its manager.
 *
 * The desk token goes straight into a new encrypted cache, whose key only central's unlock secret opens until somebody
 * has signed in; both secrets are then forgotten here. A cache that is already there is put aside, never overwritten.
 */
export async function pairDesk(desk: Desk, typed: string, code: string): Promise<Result<null>> {
  const address = centralAddress(typed)
  if (!address.ok) return address
  const http = openHttp(address.value, desk.options.timeouts)
  const paired = await http.post(pair, { code, platform: process.platform })
  if (!paired.ok) return paired

  const { deskToken, unlockSecret, signingKey, epoch, deskId, deskName, centreId, centreName } = paired.value
  await desk.lock()
  putAside(desk)
  const dataKey = randomBytes(32)
  const { files } = desk
  const db = createCache(files.cache, dataKey)
  try {
    writeMeta(db, 'deskToken', deskToken)
    writeMeta(db, 'epoch', epoch)
  } finally {
    db.close()
  }
  writeKeys(files.keys, { central: wrapForCentral(dataKey, unlockSecret, await desk.deviceSecret()), operators: {} })
  // Last: from here on the desk is paired.
  writeIdentity(files, {
    central: address.value,
    deskId,
    deskName,
    centreId,
    centreName,
    signingKey,
    cacheSalt: saltOf(files.cache),
  })
  return ok(null)
}

/** A cache of before may hold changes that were never sent: it is kept beside the new one with its keys. */
function putAside({ files, options }: Desk): void {
  const mark = options.now().toISOString().replace(/\D/g, '').slice(0, 14)
  for (const file of [files.identity, files.keys, files.cache, `${files.cache}-wal`, `${files.cache}-shm`]) {
    if (isThere(file)) renameSync(file, `${file}.aside-${mark}`)
  }
}

import { randomBytes } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { pair } from '../../shared/api.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
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
 * has signed in; both secrets are then forgotten here. What is already there is put aside, never overwritten, and only
 * when everything new stands. A desk that works is paired again by its manager alone (`pairing.notAllowed`): otherwise
 * anybody at the window could send every password typed after him to an address of his own.
 */
export const pairDesk = (desk: Desk, typed: string, code: string): Promise<Result<null>> =>
  desk.oneAtATime(async () => {
    if (!desk.mayPairAgain()) return fail('pairing.notAllowed', 'this desk is paired and works')
    const address = centralAddress(typed)
    if (!address.ok) return address
    const { files } = desk
    const device = await usableSecret(desk)
    const http = openHttp(address.value, desk.options.timeouts)
    const paired = await http.post(pair, { code, platform: process.platform })
    if (!paired.ok) return paired

    const { deskToken, unlockSecret, signingKey, epoch, deskId, deskName, centreId, centreName } = paired.value
    const dataKey = randomBytes(32)
    const fresh = `${files.cache}.fresh`
    rmSync(fresh, { force: true })
    const db = createCache(fresh, dataKey)
    try {
      writeMeta(db, 'deskToken', deskToken)
      writeMeta(db, 'epoch', epoch)
    } finally {
      db.close()
    }
    const keys = { central: wrapForCentral(dataKey, unlockSecret, device), operators: {} }
    dataKey.fill(0)

    await desk.lock()
    putAside(desk, [files.identity, files.keys, files.cache, `${files.cache}-wal`, `${files.cache}-shm`])
    renameSync(fresh, files.cache)
    await writeKeys(files.keys, keys)
    // Last: from here on the desk is paired.
    const cacheSalt = saltOf(files.cache)
    await writeIdentity(files, {
      central: address.value,
      deskId,
      deskName,
      centreId,
      centreName,
      signingKey,
      cacheSalt,
    })
    desk.noteOpening(ok(null))
    return ok(null)
  })

/** The secret of this PC; one that its keyring no longer opens is put aside for a new one, before a code is spent. */
async function usableSecret(desk: Desk): Promise<Buffer> {
  try {
    return await desk.deviceSecret()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    putAside(desk, [desk.files.deviceSecret])
    return desk.deviceSecret()
  }
}

/** A cache of before may hold changes that were never sent: it is kept beside the new one with its keys. */
function putAside({ options }: Desk, files: readonly string[]): void {
  const mark = options.now().toISOString().replace(/\D/g, '')
  for (const file of files) if (isThere(file)) renameSync(file, `${file}.aside-${mark}`)
}

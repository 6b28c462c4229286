import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Somebody else's process works on this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Makes sure that no second process opens the embedded database of this folder: it would not notice the first one, and
 * both would write the same files.
 *
 * Held by a listening socket, which ends with the process, however it ends; a file with a process number would outlive
 * it. Windows has pipes for it, which leave nothing behind.
 */
export async function holdFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)
  const name = `central-${process.getuid?.() ?? 0}-${hash}`
  const isWindows = process.platform === 'win32'
  const address = isWindows ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  if (await answers(address)) throw new FolderInUse('another central works on this folder: stop it first')
  if (!isWindows) rmSync(address, { force: true })
  const server = createServer((socket) => socket.destroy()).listen(address)
  await once(server, 'listening')
  server.unref()
  if (!isWindows) process.once('exit', () => rmSync(address, { force: true }))
}

async function answers(address: string): Promise<boolean> {
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

import { mkdirSync, symlinkSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const LONGEST_END = 22 + 0xffff
const STORED = 0
const DEFLATED = 8
const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

/**
 * Unpacks a zip file with its permissions; Node has no unzip of its own and a bare Debian neither.
 * @param {string} file
 * @param {string} into an existing folder
 * @param {(name: string) => boolean} wanted
 */
export async function unzip(file, into, wanted = () => true) {
  const zip = await open(file, 'r')
  try {
    const read = async (position, length) => {
      const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, position)
      if (bytesRead !== length) throw new Error(`${file} ends too early`)
      return buffer
    }
    const { size } = await zip.stat()
    const writes = []
    for (const entry of entriesOf(await readDirectory(read, size, file))) {
      if (!wanted(entry.name)) continue
      const target = join(into, entry.name)
      if (!target.startsWith(into + sep)) throw new Error(`zip entry outside the folder: ${entry.name}`)
      if (entry.name.endsWith('/')) {
        mkdirSync(target, { recursive: true })
        continue
      }
      mkdirSync(dirname(target), { recursive: true })
      writes.push(writeEntry(entry, await readData(read, entry), target))
    }
    await Promise.all(writes)
  } finally {
    await zip.close()
  }
}

async function readDirectory(read, size, file) {
  const length = Math.min(size, LONGEST_END)
  const tail = await read(size - length, length)
  const end = tail.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0) throw new Error(`${file} is not a zip file`)
  return read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
}

function* entriesOf(directory) {
  let at = 0
  while (at < directory.length) {
    const nameLength = directory.readUInt16LE(at + 28)
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      header: directory.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
}

async function readData(read, entry) {
  // The extra field may differ between the directory and the entry's own header, so its length is read here.
  const header = await read(entry.header, 30)
  return read(entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packedSize)
}

async function writeEntry(entry, packed, target) {
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Error(`zip method ${entry.method} of ${entry.name} is not known`)
  const data = entry.method === STORED ? packed : await inflate(packed)
  if ((entry.mode & FILE_TYPE) === SYMBOLIC_LINK) symlinkSync(data.toString(), target)
  else await writeFile(target, data, { mode: entry.mode & 0o777 || 0o644 })
}

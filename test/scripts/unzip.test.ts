import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzip } from '../../scripts/setup/unzip.mjs'

interface Entry {
  readonly name: string
  readonly content: string
  readonly mode: number
  readonly stored?: boolean
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unzip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes a zip file as the zip command would, with longer extra fields in the entries than in the directory. */
function writeZip(entries: readonly Entry[]): string {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode, stored = false } of entries) {
    const data = Buffer.from(content)
    const packed = stored ? data : deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.from(common)
    local.writeUInt16LE(4, 24)
    const listed = Buffer.alloc(14)
    listed.writeUInt32LE(mode * 0x10000, 6)
    listed.writeUInt32LE(offset, 10)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), local, Buffer.from(name), Buffer.alloc(4), packed])
    parts.push(header)
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, listed, Buffer.from(name))
    offset += header.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  const file = join(folder, 'made.zip')
  writeFileSync(file, Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06'), end]))
  return file
}

const unpack = (file: string, wanted?: (name: string) => boolean): Promise<void> => unzip(file, folder, wanted)

test('packed and stored files come out with their content and permissions', async () => {
  await unpack(
    writeZip([
      { name: 'app/', content: '', mode: 0o040755, stored: true },
      { name: 'app/start', content: 'start '.repeat(1000), mode: 0o100755 },
      { name: 'app/deep/note.txt', content: 'as it is', mode: 0o100644, stored: true },
    ]),
  )
  expect(readFileSync(join(folder, 'app/start'), 'utf8')).toBe('start '.repeat(1000))
  expect(statSync(join(folder, 'app/start')).mode & 0o777).toBe(0o755)
  expect(readFileSync(join(folder, 'app/deep/note.txt'), 'utf8')).toBe('as it is')
})

test('a symbolic link stays one', async () => {
  await unpack(writeZip([{ name: 'lib.so', content: 'lib.so.1', mode: 0o120777, stored: true }]))
  expect(lstatSync(join(folder, 'lib.so')).isSymbolicLink()).toBe(true)
  expect(readlinkSync(join(folder, 'lib.so'))).toBe('lib.so.1')
})

test('what is not wanted is not written', async () => {
  await unpack(
    writeZip([
      { name: 'keep', content: 'k', mode: 0o100644 },
      { name: 'drop', content: 'd', mode: 0o100644 },
    ]),
    (name) => name !== 'drop',
  )
  expect(() => statSync(join(folder, 'drop'))).toThrow('ENOENT')
  expect(readFileSync(join(folder, 'keep'), 'utf8')).toBe('k')
})

test('an entry cannot leave the folder', async () => {
  await expect(unpack(writeZip([{ name: '../outside', content: 'x', mode: 0o100644 }]))).rejects.toThrow(
    'outside the folder',
  )
})

test('a file that is no zip is refused', async () => {
  const file = join(folder, 'page.html')
  writeFileSync(file, '<html>not found</html>'.repeat(10))
  await expect(unpack(file)).rejects.toThrow('is not a zip file')
})

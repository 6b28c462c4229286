// Electron's fuse wire: a sentinel, a version byte, a length byte, then one character per fuse.
// @electron/fuses does the same and more, but needs a newer Node than the set-up may ask for.

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]

/**
 * Changes fuses inside the bytes of an executable.
 * @param {Buffer} bytes
 * @param {Record<string, boolean>} wanted
 */
export function setFuses(bytes, wanted) {
  const sentinel = bytes.indexOf(SENTINEL)
  if (sentinel < 0) throw new Error('no fuse wire in this executable')
  const wire = sentinel + SENTINEL.length
  if (bytes[wire] !== WIRE_VERSION) throw new Error(`unknown version of the fuse wire: ${bytes[wire]}`)
  for (const [name, on] of Object.entries(wanted)) {
    const position = FUSES.indexOf(name)
    if (position < 0 || position >= bytes[wire + 1]) throw new Error(`no such fuse in this executable: ${name}`)
    bytes[wire + 2 + position] = (on ? '1' : '0').charCodeAt(0)
  }
}

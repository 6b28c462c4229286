import { expect, test } from 'vitest'
import { setFuses } from '../../scripts/setup/fuses.mjs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const executable = (fuses: string, version = 1) =>
  Buffer.concat([
    Buffer.from('ELF…'),
    Buffer.from(SENTINEL),
    Buffer.from([version, fuses.length]),
    Buffer.from(fuses),
    Buffer.from('…rest'),
  ])

test('only the named fuses change', () => {
  const bytes = executable('10100011')
  setFuses(bytes, { enableNodeCliInspectArguments: true, loadBrowserProcessSpecificV8Snapshot: false })
  expect(bytes).toEqual(executable('10110001'))
})

test('a fuse the executable does not have is refused', () => {
  expect(() => setFuses(executable('101'), { enableNodeCliInspectArguments: true })).toThrow('no such fuse')
  expect(() => setFuses(executable('10100011'), { somethingElse: true })).toThrow('no such fuse')
})

test('an executable without a wire, or with an unknown one, is refused', () => {
  expect(() => setFuses(Buffer.from('ELF'), {})).toThrow('no fuse wire')
  expect(() => setFuses(executable('10100011', 2), {})).toThrow('unknown version')
})

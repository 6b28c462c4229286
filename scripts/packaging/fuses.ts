import assert from 'node:assert/strict'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

type FuseName = keyof typeof FuseV1Options

/** Stated again here, apart from the configuration: a change there has to be meant. */
const SHIPPED: Readonly<Record<FuseName, boolean>> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/** Electron 33, the substitute where the official one is out of reach, does not have these yet. */
const YOUNGER_THAN_ELECTRON_33: readonly FuseName[] = ['WasmTrapHandlers']

/** Reads the fuses out of both executables. */
export async function checkFuses(shipped: string, endToEnd: string): Promise<void> {
  const [shippedFuses, endToEndFuses] = [await readFuses(shipped), await readFuses(endToEnd)]
  const expected = new Map(Object.entries(SHIPPED))
  for (const name of YOUNGER_THAN_ELECTRON_33) {
    if (!shippedFuses.has(name)) expected.delete(name)
  }
  assert.deepEqual(shippedFuses, expected, 'the fuses of the shipped build')
  const differing = [...expected.keys()].filter((name) => shippedFuses.get(name) !== endToEndFuses.get(name))
  assert.deepEqual(differing, ['EnableNodeCliInspectArguments'], 'the fuses by which the end-to-end build differs')
  assert.equal(endToEndFuses.size, shippedFuses.size)
  console.log(`fuses: ${shippedFuses.size} as decided, the end-to-end build differs by ${differing.join(', ')}`)
}

async function readFuses(executable: string): Promise<Map<string, boolean>> {
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(executable)) }
  const fuses = new Map<string, boolean>()
  for (const [key, state] of Object.entries(wire)) {
    if (key === 'version') continue
    const name = FuseV1Options[Number(key)]
    assert.ok(name, `${executable} has a fuse nobody decided about: number ${key}`)
    assert.ok(state === FuseState.ENABLE || state === FuseState.DISABLE, `fuse ${name} is neither on nor off`)
    fuses.set(name, state === FuseState.ENABLE)
  }
  return fuses
}

import { randomBytes } from 'node:crypto'
import { fail } from '../../shared/result.ts'
import { Refusal } from '../../shared/parse.ts'
import { readJson, writeJson } from './files.ts'

/** The operating system's keyring, where there is a real one. */
export interface Keyring {
  seal(text: string): Promise<Buffer>
  open(sealed: Buffer): Promise<string>
}

interface SecretFile {
  readonly sealed: boolean
  readonly secret: string
}

/**
 * The secret of this PC, without which a password opens no cache.
 *
 * Sealed by the system's keyring where there is one. Without, it is a file that only its owner may read, and protection
 * rests on the password: the sign-in screen says so. Refuses with `cache.wrongKey` when the keyring no longer opens it.
 */
export async function deviceSecret(file: string, keyring: Keyring | null): Promise<Buffer> {
  const kept = readJson<SecretFile>(file)
  if (!kept) {
    const secret = randomBytes(32).toString('base64')
    const sealed = keyring && (await keyring.seal(secret)).toString('base64')
    await writeJson(file, { sealed: keyring !== null, secret: sealed ?? secret } satisfies SecretFile)
    return Buffer.from(secret, 'base64')
  }
  if (!kept.sealed) return Buffer.from(kept.secret, 'base64')
  try {
    if (!keyring) throw new Error('no keyring')
    return Buffer.from(await keyring.open(Buffer.from(kept.secret, 'base64')), 'base64')
  } catch {
    throw new Refusal(fail('cache.wrongKey', "the system's keyring does not open the secret of this PC").error)
  }
}

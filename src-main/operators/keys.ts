import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { readJson, writeJson } from '../desk/files.ts'

/**
 * The cache's data key, wrapped once for each way in; never stored bare.
 *
 * `central` opens with the unlock secret that central gives at an online sign-in, so a colleague can use a PC that is
 * new to him; `operators` open with a password, also without a line. Both need this PC's own secret as well. The tag
 * of AES-GCM is the password check: no separate hash is kept.
 */
export interface KeyFile {
  readonly central: Wrap
  readonly operators: Readonly<Record<string, PasswordWrap>>
}
interface Wrap {
  readonly nonce: string
  readonly sealed: string
}
interface PasswordWrap extends Wrap {
  readonly salt: string
  readonly cost: PasswordCost
}

/** argon2id: memory in KiB, passes. */
export interface PasswordCost {
  readonly memoryCost: number
  readonly timeCost: number
}
export const passwordCost: PasswordCost = { memoryCost: 65_536, timeCost: 3 }

export const readKeys = (file: string): KeyFile | undefined => readJson<KeyFile>(file)
export const writeKeys = (file: string, keys: KeyFile): Promise<void> => writeJson(file, keys)

/** An operator's entry, without naming him in a file that anybody can read. */
export const operatorEntry = (deskId: string, username: string): string =>
  createHash('sha256').update(`${deskId} ${username.trim().toLowerCase()}`).digest('hex')

export const wrapForCentral = (dataKey: Buffer, unlockSecret: string, device: Buffer): Wrap =>
  seal(dataKey, wrappingKey(Buffer.from(unlockSecret, 'base64url'), device))

export const unwrapForCentral = (wrap: Wrap, unlockSecret: string, device: Buffer): Buffer | undefined =>
  open(wrap, wrappingKey(Buffer.from(unlockSecret, 'base64url'), device))

export async function wrapForPassword(
  dataKey: Buffer,
  password: string,
  device: Buffer,
  cost: PasswordCost,
): Promise<PasswordWrap> {
  const salt = randomBytes(16)
  const stretched = await stretch(password, salt, cost)
  return { ...seal(dataKey, wrappingKey(stretched, device)), salt: salt.toString('base64'), cost }
}

/** The data key, or undefined when the password is not the right one. */
export async function unwrapForPassword(
  wrap: PasswordWrap,
  password: string,
  device: Buffer,
): Promise<Buffer | undefined> {
  const stretched = await stretch(password, Buffer.from(wrap.salt, 'base64'), wrap.cost)
  return open(wrap, wrappingKey(stretched, device))
}

const stretch = (password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> =>
  hashRaw(password.normalize('NFC'), { ...cost, salt, outputLen: 32 })

const wrappingKey = (secret: Buffer, device: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.concat([secret, device]), Buffer.alloc(0), 'certassur-centre data key', 32))

function seal(dataKey: Buffer, key: Buffer): Wrap {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

function open(wrap: Wrap, key: Buffer): Buffer | undefined {
  const sealed = Buffer.from(wrap.sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrap.nonce, 'base64'))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

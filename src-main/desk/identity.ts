import { join } from 'node:path'
import type { PublicKey } from '../../shared/api.ts'
import type { InterfaceLanguage } from '../../shared/operator.ts'
import { readJson, writeJson } from './files.ts'

/** Which desk this PC is: nothing secret and nobody's data, so it can be read before anyone signs in. */
export interface DeskIdentity {
  readonly central: string
  readonly deskId: string
  readonly deskName: string
  readonly centreId: string
  readonly centreName: string
  readonly signingKey: PublicKey
  /** How the cache file began when it was made; tells it from a foreign file. */
  readonly cacheSalt: string
}

/** The files of a desk, all in one folder. */
export const deskFiles = (folder: string) => ({
  identity: join(folder, 'desk.json'),
  preferences: join(folder, 'preferences.json'),
  keys: join(folder, 'keys.json'),
  attempts: join(folder, 'attempts.json'),
  deviceSecret: join(folder, 'device.secret'),
  cache: join(folder, 'cache.db'),
})
export type DeskFiles = ReturnType<typeof deskFiles>

export const readIdentity = (files: DeskFiles): DeskIdentity | undefined => readJson<DeskIdentity>(files.identity)
export const writeIdentity = (files: DeskFiles, identity: DeskIdentity): Promise<void> =>
  writeJson(files.identity, identity)

interface Preferences {
  readonly language: InterfaceLanguage
}
/** A language that cannot be read is no reason to show nothing. */
export function readLanguage(files: DeskFiles, otherwise: InterfaceLanguage): InterfaceLanguage {
  try {
    return readJson<Preferences>(files.preferences)?.language ?? otherwise
  } catch {
    return otherwise
  }
}
export const writeLanguage = (files: DeskFiles, language: InterfaceLanguage): Promise<void> =>
  writeJson(files.preferences, { language } satisfies Preferences)

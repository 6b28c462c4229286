import { safeStorage } from 'electron'
import type { Keyring } from '../desk/deviceSecret.ts'

/**
 * The system's keyring, or null where there is none. Linux without a password manager answers `basic_text`: a fixed
 * key, so no protection. Electron 45 has asynchronous calls and deprecates the others; older ones have only those.
 */
export async function systemKeyring(): Promise<Keyring | null> {
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
    return null
  if (typeof safeStorage.encryptStringAsync === 'function') {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
    return {
      seal: (text) => safeStorage.encryptStringAsync(text),
      open: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
    }
  }
  if (!safeStorage.isEncryptionAvailable()) return null
  return {
    seal: async (text) => safeStorage.encryptString(text),
    open: async (sealed) => safeStorage.decryptString(sealed),
  }
}

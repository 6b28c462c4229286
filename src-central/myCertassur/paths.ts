import { filesUnder } from '../web/files.ts'

/** Where candidates have their space. */
export const base = '/my'

/** Where anybody can have an attestation verified. */
export const verifyPath = '/verify'

export const files = filesUnder(base, new URL('./style.css', import.meta.url))

import { filesUnder } from '../web/files.ts'

/** Where candidates have their space. */
export const base = '/my'

export const files = filesUnder(base, new URL('./style.css', import.meta.url))

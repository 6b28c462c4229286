import { filesUnder } from '../web/files.ts'

/** Where the pages are. */
export const base = '/back-office'

export const files = filesUnder(base, new URL('./style.css', import.meta.url))

/** Where the mails are that were kept instead of sent. */
export const mailbox = '/mailbox'

export const requestPath = (id: string): string => `${base}/requests/${id}`

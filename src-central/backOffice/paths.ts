import { readFileSync } from 'node:fs'
import { sha256 } from '../desks/pairing.ts'

/** Where the pages are. */
export const base = '/back-office'

const resources = new URL('../../resources/', import.meta.url)
/** The colours are those of the desk. */
export const style = [new URL('tokens.css', resources), new URL('./style.css', import.meta.url)]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** With what it holds in its name: a browser may keep it for ever. */
export const stylePath = `${base}/style-${sha256(style).slice(0, 12)}.css`

/** Where the mails are that were kept instead of sent. */
export const mailbox = '/mailbox'

export const requestPath = (id: string): string => `${base}/requests/${id}`

export const icon = readFileSync(new URL('icon.svg', resources))
export const fonts = {
  regular: readFileSync(new URL('fonts/Inter-Regular.ttf', resources)),
  semiBold: readFileSync(new URL('fonts/Inter-SemiBold.ttf', resources)),
} as const

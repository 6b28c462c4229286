import { readFileSync } from 'node:fs'
import { sha256 } from '../desks/pairing.ts'

/** Where the pages are. */
export const base = '/back-office'

export const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
/** With what it holds in its name: a browser may keep it for ever. */
export const stylePath = `${base}/style-${sha256(style).slice(0, 12)}.css`

export const requestPath = (id: string): string => `${base}/requests/${id}`

const resources = new URL('../../resources/', import.meta.url)
export const icon = readFileSync(new URL('icon.svg', resources))
export const fonts = {
  regular: readFileSync(new URL('fonts/Inter-Regular.ttf', resources)),
  semiBold: readFileSync(new URL('fonts/Inter-SemiBold.ttf', resources)),
} as const

import { randomInt } from 'node:crypto'
import { toBuffer } from 'bwip-js/node'

// Capitals and digits alone: a reader that types like a keyboard is understood on any layout of one. Without 0/O, 1/I/L.
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 20

/** What the code of an invitation says: nothing of anybody, and nobody guesses another one. */
export const newCheckInToken = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** In groups of five, for a screen that shows no pictures. */
export const grouped = (token: string): string => token.replace(/.{5}(?=.)/g, '$&-')

/** The code as a PNG, with the free space that a reader needs around it. */
export function drawCheckInCode(token: string): Promise<Buffer> {
  const options = { bcid: 'qrcode', text: token, eclevel: 'M', scale: 5, padding: 8, backgroundcolor: 'FFFFFF' }
  return toBuffer(options)
}

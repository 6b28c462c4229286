import { toBuffer } from 'bwip-js/node'

/** In groups of five, for a screen that shows no pictures. */
export const grouped = (token: string): string => token.replace(/.{5}(?=.)/g, '$&-')

/** The code as a PNG, with the free space that a reader needs around it. */
export function drawCheckInCode(token: string): Promise<Buffer> {
  const options = { bcid: 'qrcode', text: token, eclevel: 'M', scale: 5, padding: 8, backgroundcolor: 'FFFFFF' }
  return toBuffer(options)
}

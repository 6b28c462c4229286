import { toBuffer } from 'bwip-js/node'

/** The code as a PNG, with the free space that a reader needs around it. */
export function drawCheckInCode(token: string): Promise<Buffer> {
  const options = { bcid: 'qrcode', text: token, eclevel: 'M', scale: 5, padding: 8, backgroundcolor: 'FFFFFF' }
  return toBuffer(options)
}

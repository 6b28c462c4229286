// Crockford's: digits and capitals that nobody takes for one another; I, L and O are read as the digits they look like.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20
/** 100 bits, as hexadecimal digits. */
const DIGITS = 25

/**
 * The code that a success attestation shows beside its number: whoever has the paper can type it, nobody can guess one.
 *
 * The first 100 bits of SHA-256 of the signature, in groups of five. The same signature always has the same code.
 */
export async function attestationCode(jws: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(jws)))
  const digits = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const code = BigInt(`0x${digits.slice(0, DIGITS)}`)
    .toString(32)
    .padStart(LENGTH, '0')
    .replace(/./g, (letter) => LETTERS[Number.parseInt(letter, 32)] ?? '')
  return code.replace(/.{5}(?=.)/g, '$&-')
}

/**
 * What a code says, however it was typed: in small letters, without its groups, with the letter O for zero.
 * @returns the first 25 hexadecimal digits of the hash of the signature; null for what is no such code
 */
export function digestOfCode(typed: string): string | null {
  const letters = Array.from(
    typed
      .toUpperCase()
      .replace(/[\s‐-―-]+/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1'),
    (letter) => LETTERS.indexOf(letter),
  )
  if (letters.length !== LENGTH || letters.includes(-1)) return null
  const value = letters.reduce((sum, letter) => sum * 32n + BigInt(letter), 0n)
  return value.toString(16).padStart(DIGITS, '0')
}

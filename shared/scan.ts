import type { Registration } from './registration.ts'

// What the keys type, without Shift or Caps Lock and with: the same place in every line is the same key. First comes what
// a code can hold of the two.
const keyboards = {
  qwerty: ['1234567890-=qwertyuiopasdfghjkl;zxcvbnm,./', '!@#$%^&*()_+QWERTYUIOPASDFGHJKL:ZXCVBNM<>?'],
  azerty: ['1234567890)-azertyuiopqsdfghjklmwxcvbn,;:=', '&é"\'(§è!çà°_AZERTYUIOPQSDFGHJKLMWXCVBN?./+'],
} as const
type Keyboard = (typeof keyboards)[keyof typeof keyboards]
const known = Object.values(keyboards)

const keyOf = ([codes, others]: Keyboard, character: string): number =>
  Math.max(codes.indexOf(character), others.indexOf(character))

/** The keys that this computer heard, on the keyboard that the scanner believes it is. */
function readAs(text: string, computer: Keyboard, scanner: Keyboard): string | null {
  const keys = Array.from(text, (character) => {
    const key = keyOf(computer, character)
    return key >= 0 ? key : keyOf(computer, character.toLowerCase())
  })
  return keys.includes(-1) ? null : keys.map((key) => scanner[0][key]).join('')
}

/**
 * What a scanner that types like a keyboard may have read, in small letters.
 *
 * It presses the keys of the keyboard that it was set to, and the computer writes what stands on them on its own: on a
 * Belgian AZERTY, "A2M" of a scanner set to QWERTY becomes "Qé?". So every pair of the two is tried, and of a key only
 * counts which it is: neither Shift nor Caps Lock makes another code of it.
 */
function readings(text: string): readonly string[] {
  const typed = text.normalize('NFC').replaceAll(/\s/g, '')
  const read = known.flatMap((computer) => known.map((scanner) => readAs(typed, computer, scanner)))
  return [...new Set(read.filter((one) => one !== null))]
}

/** Central makes them so (`newCheckInToken` in its database): 20 characters, without 0/O and 1/I/L. */
const token = /^[A-HJKMNP-Z2-9]{20}$/

/**
 * The check-in tokens that a scan may say, in whichever layout it was typed; none when it says no whole token.
 *
 * There may be several: "A" typed on the other layout is a "Q", which a token can hold too. Whoever looks them up takes
 * somebody only when exactly one registration answers to any of them. A wrong reading is somebody else's token as rarely
 * as a guessed one (1 in 31²⁰), so nobody is ever taken for another.
 */
export const checkInTokens = (text: string): readonly string[] =>
  readings(text)
    .map((read) => read.replaceAll('-', '').toUpperCase())
    .filter((read) => token.test(read))

/** In groups of five, for whoever must type it. */
export const grouped = (checkInToken: string): string => checkInToken.replace(/.{5}(?=.)/g, '$&-')

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A signed text begins so; "e", "y" and "j" have one place on both keyboards. */
const signed = /^eyj.{40}/

/** The code of an attestation: the signed text of one by Certassur, the id of one by the centre. */
export const isAttestationCode = (text: string): boolean =>
  signed.test(text.trim().toLowerCase()) || readings(text).some((read) => uuid.test(read))

/** Whether the code in an invitation of this registration, or of one that has become it, says one of these. */
export const answersTo = (
  { checkInToken, formerTokens }: Pick<Registration, 'checkInToken' | 'formerTokens'>,
  tokens: readonly string[],
): boolean => tokens.some((one) => one === checkInToken || formerTokens?.includes(one))

// What windows-1252 shows for the bytes 0x80 to 0x9f; the other bytes are shown as the character of the same number.
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The beginning of a UTF-8 character that was read as windows-1252: Ã©, Å‚, Â’, Ð. */
const DAMAGED = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u

function byteOf(letter: string): number {
  const shown = SHOWN.indexOf(letter)
  return shown === -1 ? letter.charCodeAt(0) : 0x80 + shown
}

/**
 * The text as it was before a program read its UTF-8 as windows-1252, up to twice: `FranÃ§ois` → `François`.
 *
 * Only a text that decodes without a fault is taken as damaged: `Ã` is a letter of Portuguese.
 */
export function repair(text: string): string {
  let repaired = text
  for (let round = 0; round < 2 && DAMAGED.test(repaired); round += 1) {
    const bytes = Array.from(repaired, byteOf)
    if (bytes.some((byte) => byte > 0xff)) return repaired
    try {
      repaired = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    } catch {
      return repaired
    }
  }
  return repaired
}

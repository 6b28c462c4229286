const LONGEST = 128
// Written anew by every comparison before it reads them.
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
  new Uint8Array(LONGEST),
]

/**
 * How many letters two words differ by: one too many, one too few, another one, or two neighbours that changed places.
 *
 * Optimal string alignment; stops at `most` and then answers one more.
 */
export function distance(one: string, other: string, most: number): number {
  const beyond = most + 1
  if (Math.abs(one.length - other.length) > most) return beyond
  // What both begin and end with needs no steps.
  const shorter = Math.min(one.length, other.length)
  let from = 0
  while (from < shorter && one.charCodeAt(from) === other.charCodeAt(from)) from += 1
  let [ends, otherEnds] = [one.length, other.length]
  while (ends > from && otherEnds > from && one.charCodeAt(ends - 1) === other.charCodeAt(otherEnds - 1)) {
    ends -= 1
    otherEnds -= 1
  }
  const [length, width] = [ends - from, otherEnds - from]
  if (length === 0 || width === 0) return Math.min(length + width, beyond)
  if (width >= LONGEST) return beyond
  let [before, above, row] = rows
  for (let j = 0; j <= width; j += 1) above[j] = j
  for (let i = 1; i <= length; i += 1) {
    // Only where no more than `most` steps can still lead to the end.
    const [first, last] = [Math.max(1, i - most), Math.min(width, i + most)]
    row[first - 1] = first === 1 ? i : beyond
    if (last === i + most) above[last] = beyond
    let least = row[first - 1] as number
    const letter = one.charCodeAt(from + i - 1)
    for (let j = first; j <= last; j += 1) {
      const facing = other.charCodeAt(from + j - 1)
      const across = (above[j - 1] as number) + (letter === facing ? 0 : 1)
      let steps = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, across)
      if (i > 1 && j > 1 && letter === other.charCodeAt(from + j - 2) && one.charCodeAt(from + i - 2) === facing) {
        steps = Math.min(steps, (before[j - 2] as number) + 1)
      }
      row[j] = steps
      if (steps < least) least = steps
    }
    if (least > most) return beyond
    ;[before, above, row] = [above, row, before]
  }
  return Math.min(above[width] as number, beyond)
}

/** The letters of a word as one bit each: what two words can at most have in common is seen without comparing. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** How many slips at least lie between two words with these letters. */
export const unlike = (a: number, b: number): number => Math.max(bitsOf(a & ~b), bitsOf(b & ~a))

function bitsOf(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Most of the letters of the shorter word stand in the longer in their order, and both begin with the same three. */
export function startsAlike(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || a.slice(0, 3) !== b.slice(0, 3)) return false
  const most = Math.floor(Math.max(a.length, b.length) / 2)
  return distance(a, b, most) <= most
}

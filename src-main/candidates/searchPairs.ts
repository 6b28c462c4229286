/**
 * Which letters, and which pairs of them, stand in each text, as some bits: most texts that do not hold a term are told
 * without reading them.
 */
export interface Pairs {
  write(place: number, text: string): void
  /** Made once for the terms of a search. */
  seek(terms: readonly string[]): Sought
}

interface Sought {
  /** False only where one of the terms cannot stand. */
  mayHold(place: number): boolean
  /** The terms that have to be read for all the same; one letter or two are known for sure. */
  readonly unsure: readonly string[]
}

/** A bit for each pair of letters, some shared by all other pairs, and one for each letter. */
const LETTERS = 26
const OTHERS = 96
const WORDS = Math.ceil((LETTERS * LETTERS + OTHERS + LETTERS) / 32)

export function createPairs(): Pairs {
  let bits = new Int32Array(1024 * WORDS)

  return {
    write(place, text) {
      if ((place + 1) * WORDS > bits.length) {
        const larger = new Int32Array(bits.length * 2)
        larger.set(bits)
        bits = larger
      }
      bits.fill(0, place * WORDS, (place + 1) * WORDS)
      mark(text, bits, place * WORDS)
    },
    seek(terms) {
      const wanted = new Int32Array(WORDS)
      for (const term of terms) mark(term, wanted, 0)
      const asked = [...wanted.keys()].filter((word) => wanted[word] !== 0).toReversed()
      const masks = asked.map((word) => (wanted[word] as number) | 0)
      return {
        unsure: terms.filter((term) => !/^[a-z]{1,2}$/.test(term)),
        mayHold(place) {
          const start = place * WORDS
          for (let i = 0; i < asked.length; i += 1) {
            const mask = masks[i] as number
            if (((bits[start + (asked[i] as number)] as number) & mask) !== mask) return false
          }
          return true
        },
      }
    },
  }
}

/** Its place in the alphabet, or something beyond it. */
const letterAt = (text: string, at: number): number => (text.charCodeAt(at) - 97) & 0xffff

function bitOf(before: number, letter: number): number {
  if (before < LETTERS && letter < LETTERS) return before * LETTERS + letter
  return LETTERS * LETTERS + (((Math.imul(before, 37) + letter) & 0xffff) % OTHERS)
}

function mark(text: string, bits: Int32Array, start: number): void {
  const set = (bit: number) => {
    const word = start + (bit >>> 5)
    bits[word] = (bits[word] as number) | (1 << (bit & 31))
  }
  for (let i = 0; i < text.length; i += 1) {
    const letter = letterAt(text, i)
    if (letter < LETTERS) set(LETTERS * LETTERS + OTHERS + letter)
    if (i > 0) set(bitOf(letterAt(text, i - 1), letter))
  }
}

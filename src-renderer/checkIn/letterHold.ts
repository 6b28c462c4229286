/** Two keys closer than this are a name or a scan, whoever types. */
export const holdPause = 150

export interface LetterHold {
  press(letter: string): void
  /** The next character: true when it went on with the held letter, as text. */
  follow(character: string): boolean
  /** Another key comes: a letter that was held is an act after all. */
  settle(): void
}

/**
 * A letter alone is an act, letters in a row are a name or a scan.
 *
 * Held for a moment nobody notices, because "Rossi" and "R for late" begin alike and a scanner types as a keyboard does.
 */
export function createLetterHold(act: (letter: string) => void, type: (text: string) => void): LetterHold {
  let held: string | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    clearTimeout(pause)
    const letter = held
    held = null
    if (letter !== null) act(letter)
  }
  const follow = (character: string): boolean => {
    if (held === null) return false
    clearTimeout(pause)
    const text = held + character
    held = null
    type(text)
    return true
  }
  return {
    press(letter) {
      if (follow(letter)) return
      held = letter
      pause = setTimeout(settle, holdPause)
    },
    follow,
    settle,
  }
}

import { type Face, measure, type Run } from './fonts.ts'

/** Where a line may end: after a space or a hyphen. */
const pieces = (text: string): readonly string[] => text.split(/(?<=[\s-])/u)

/**
 * Breaks a text into lines of at most `width`, in sizes of its letters: between words where that is possible, and between
 * the letters of a single word that is too long rather than leave the page.
 */
export function wrap(face: Face, text: string, width: number): readonly Run[] {
  const lines: string[] = ['']
  const fits = (line: string) => measure(face, line).width <= width
  for (const piece of pieces(text)) {
    const line = lines.at(-1) ?? ''
    if (fits(line + piece)) {
      lines[lines.length - 1] = line + piece
      continue
    }
    if (line.trim() !== '') lines.push('')
    for (const letter of piece) {
      const current = lines.at(-1) ?? ''
      if (current === '' || fits(current + letter)) lines[lines.length - 1] = current + letter
      else lines.push(letter)
    }
  }
  return lines.filter((line) => line.trim() !== '').map((line) => measure(face, line))
}

export interface Box {
  readonly width: number
  readonly height: number
  /** The size to begin with, and the distance between two lines in sizes. */
  readonly size: number
  readonly leading: number
}

/**
 * The largest size, not above the wanted one, at which a text stays inside its box; and its lines.
 *
 * One line a little smaller is preferred to two: a name broken in the middle is read as two names.
 */
export function fit(face: Face, text: string, box: Box): { readonly size: number; readonly lines: readonly Run[] } {
  const oneLine = measure(face, text)
  const size = Math.min(box.size, box.width / Math.max(oneLine.width, 0.001))
  if (size >= box.size * 0.72) return { size, lines: [oneLine] }
  for (let smaller = box.size * 0.8; ; smaller *= 0.95) {
    const lines = wrap(face, text, box.width / smaller)
    if (lines.length * smaller * box.leading <= box.height) return { size: smaller, lines }
  }
}

import { accent, drawFrame, drawRuns, drawText, type Letters, millimetres, muted, points, type Sheet } from './paper.ts'
import type { DocumentTexts } from './texts.ts'
import { say } from './texts.ts'
import { fit, wrap } from './wrap.ts'

/** A place on the page, in millimetres. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// Letters are seen as standing in the middle when their capitals are.
const CAPITALS = 0.68

/** Draws a text of any length inside a place, in its middle: as large as asked, or as large as it can be. */
export function drawInside(sheet: Sheet, text: string, place: Place, letters: Letters & { leading?: number }): void {
  const { leading = 1.2, align = 'left' } = letters
  const face = sheet.paper.fonts.faces[letters.style]
  const { size, lines } = fit(face, text, {
    width: points(place.width),
    height: points(place.height),
    size: letters.size,
    leading,
  })
  const x = align === 'left' ? place.x : align === 'center' ? place.x + place.width / 2 : place.x + place.width
  const inked = millimetres(size * (CAPITALS + (lines.length - 1) * leading))
  const baseline = place.y + (place.height - inked) / 2 + millimetres(size * CAPITALS)
  drawRuns(sheet, lines, x, baseline, { ...letters, size, leading })
}

/** Draws a text below a height, on as many lines as it takes at this size; answers where it ends. */
export function drawParagraph(sheet: Sheet, text: string, at: Omit<Place, 'height'>, letters: Letters): number {
  const { size } = letters
  const leading = 1.3
  const lines = wrap(sheet.paper.fonts.faces[letters.style], text, points(at.width) / size)
  drawRuns(sheet, lines, at.x, at.y + millimetres(size), { ...letters, leading })
  return at.y + millimetres(lines.length * size * leading)
}

/** The double frame and the name of the issuer that both attestations have. */
export function drawLetterhead(sheet: Sheet, issuer: string, under: string, spacing = 0): void {
  drawFrame(sheet, { x: 9, y: 9, width: 192, height: 279 }, accent, 1.4)
  drawFrame(sheet, { x: 10.8, y: 10.8, width: 188.4, height: 275.4 }, accent, 0.4)
  drawInside(
    sheet,
    issuer,
    { x: 30, y: 26, width: 150, height: 8 },
    { style: 'strong', size: 13, colour: accent, align: 'center', spacing },
  )
  drawInside(
    sheet,
    under,
    { x: 30, y: 35, width: 150, height: 6 },
    { style: 'text', size: 9.5, colour: muted, align: 'center' },
  )
}

/** From the second sheet on it says which one it is: the first one may be in somebody else's hands. */
export function drawDuplicate(sheet: Sheet, texts: DocumentTexts, copy: number): void {
  if (copy < 2) return
  drawFrame(sheet, { x: 148, y: 15, width: 46, height: 8 }, muted, 0.6)
  drawText(sheet, say(texts.duplicate, { copy }), 171, 20.1, { style: 'strong', size: 9, align: 'center' })
}

import { qrcode } from 'bwip-js/generic'
import { fillShapes, type Sheet } from './paper.ts'

type Level = 'L' | 'M'
type Point = readonly [x: number, y: number]

/** The black shapes of a QR code, their holes included, in cells from its upper left corner; and how many cells wide it is. */
function qrShapes(
  text: string,
  eclevel: Level,
): { readonly shapes: readonly (readonly Point[])[]; readonly across: number } {
  const shapes: Point[][] = []
  let across = 0
  const nothing = () => undefined
  // One mask for all: choosing the best of eight takes most of the time of a document, and what is drawn here is as good
  // as random.
  const options = { bcid: 'qrcode', text, eclevel, mask: 4, scale: 1 }
  qrcode(options, {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => {
      across = width
    },
    polygon: (corners) => shapes.push(corners.map(([x, y]) => [x, y])),
    line: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: nothing,
  })
  return { shapes, across }
}

/**
 * Draws a QR code of this text, `side` millimetres wide. The page leaves it free space all around.
 *
 * At the lowest correction level: a signed text is long, and larger cells are read more easily than redundant ones. A
 * short one may afford more.
 */
export function drawQr(sheet: Sheet, text: string, x: number, y: number, side: number, level: Level = 'L'): void {
  const { shapes, across } = qrShapes(text, level)
  fillShapes(sheet, [x, y], side / across, shapes)
}

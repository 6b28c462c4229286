import {
  beginText,
  closePath,
  endText,
  lineTo,
  moveTo,
  PDFArray,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rgb,
  setCharacterSpacing,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
} from 'pdf-lib'
import type { DocumentLanguage } from '../centre.ts'
import { type Fonts, measure, type Run, type Style, styles } from './fonts.ts'

/** A4, in millimetres. Everything below is in millimetres from the upper left corner; sizes of letters are in points. */
const A4 = { width: 210, height: 297 } as const

const POINTS = 72 / 25.4
export const points = (millimetres: number): number => millimetres * POINTS
export const millimetres = (inPoints: number): number => inPoints / POINTS

export type Colour = readonly [red: number, green: number, blue: number]
const ink: Colour = [0.09, 0.13, 0.17]
export const muted: Colour = [0.35, 0.39, 0.45]
export const accent: Colour = [0.043, 0.353, 0.471]
export const hairline: Colour = [0.72, 0.76, 0.8]

/** A document being drawn. */
export interface Paper {
  readonly pdf: PDFDocument
  readonly fonts: Fonts
  readonly embedded: Readonly<Record<Style, PDFFont>>
  readonly codes: Readonly<Record<Style, Map<string, string>>>
}

/** One page of it. */
export interface Sheet {
  readonly paper: Paper
  readonly page: PDFPage
  readonly keys: Readonly<Record<Style, PDFName>>
}

export interface About {
  readonly title: string
  readonly author: string
  readonly language: DocumentLanguage
  /** UTC ISO: the moment the document is about, so that it is the same file whenever and wherever it is made. */
  readonly at: string
}

export async function openPaper(fonts: Fonts, about: About): Promise<Paper> {
  const pdf = await PDFDocument.create()
  const at = new Date(about.at)
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  pdf.setAuthor(about.author)
  pdf.setLanguage(`${about.language}-BE`)
  pdf.setCreator('Certassur Centre')
  pdf.setProducer('Certassur Centre')
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  const embedded: Partial<Record<Style, PDFFont>> = {}
  for (const style of styles) {
    // The typeface is already read: the library is handed that one instead of reading the bytes again for each file.
    pdf.registerFontkit({ create: () => fonts.faces[style].font })
    embedded[style] = await pdf.embedFont(fonts.bytes[style], { subset: true })
  }
  const codes = { text: new Map(), strong: new Map(), display: new Map() }
  return { pdf, fonts, embedded: embedded as Record<Style, PDFFont>, codes }
}

export function addSheet(paper: Paper): Sheet {
  const page = paper.pdf.addPage([points(A4.width), points(A4.height)])
  const key = (style: Style) => page.node.newFontDictionary(style, paper.embedded[style].ref)
  return { paper, page, keys: { text: key('text'), strong: key('strong'), display: key('display') } }
}

export const finish = ({ pdf }: Paper): Promise<Uint8Array> => pdf.save()

export interface Letters {
  readonly style: Style
  readonly size: number
  readonly colour?: Colour
  readonly align?: 'left' | 'center' | 'right'
  /** Points between letters, for small capitals. */
  readonly spacing?: number
}

/** Draws one line of text: `x` is its left end, middle or right end, `y` its base line. */
export function drawText(sheet: Sheet, text: string, x: number, y: number, letters: Letters): void {
  drawRun(sheet, measure(sheet.paper.fonts.faces[letters.style], text), x, y, letters)
}

function drawRun(sheet: Sheet, run: Run, x: number, y: number, letters: Letters): void {
  if (run.letters.length === 0) return
  const { style, size, colour = ink, align = 'left', spacing = 0 } = letters
  const width = run.width * size + spacing * (run.letters.length - 1)
  const before = align === 'left' ? 0 : align === 'center' ? width / 2 : width
  const { page, keys, paper } = sheet
  page.pushOperators(
    beginText(),
    setFillingRgbColor(...colour),
    setCharacterSpacing(spacing),
    setFontAndSize(keys[style], size),
    setTextMatrix(1, 0, 0, 1, points(x) - before, points(A4.height - y)),
    PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [kerned(paper, style, run)]),
    endText(),
  )
}

/** The letters with the distances between them: the library alone would set them without kerning. */
function kerned(paper: Paper, style: Style, { letters, kerns }: Run): PDFArray {
  const shown = PDFArray.withContext(paper.pdf.context)
  let together = ''
  letters.forEach((letter, at) => {
    const kern = Math.round(kerns[at] ?? 0)
    if (kern !== 0) {
      shown.push(PDFHexString.of(together))
      shown.push(paper.pdf.context.obj(kern))
      together = ''
    }
    together += codeOf(paper, style, letter)
  })
  shown.push(PDFHexString.of(together))
  return shown
}

/** The number that a letter has in this file, which holds no other letters than those drawn. */
function codeOf({ embedded, codes }: Paper, style: Style, letter: string): string {
  const known = codes[style].get(letter)
  if (known !== undefined) return known
  const code = embedded[style].encodeText(letter).asString()
  codes[style].set(letter, code)
  return code
}

/** Several lines below each other; returns the base line of the last one. */
export function drawRuns(
  sheet: Sheet,
  runs: readonly Run[],
  x: number,
  firstBaseline: number,
  letters: Letters & { readonly leading: number },
): number {
  const step = millimetres(letters.size * letters.leading)
  runs.forEach((run, at) => drawRun(sheet, run, x, firstBaseline + at * step, letters))
  return firstBaseline + Math.max(0, runs.length - 1) * step
}

export function drawRule(
  sheet: Sheet,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  colour: Colour = hairline,
  thickness = 0.5,
): void {
  sheet.page.drawLine({
    start: { x: points(from[0]), y: points(A4.height - from[1]) },
    end: { x: points(to[0]), y: points(A4.height - to[1]) },
    color: rgb(...colour),
    thickness,
  })
}

export function drawFrame(
  sheet: Sheet,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: Colour,
  thickness: number,
): void {
  sheet.page.drawRectangle({
    x: points(box.x),
    y: points(A4.height - box.y - box.height),
    width: points(box.width),
    height: points(box.height),
    borderColor: rgb(...colour),
    borderWidth: thickness,
  })
}

/** Fills black shapes, each a round of corners in units of `unit` millimetres from `origin`; one inside another is a hole. */
export function fillShapes(
  sheet: Sheet,
  origin: readonly [x: number, y: number],
  unit: number,
  shapes: readonly (readonly (readonly [x: number, y: number])[])[],
): void {
  const at = ([x, y]: readonly [number, number]) =>
    [points(origin[0] + x * unit), points(A4.height - origin[1] - y * unit)] as const
  const outline = (corners: readonly (readonly [number, number])[]) =>
    corners.map((corner, index) => (index === 0 ? moveTo(...at(corner)) : lineTo(...at(corner))))
  sheet.page.pushOperators(
    setFillingRgbColor(0, 0, 0),
    ...shapes.flatMap((corners) => [...outline(corners), closePath()]),
    PDFOperator.of(PDFOperatorNames.FillEvenOdd),
  )
}

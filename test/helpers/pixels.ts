import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createCanvas, Path2D } from '@napi-rs/canvas'
import * as fontkit from 'fontkit'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Points to pixels: three for each, so that the thinnest stroke of a letter is wider than one. */
const SCALE = 3
const MILLIMETRE = (72 / 25.4) * SCALE

/** A page as it would lie on paper: how dark each pixel is, 0 white to 255 black. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly dark: Uint8Array
  /** Colours as a camera sees them. */
  readonly rgba: Uint8ClampedArray
  readonly texts: readonly PlacedText[]
}

/** Where the renderer says that a text stands: its left end on the base line, in pixels. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Rendered {
  readonly pages: readonly Page[]
  readonly title: string
  readonly language: string | null
}

/** Renders a PDF with the library that the preview uses. */
export async function render(bytes: Uint8Array): Promise<Rendered> {
  // The renderer takes the bytes over: a test may want them again.
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const viewport = page.getViewport({ scale: SCALE })
    const width = Math.round(viewport.width)
    const height = Math.round(viewport.height)
    const canvas = createCanvas(width, height)
    await page.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[]
      return [{ text: item.str, x: x * SCALE, y: height - y * SCALE, size: size * SCALE }]
    })
    const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data
    pages.push({ width, height, rgba: new Uint8ClampedArray(rgba), dark: darkness(rgba), texts })
  }
  const { info } = await pdf.getMetadata()
  const facts = info as { readonly Title: string; readonly Language: string | null }
  await task.destroy()
  return { pages, title: facts.Title, language: facts.Language }
}

function darkness(rgba: Uint8ClampedArray | Uint8Array): Uint8Array {
  const dark = new Uint8Array(rgba.length / 4)
  for (let at = 0; at < dark.length; at++) {
    const sum = (rgba[at * 4] ?? 255) + (rgba[at * 4 + 1] ?? 255) + (rgba[at * 4 + 2] ?? 255)
    dark[at] = 255 - Math.round(sum / 3)
  }
  return dark
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How many pixels of an area, in millimetres, hold ink. */
export function ink(page: Page, area: Area): number {
  let count = 0
  for (let y = Math.round(area.y * MILLIMETRE); y < Math.round((area.y + area.height) * MILLIMETRE); y++) {
    for (let x = Math.round(area.x * MILLIMETRE); x < Math.round((area.x + area.width) * MILLIMETRE); x++) {
      if ((page.dark[y * page.width + x] ?? 0) > 60) count++
    }
  }
  return count
}

/** What a camera held over this area, in millimetres, sees. */
function photograph(page: Page, area: Area): { data: Uint8ClampedArray; width: number; height: number } {
  const left = Math.round(area.x * MILLIMETRE)
  const top = Math.round(area.y * MILLIMETRE)
  const width = Math.round(area.width * MILLIMETRE)
  const height = Math.round(area.height * MILLIMETRE)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * page.width + left) * 4
    data.set(page.rgba.subarray(from, from + width * 4), y * width * 4)
  }
  return { data, width, height }
}

/** The text that the renderer found under these letters, whatever it made of the spaces between them. */
export function placed(page: Page, text: string): PlacedText {
  const bare = (one: string) => one.normalize('NFC').replace(/\s/gu, '')
  const found = page.texts.find((one) => bare(one.text) === bare(text))
  if (!found) throw new Error(`not on the page: ${text}`)
  return found
}

/**
 * How well each letter of a text stands on the page, 0 to 1: the share of ink that page and typeface have in common where
 * that letter belongs. The letters it is compared with are drawn from the outlines of the whole typeface, which the
 * document never saw.
 */
export function likeness(page: Page, text: string, { x, y, size }: PlacedText, font: fontkit.Font): readonly number[] {
  const { glyphs, positions } = font.layout(text, { liga: false, calt: false, ccmp: false, locl: false, clig: false })
  const scale = size / font.unitsPerEm
  // A strip as high as two lines: letters may hang into each other's place, so all are drawn before any is judged.
  const top = Math.floor(y - size)
  const strip = createCanvas(page.width, Math.ceil(size * 2))
  const context = strip.getContext('2d')
  let pen = x
  const places = glyphs.map((glyph, at) => {
    context.setTransform(scale, 0, 0, -scale, pen, y - top)
    const outline = new Path2D(glyph.path.toSVG())
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(outline)
    const { minX, minY, maxX, maxY } = glyph.bbox
    const place = {
      from: Math.floor(pen + minX * scale),
      to: Math.ceil(pen + maxX * scale),
      above: Math.floor(y - maxY * scale),
      below: Math.ceil(y - minY * scale),
    }
    pen += (positions[at]?.xAdvance ?? 0) * scale
    return place
  })
  const drawn = context.getImageData(0, 0, strip.width, strip.height).data
  return places.map(({ from, to, above, below }) => {
    let common = 0
    let either = 0
    for (let row = above; row < below; row++) {
      for (let column = from; column < to; column++) {
        const here = (page.dark[row * page.width + column] ?? 0) > 100
        const there = (drawn[((row - top) * page.width + column) * 4 + 3] ?? 0) > 100
        if (here && there) common++
        if (here || there) either++
      }
    }
    return either === 0 ? 1 : common / either
  })
}

const wasm = resolve(import.meta.dirname, '../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })

/** What a scanner reads in this area, in millimetres. */
export async function scan(page: Page, area: Area): Promise<string | undefined> {
  const [code] = await readBarcodes(photograph(page, area) as unknown as ImageData, { formats: ['QRCode'] })
  return code?.text
}

/** What a scanner reads on a picture. */
export async function scanPicture(picture: Blob): Promise<string | undefined> {
  const [code] = await readBarcodes(picture, { formats: ['QRCode'] })
  return code?.text
}

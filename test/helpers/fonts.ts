import { resolve } from 'node:path'
import type { Fonts } from '../../shared/documents/fonts.ts'
import { readFonts } from '../../src-main/documents/fontFiles.ts'
import type { DocumentPorts } from '../../src-main/documents/ports.ts'

const fonts = resolve(import.meta.dirname, '../../resources/fonts')

/** The typefaces of the documents, read anew. */
export const documentFonts = (): Fonts => readFonts(fonts)

/** What a desk of a test draws with: the same as the application. */
export const drawingPorts: Pick<DocumentPorts, 'drawingWorker' | 'fonts'> = {
  drawingWorker: new URL('../../src-main/documents/drawing/worker.ts', import.meta.url),
  fonts,
}

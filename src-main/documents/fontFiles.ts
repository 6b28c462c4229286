import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontFiles, type Fonts, openFonts, type Style } from '../../shared/documents/fonts.ts'

/** Reads the typefaces of a folder. It takes about as long as a document: whoever draws reads them once. */
export function readFonts(folder: string): Fonts {
  const bytes = (style: Style) => new Uint8Array(readFileSync(join(folder, fontFiles[style])))
  return openFonts({ text: bytes('text'), strong: bytes('strong'), display: bytes('display') })
}

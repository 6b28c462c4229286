import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fonts, openFonts } from '../../shared/documents/fonts.ts'

/** Reads the typefaces of a folder. It takes about as long as a document: whoever draws reads them once. */
export const readFonts = (folder: string): Fonts =>
  openFonts((file) => new Uint8Array(readFileSync(join(folder, file))))

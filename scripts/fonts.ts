import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import subsetFont from 'subset-font'

/**
 * Makes the small typefaces of the documents from the whole ones: `node scripts/fonts.ts`, after a new version of them.
 *
 * Parsing and subsetting a typeface is most of the time that a document takes, so what no document needs is left out
 * once, here: other scripts, ligatures, instructions for low-resolution screens. What stays is every letter of the
 * languages written in Latin letters, Vietnamese included, and the kerning.
 */
const root = resolve(import.meta.dirname, '..')
const packages = join(root, 'node_modules/@expo-google-fonts')

const RANGES = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0x24f], // Latin-1, Extended-A, Extended-B
  [0x259, 0x259], // ə
  [0x2bb, 0x2bc], // ʻ ʼ
  [0x1e00, 0x1eff], // Extended Additional: Vietnamese
  [0x2010, 0x2026], // dashes, quotation marks, ellipsis
  [0x202f, 0x202f],
  [0x2032, 0x2033],
  [0x20ac, 0x20ac], // €
  [0x2116, 0x2116], // №
] as const

const characters = RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
  .map((point) => String.fromCodePoint(point))
  .join('')

const fonts = [
  { from: 'inter/400Regular/Inter_400Regular.ttf', to: 'Inter-Regular.ttf' },
  { from: 'inter/600SemiBold/Inter_600SemiBold.ttf', to: 'Inter-SemiBold.ttf' },
  { from: 'eb-garamond/600SemiBold/EBGaramond_600SemiBold.ttf', to: 'EBGaramond-SemiBold.ttf' },
] as const

const licences = [
  { from: 'inter/LICENSE_FONT', to: 'Inter-OFL.txt' },
  { from: 'eb-garamond/LICENSE_FONT', to: 'EBGaramond-OFL.txt' },
] as const

/** Every file of resources/fonts, by name. */
export async function makeFonts(): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>()
  for (const { from, to } of fonts) {
    made.set(
      to,
      await subsetFont(readFileSync(join(packages, from)), characters, {
        targetFormat: 'sfnt',
        noHinting: true,
        noLayoutClosure: true,
        preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14],
        dropTables: ['GSUB', 'STAT', 'meta'],
      }),
    )
  }
  for (const { from, to } of licences) made.set(to, readFileSync(join(packages, from)))
  return made
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(root, 'resources/fonts')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of await makeFonts()) {
    writeFileSync(join(folder, name), bytes)
    console.log(`${name} ${Math.ceil(bytes.length / 1024)} KB`)
  }
}

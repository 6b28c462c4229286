// The part of this package that scripts/fonts.ts uses; it brings no types.
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'sfnt'
    readonly noHinting: boolean
    readonly noLayoutClosure: boolean
    readonly preserveNameIds: readonly number[]
    readonly dropTables: readonly string[]
  }
  export default function subsetFont(font: Uint8Array, characters: string, options: SubsetOptions): Promise<Uint8Array>
}

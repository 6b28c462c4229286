/** Where a family's name comes from. Lists begin with the most frequent; every combination is invented. */
export interface Origin {
  readonly lastNames: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
  /** Makes one of the many rare names; `share` of the people have one. */
  readonly rare?: { readonly share: number; readonly make: (pick: Pick) => string }
  /** A woman's form of the name, where the language has one. */
  readonly feminine?: (lastName: string) => string
}

type Pick = <T>(list: readonly T[]) => T

/** A list written as running text, separated by commas. */
export const list = (text: string): readonly string[] => text.split(',').map((name) => name.replace(/\s+/g, ' ').trim())

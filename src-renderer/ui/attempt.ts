/**
 * The ids of an act, kept while it fails.
 *
 * Pressing again after a failure is the same act: were the first one written after all, it is not done twice. Other
 * values are another act.
 */
export interface Attempt {
  /** As many ids as the act needs; the same ones for the same act until it is `done`. */
  ids(act: unknown, count: number): readonly string[]
  done(): void
}

/** @param newId makes a UUIDv7 */
export function createAttempt(newId: () => string): Attempt {
  let kept: { readonly key: string; readonly ids: readonly string[] } | null = null
  return {
    ids(act, count) {
      const key = JSON.stringify([act, count])
      if (kept?.key !== key) kept = { key, ids: Array.from({ length: count }, newId) }
      return kept.ids
    },
    done() {
      kept = null
    },
  }
}

/** Two records, by their numbers, and the weight with which they were taken for one person. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly weight: number
}

export interface GroupOptions {
  /** Links of less weight join nobody. */
  readonly threshold: number
  /** How much the strongest link of two groups counts; the rest is the mean of all. */
  readonly strongest: number
  readonly least: number
}

/**
 * Joins records to people: whoever is one person with a second, who is one with a third, is one with the third too.
 *
 * The strongest links first. Two groups become one when their strongest link, weighed down by all the pairs between
 * them, still holds: one record without a first name must not make one person of two twins.
 */
export function groupRecords(
  links: readonly Link[],
  weightOf: (a: number, b: number) => number,
  { threshold, strongest, least }: GroupOptions,
): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>()
  const groupOf = (record: number): number[] => {
    let group = groups.get(record)
    if (!group) groups.set(record, (group = [record]))
    return group
  }
  for (const { a, b, weight } of links.toSorted((x, y) => y.weight - x.weight)) {
    if (weight < threshold) break
    const [one, other] = [groupOf(a), groupOf(b)]
    if (one === other || one.length * other.length > MOST_PAIRS) continue
    let sum = 0
    for (const x of one) for (const y of other) sum += Math.max(least, weightOf(x, y))
    const mean = sum / (one.length * other.length)
    if (strongest * weight + (1 - strongest) * mean < threshold) continue
    const joined = [...one, ...other]
    for (const record of joined) groups.set(record, joined)
  }
  return [...new Set(groups.values())].filter(({ length }) => length > 1)
}

/** A group so large is no person. */
const MOST_PAIRS = 400

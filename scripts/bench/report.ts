/** One row of the bench: our figure, the peer's or the limit, and the ratio that has to be reached. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly beside: string
  readonly ratio: number
  /** The ratio is to be at least, or at most, this; null where nothing is promised. */
  readonly atLeast?: number
  readonly atMost?: number
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const isReached = ({ ratio, atLeast, atMost }: Row): boolean =>
  (atLeast === undefined || ratio >= atLeast) && (atMost === undefined || ratio <= atMost)

/** Prints the rows and answers whether every one of them is within its limit. */
export function print(rows: readonly Row[]): boolean {
  for (const row of rows) {
    const limit = row.atLeast !== undefined ? `≥ ${row.atLeast}` : row.atMost !== undefined ? `≤ ${row.atMost}` : ''
    const verdict = limit === '' ? '' : isReached(row) ? 'reached' : 'MISSED'
    console.log(
      `${row.what.padEnd(46)} ${row.ours.padStart(16)} | ${row.beside.padEnd(34)} ratio ${row.ratio.toFixed(2)} ${limit} ${verdict}`,
    )
  }
  return rows.every(isReached)
}

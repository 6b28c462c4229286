import type { DoorRow, Elsewhere } from '../../shared/calls/checkIn.ts'
import type { CheckIn } from '../../shared/checkIn.ts'
import { find } from './find.ts'

/** What the counters show, and what a click on one lists. */
export const filters = ['all', 'present', 'late', 'notAdmitted', 'absent', 'unmarked'] as const
export type Filter = (typeof filters)[number]

/** Somebody who left early arrived all the same: the counters say how people arrived. */
const passes = (row: DoorRow, filter: Filter): boolean => {
  if (filter === 'all') return true
  return filter === 'unmarked' ? row.mark === null : row.arrival?.mark === filter
}

/** Whoever is expected at the door; a cancelled registration is not, unless he came all the same. */
export const expected = (rows: readonly DoorRow[]): readonly DoorRow[] =>
  rows.filter(({ registration, mark }) => registration.status !== 'cancelled' || mark !== null)

export const countOf = (rows: readonly DoorRow[], filter: Filter): number =>
  rows.filter((row) => passes(row, filter)).length

export const leftCount = (rows: readonly DoorRow[]): number => rows.filter(({ departure }) => departure !== null).length

/** One line that the keys can choose: somebody on the list, or somebody found beside it. */
export type Item =
  | { readonly kind: 'row'; readonly key: string; readonly row: DoorRow }
  | { readonly kind: 'elsewhere'; readonly key: string; readonly person: Elsewhere }

export interface Shown {
  readonly items: readonly Item[]
  /** The names fit as they were typed; else they are only near. */
  readonly sure: boolean
}

/** A search goes through everybody; without one the counters' filter holds. */
export function shownItems(
  rows: readonly DoorRow[],
  text: string,
  filter: Filter,
  elsewhere: readonly Elsewhere[],
): Shown {
  const searching = text.trim() !== ''
  const found = searching ? find(rows, text) : { rows: rows.filter((row) => passes(row, filter)), sure: true }
  return {
    items: [
      ...found.rows.map((row): Item => ({ kind: 'row', key: row.registration.id, row })),
      ...(searching ? elsewhere : []).map((person): Item => ({ kind: 'elsewhere', key: person.candidateId, person })),
    ],
    sure: found.sure,
  }
}

/**
 * Which line is under the cursor: the chosen one while it is shown, else the first without a mark.
 *
 * Of several names that are only near none is taken for granted: Enter would mark somebody nobody meant.
 */
export function cursorOf({ items, sure }: Shown, chosen: string | null): number {
  const at = items.findIndex(({ key }) => key === chosen)
  if (at >= 0) return at
  const people = items.filter(({ kind }) => kind === 'row').length
  if (!sure && people > 1) return -1
  const unmarked = items.findIndex((item) => item.kind === 'row' && item.row.mark === null)
  return unmarked >= 0 ? unmarked : Math.min(0, items.length - 1)
}

/** Who comes next at the door: the next without a mark below this one, else from the top. */
export function nextUnmarked(rows: readonly DoorRow[], afterId: string): string | null {
  const at = rows.findIndex(({ registration }) => registration.id === afterId)
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return round.find(({ mark }) => mark === null)?.registration.id ?? null
}

/** The mark that an undo takes back: the last step first. */
export const lastMarkOf = (row: DoorRow): CheckIn | null => row.departure ?? row.arrival

/** What another desk noted about the same person and is not taken back. */
export const secondMarks = (row: DoorRow): readonly CheckIn[] => row.others.filter(({ undoneAt }) => undoneAt === null)

import type { CentralLook, ComparedCandidate, SimilarPeople } from '../../shared/calls/duplicate.ts'
import { type Likeness, likenesses, type MinimalMatch } from '../../shared/duplicate.ts'
import type { Reason } from '../../shared/matching/reasons.ts'

/** Somebody who may be the person that is typed. */
export interface Match {
  readonly id: string
  readonly likeness: Likeness
  readonly reasons: readonly Reason[]
  /** His record, where this desk has it. */
  readonly whole: ComparedCandidate | null
  /** What Certassur said of him, when it named him. */
  readonly known: MinimalMatch | null
}

/** Somebody of whom this centre may only be told the least. */
export interface StrangerMatch extends Match {
  readonly whole: null
  readonly known: MinimalMatch
}
export const isStranger = (match: Match): match is StrangerMatch => match.whole === null && match.known !== null

const rank = ({ likeness }: Match): number => likenesses.indexOf(likeness)
const likelier = (a: Likeness, b: Likeness): Likeness => (likenesses.indexOf(a) <= likenesses.indexOf(b) ? a : b)

/**
 * Everybody whom the desk and Certassur named, each once, the likeliest first.
 * @param records of those whom Certassur named and whose record is on this desk all the same
 */
export function matchesOf(
  here: SimilarPeople | null,
  there: CentralLook | null,
  records: ReadonlyMap<string, ComparedCandidate>,
): readonly Match[] {
  const found = new Map<string, Match>()
  for (const { candidate, verdict, reasons } of here?.people ?? []) {
    found.set(candidate.id, { id: candidate.id, likeness: verdict, reasons, whole: candidate, known: null })
  }
  for (const known of there?.people ?? []) {
    const { id, likeness, reasons } = known
    const mine = found.get(id)
    found.set(
      id,
      mine
        ? { ...mine, likeness: likelier(mine.likeness, likeness), known }
        : { id, likeness, reasons, whole: records.get(id) ?? null, known },
    )
  }
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b))
}

/** Those about whom a word is needed before a record is made; the others are only worth a look. */
export const isLikely = ({ likeness }: Match): boolean => likeness !== 'possible'

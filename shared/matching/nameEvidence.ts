import { add, type Evidence, nothing } from './evidence.ts'
import { type Frequencies, shareOfName } from './frequencies.ts'
import { replacedFirstName } from './kin.ts'
import { lengthOf, type Name, nameLevel, type NameLevel, nameOf } from './name.ts'
import type { Prepared } from './person.ts'
import type { Reason } from './reasons.ts'
import type { NameField, Weights } from './weights.ts'

const { log2, max } = Math

interface NamePair {
  readonly field: NameField
  readonly other: NameField
  readonly level: NameLevel
}

/** What the names say, in the arrangement that says the most: as they stand, swapped, or both in one field. */
export function weighNames(
  a: Prepared,
  b: Prepared,
  frequencies: Frequencies,
  weights: Weights,
  reasons?: Reason[],
): Evidence {
  const straight = arrange(a, b, 'lastName', 'firstName')
  const direct = sumOf(a, b, straight, frequencies, weights)
  if (straight.length === 2 && straight.every(({ level }) => level !== 'differs')) {
    explain(straight, reasons)
    return direct
  }
  const crossed = arrange(a, b, 'firstName', 'lastName')
  const others: readonly Arrangement[] = [
    ...(crossed.some(({ level }) => level !== 'differs')
      ? [{ code: 'swapped', of: [a, b], pairs: crossed } as const]
      : []),
    ...takenApart(a, b).map(
      (of) => ({ code: 'inOneField', of, pairs: arrange(...of, 'lastName', 'firstName') }) as const,
    ),
  ]
  let best: { readonly sum: Evidence; readonly arrangement: Arrangement | null } = { sum: direct, arrangement: null }
  for (const arrangement of others) {
    const sum = sumOf(...arrangement.of, arrangement.pairs, frequencies, weights)
    sum.match += log2(weights.swapped)
    if (sum.match - sum.stranger > best.sum.match - best.sum.stranger) best = { sum, arrangement }
  }
  if (best.arrangement) reasons?.push({ field: 'lastName', code: best.arrangement.code })
  explain(best.arrangement?.pairs ?? straight, reasons)
  return best.sum
}

interface Arrangement {
  readonly code: 'swapped' | 'inOneField'
  readonly of: readonly [Prepared, Prepared]
  readonly pairs: readonly NamePair[]
}

/** When one of the two has both names in one field: every way in which its words may be a family name and a first name. */
function takenApart(a: Prepared, b: Prepared): readonly (readonly [Prepared, Prepared])[] {
  const [one, other] = [wholeNameOf(a), wholeNameOf(b)]
  if (one && b.lastName && b.firstName) return waysOf(one).map((names) => [{ ...a, ...names }, b])
  return other && a.lastName && a.firstName ? waysOf(other).map((names) => [a, { ...b, ...names }]) : []
}

const wholeNameOf = ({ lastName, firstName }: Prepared): Name | null =>
  firstName ? (lastName ? null : firstName) : lastName

function waysOf({ words }: Name): readonly Pick<Prepared, 'lastName' | 'firstName'>[] {
  return words.slice(1, MOST_WORDS).flatMap((_word, at) => {
    const [before, after] = [words.slice(0, at + 1), words.slice(at + 1)].map((part) => nameOf(part.join(' ')))
    return before && after
      ? [
          { lastName: before, firstName: after },
          { lastName: after, firstName: before },
        ]
      : []
  })
}

const MOST_WORDS = 6

function arrange(a: Prepared, b: Prepared, last: NameField, first: NameField): readonly NamePair[] {
  const pairs: NamePair[] = []
  if (a.lastName && b[last]) pairs.push({ field: 'lastName', other: last, level: nameLevel(a.lastName, b[last]) })
  if (a.firstName && b[first]) pairs.push({ field: 'firstName', other: first, level: nameLevel(a.firstName, b[first]) })
  return pairs
}

function explain(pairs: readonly NamePair[], reasons?: Reason[]): void {
  for (const { field, level } of pairs) reasons?.push({ field, code: level })
}

function sumOf(
  a: Prepared,
  b: Prepared,
  pairs: readonly NamePair[],
  frequencies: Frequencies,
  weights: Weights,
): Evidence {
  const sum = nothing()
  for (const { field, other, level } of pairs) {
    const [one, two] = [a[field] as Name, b[other] as Name]
    add(sum, weights, (chances) => chances[field][level])
    if (field === 'firstName' && level === 'differs') {
      sum.match += log2(replacedFirstName(frequencies, weights) / weights.match.firstName.differs)
    }
    sum.stranger += log2(strangerShare(one, two, field, other, level, frequencies, weights))
  }
  return sum
}

/** How often another person's name is as near to this one: never less than the names themselves are borne. */
function strangerShare(
  one: Name,
  two: Name,
  field: NameField,
  other: NameField,
  level: NameLevel,
  frequencies: Frequencies,
  { stranger, shortestName }: Weights,
): number {
  const byLength = stranger[field][level]
  const base = byLength[max(0, Math.min(lengthOf(one, two) - shortestName, byLength.length - 1))] ?? 1
  if (level === 'differs') return base
  const share = max(
    shareOfName(frequencies, other, one.text),
    shareOfName(frequencies, field, two.text),
    field === other ? 0 : max(shareOfName(frequencies, field, one.text), shareOfName(frequencies, other, two.text)),
  )
  return level === 'same' ? share : max(base, share)
}

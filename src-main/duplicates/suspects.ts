import type { Likeness } from '../../shared/duplicate.ts'
import type { Found } from '../../shared/matching/finder.ts'
import type { Person } from '../../shared/matching/person.ts'
import type { Reason } from '../../shared/matching/reasons.ts'

interface Known extends Person {
  readonly id: string
}

/** Two people of one cache who are perhaps one. `a` sorts before `b`. */
interface Suspected {
  readonly a: string
  readonly b: string
  readonly verdict: Exclude<Likeness, 'possible'>
  readonly weight: number
  readonly reasons: readonly Reason[]
}

/** Suspected pairs, found one person after the other, and anew for whoever changes. */
export interface Suspects {
  /** The likeliest first. */
  pairs(): readonly Suspected[]
  /** How many people are still to be compared with all others. */
  waiting(): number
}

interface Search extends Suspects {
  await(person: Known): void
  forget(id: string): void
  /** Compares one person at a time with all others, so that the work may pause after any of them. */
  search(): Generator<void, void>
  end(): void
}

/** @param find who resembles a person, likeliest first */
export function createSuspects(find: (person: Known) => readonly Found<Known>[]): Search {
  const waiting = new Map<string, Known>()
  const pairs = new Map<string, Suspected>()
  const pairsOf = new Map<string, Set<string>>()

  function note(a: string, b: string, { verdict, weight, reasons }: Found<Known>['match']): void {
    if (verdict !== 'certain' && verdict !== 'probable') return
    const [first, second] = a < b ? [a, b] : [b, a]
    const key = `${first} ${second}`
    pairs.set(key, { a: first, b: second, verdict, weight, reasons })
    for (const id of [first, second]) pairsOf.set(id, (pairsOf.get(id) ?? new Set()).add(key))
  }

  function forget(id: string): void {
    waiting.delete(id)
    for (const key of pairsOf.get(id) ?? []) pairs.delete(key)
    pairsOf.delete(id)
  }

  return {
    await: (person) => void waiting.set(person.id, person),
    forget,
    waiting: () => waiting.size,
    pairs: () => [...pairs.values()].toSorted((one, other) => other.weight - one.weight),
    *search() {
      for (const [id, person] of waiting) {
        waiting.delete(id)
        for (const found of find(person)) note(id, found.person.id, found.match)
        yield
      }
    },
    end() {
      waiting.clear()
      pairs.clear()
      pairsOf.clear()
    },
  }
}

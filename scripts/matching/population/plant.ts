import type { Chance } from '../../../src-central/demo/random.ts'
import type { PersonError } from './errors/error.ts'
import type { Inhabitant, Person } from './person.ts'

export interface Planted {
  readonly of: Inhabitant
  /** What was typed of him. */
  readonly asked: Person
}

/** Makes the error on up to `count` different people on whose records it can be made. */
export function plant(
  error: PersonError,
  inhabitants: readonly Inhabitant[],
  random: Chance,
  count: number,
): readonly Planted[] {
  const planted: Planted[] = []
  for (const of of random.shuffled(inhabitants)) {
    if (planted.length === count) break
    const asked = error.apply(of.person, random, of)
    if (asked) planted.push({ of, asked })
  }
  return planted
}

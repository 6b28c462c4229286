import type { Frequencies } from './frequencies.ts'
import type { Weights } from './weights.ts'

/**
 * How often one person's records have two first names, or dates a generation apart: as often as the sets showed, but no
 * more often than `twinShare` and `namesakeShare` leave to him beside the twins, the fathers and the sons.
 */
export function replacedFirstName({ twinShare }: Frequencies, weights: Weights): number {
  const { match, twin, relatives } = weights
  const kin = relatives.twin * twin.lastName.same * twin.firstName.differs * twin.birthDate.same
  const most = leftOf(kin, twinShare ?? weights.twinShare) / (match.lastName.same * match.birthDate.same)
  return Math.min(match.firstName.differs, most)
}

export function replacedDate({ namesakeShare }: Frequencies, weights: Weights): number {
  const { match, household, relatives } = weights
  const kin = relatives.household * household.lastName.same * household.firstName.same * household.birthDate.generation
  const most = leftOf(kin, namesakeShare ?? weights.namesakeShare) / (match.lastName.same * match.firstName.same)
  return Math.min(match.birthDate.generation, most)
}

const leftOf = (kin: number, share: number): number => (kin * (1 - share)) / share

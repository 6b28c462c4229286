import type { Chances, Weights } from './weights.ts'

/** How well what is seen fits each of the explanations, in bits. */
export interface Evidence {
  match: number
  stranger: number
  household: number
  twin: number
}

export const nothing = (): Evidence => ({ match: 0, stranger: 0, household: 0, twin: 0 })

/** Adds what the explanations say of one field; how often strangers look like this depends on more, and is added apart. */
export function add(sum: Evidence, weights: Weights, chance: (chances: Chances) => number): void {
  sum.match += Math.log2(chance(weights.match))
  sum.household += Math.log2(chance(weights.household))
  sum.twin += Math.log2(chance(weights.twin))
}

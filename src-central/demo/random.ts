import { uuidv7 } from '../../shared/ids.ts'

/** Chance that is the same at every start. */
export interface Chance {
  /** 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  happens(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** As families and first names are spread: the beginning of a list comes far more often than its end. */
  skewed<T>(list: readonly T[]): T
  /** One of the keys, as often as its weight says. */
  weighted<T>(weights: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** mulberry32, and what is asked of it. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const at = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)] as T
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    pick: (list) => at(list, next()),
    skewed: (list) => at(list, next() ** 1.9),
    weighted: (weights) => {
      const sum = weights.reduce((total, [, weight]) => total + weight, 0)
      let left = next() * sum
      const found = weights.find(([, weight]) => (left -= weight) < 0) ?? weights[0]
      return (found as (typeof weights)[number])[0]
    },
    shuffled: (list) => {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1))
        ;[mixed[last], mixed[other]] = [mixed[other] as never, mixed[last] as never]
      }
      return mixed
    },
  }
}

/** Ids that sort in the order in which they are made, from an instant in the past on: the same at every start. */
export function idMaker(random: Chance, from: number): () => string {
  let milliseconds = from
  return () => {
    milliseconds += 1
    return uuidv7(
      milliseconds,
      Uint8Array.from({ length: 10 }, () => Math.floor(random.next() * 256)),
    )
  }
}

/** Places of an index, kept in order while people come, change and go. */
export interface Order {
  places(): Int32Array
  add(place: number): void
  /** Before anything of the place changes: it is found by what it is. */
  remove(place: number): void
  /** Takes all at once; each turn of the generator is a moment of work. */
  fill(all: Iterable<number>): Generator<void, void>
  /** Where the test begins to hold, when it holds from somewhere to the end. */
  firstWhere(test: (place: number) => boolean): number
}

/** Sorted or merged in one go: some milliseconds. */
const MOMENT = 2048

/** @param compare a total order: 0 only for the same place */
export function createOrder(compare: (a: number, b: number) => number): Order {
  let kept = new Int32Array(1024)
  let size = 0

  function firstWhere(test: (place: number) => boolean): number {
    let [low, high] = [0, size]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (test(kept[middle] as number)) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    firstWhere,
    places: () => kept.subarray(0, size),
    add(place) {
      if (size === kept.length) {
        const larger = new Int32Array(Math.max(1024, size * 2))
        larger.set(kept)
        kept = larger
      }
      const last = size === 0 ? -1 : compare(kept[size - 1] as number, place)
      const at = last <= 0 ? size : firstWhere((other) => compare(other, place) >= 0)
      kept.copyWithin(at + 1, at, size)
      kept[at] = place
      size += 1
    },
    remove(place) {
      const at = firstWhere((other) => compare(other, place) >= 0)
      if (at === size || kept[at] !== place) return
      kept.copyWithin(at, at + 1, size)
      size -= 1
    },
    *fill(all) {
      kept = Int32Array.from(all)
      size = kept.length
      for (let from = 0; from < size; from += MOMENT) {
        kept.subarray(from, from + MOMENT).sort(compare)
        yield
      }
      for (let width = MOMENT; width < size; width *= 2) kept = yield* mergeAll(kept, width, compare)
    },
  }
}

/** Merges sorted runs of this width by pairs. */
function* mergeAll(
  runs: Int32Array<ArrayBuffer>,
  width: number,
  compare: (a: number, b: number) => number,
): Generator<void, Int32Array<ArrayBuffer>> {
  const merged = new Int32Array(runs.length)
  let out = 0
  for (let from = 0; from < runs.length; from += 2 * width) {
    const middle = Math.min(from + width, runs.length)
    const end = Math.min(middle + width, runs.length)
    let [left, right] = [from, middle]
    while (left < middle || right < end) {
      const takeLeft = right === end || (left < middle && compare(runs[left] as number, runs[right] as number) <= 0)
      merged[out] = runs[takeLeft ? left++ : right++] as number
      out += 1
      if (out % MOMENT === 0) yield
    }
  }
  return merged
}

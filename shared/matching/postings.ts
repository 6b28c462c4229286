/** Who has which key: numbers of people by the number of a key, in typed arrays that grow. */
export interface Postings {
  add(key: number, person: number): void
  /** The people who have the key, none of them kept by whoever asks. */
  list(key: number): Int32Array
}

const NOBODY = new Int32Array(0)

/** For few keys with long lists, such as trigrams: one array for each key. */
export function createLists(): Postings {
  const lists = new Map<number, { people: Int32Array; count: number }>()
  return {
    add(key, person) {
      let list = lists.get(key)
      if (!list) lists.set(key, (list = { people: new Int32Array(4), count: 0 }))
      if (list.count === list.people.length) {
        const longer = new Int32Array(list.count * 2)
        longer.set(list.people)
        list.people = longer
      }
      list.people[list.count] = person
      list.count += 1
    },
    list: (key) => {
      const list = lists.get(key)
      return list ? list.people.subarray(0, list.count) : NOBODY
    },
  }
}

const grown = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(Math.ceil(values.length * 1.5))
  longer.set(values)
  return longer
}

/** Tables are kept in so many parts, each of which grows by itself: nobody waits for a table of millions to be made anew. */
const PARTS = 64
const partOf = (key: number): number => key >>> 26

/**
 * For many keys with short lists: typed arrays, whatever their number, so that a million people with fifteen keys each
 * cost no object.
 *
 * Each entry knows the one before it of the same slot. Keys are hashes; two that fall on one number only make somebody
 * be looked at in vain.
 */
export function createChains(): Postings {
  const chains = Array.from({ length: PARTS }, createChain)
  return {
    add: (key, person) => (chains[partOf(key)] as Postings).add(key, person),
    list: (key) => (chains[partOf(key)] as Postings).list(key),
  }
}

function createChain(): Postings {
  let slots = 1 << 6
  let heads = new Int32Array(slots).fill(-1)
  let keys = new Int32Array(slots)
  let people = new Int32Array(slots)
  let before = new Int32Array(slots)
  let entries = 0
  let found = new Int32Array(16)

  function relink(): void {
    slots *= 2
    heads = new Int32Array(slots).fill(-1)
    for (let entry = 0; entry < entries; entry += 1) link(entry)
  }
  function link(entry: number): void {
    const slot = (keys[entry] as number) & (slots - 1)
    before[entry] = heads[slot] as number
    heads[slot] = entry
  }
  function collect(key: number): number {
    let count = 0
    for (let entry = heads[key & (slots - 1)] as number; entry !== -1; entry = before[entry] as number) {
      if (keys[entry] !== key) continue
      if (count === found.length) found = grown(found)
      found[count] = people[entry] as number
      count += 1
      if (count === MOST_COLLECTED) break
    }
    return count
  }
  return {
    add(key, person) {
      if (entries === keys.length) {
        keys = grown(keys)
        people = grown(people)
        before = grown(before)
      }
      keys[entries] = key
      people[entries] = person
      link(entries)
      entries += 1
      if (entries > slots * 2) relink()
    },
    list: (key) => found.subarray(0, collect(key)),
  }
}

/** How often each key occurs. Two values whose hashes are one number are counted as one, which is seldom. */
export interface Counts {
  of(key: number): number
  change(key: number, by: 1 | -1): void
}

export function createCounts(): Counts {
  const tables = Array.from({ length: PARTS }, createCountTable)
  return {
    of: (key) => (tables[partOf(key)] as Counts).of(key),
    change: (key, by) => (tables[partOf(key)] as Counts).change(key, by),
  }
}

function createCountTable(): Counts {
  let keys = new Int32Array(1 << 6)
  // One more than the count: nought is a free place.
  let counts = new Int32Array(1 << 6)
  let used = 0

  function placeOf(key: number): number {
    const last = keys.length - 1
    let place = key & last
    while (counts[place] !== 0 && keys[place] !== key) place = (place + 1) & last
    return place
  }
  function enlarge(): void {
    const [oldKeys, oldCounts] = [keys, counts]
    keys = new Int32Array(oldKeys.length * 2)
    counts = new Int32Array(oldKeys.length * 2)
    used = 0
    for (const [at, count] of oldCounts.entries()) if (count > 1) set(oldKeys[at] as number, count)
  }
  function set(key: number, count: number): void {
    const place = placeOf(key)
    if (counts[place] === 0) used += 1
    keys[place] = key
    counts[place] = count
  }
  return {
    of: (key) => Math.max(0, (counts[placeOf(key)] as number) - 1),
    change(key, by) {
      const count = Math.max(1, counts[placeOf(key)] as number)
      set(key, Math.max(1, count + by))
      if (used * 4 > keys.length * 3) enlarge()
    },
  }
}

/** A key of more people is followed no further: it says little, and the keys that join it with another one are shorter. */
export const MOST_COLLECTED = 400

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

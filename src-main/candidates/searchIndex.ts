import { alikeTo, lettersOf, namesOf, nearTo, neededOf, type Query, spansOf } from '../../shared/search.ts'
import { fold } from '../../shared/text.ts'
import { createOrder, type Order } from './searchOrder.ts'
import { createPairs } from './searchPairs.ts'

/** The columns of a candidate that a search looks at. */
export interface SearchedRow {
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string | null
  readonly email: string | null
  readonly login: string | null
  readonly language: string
  readonly sortName: string
  readonly searchText: string
}

export type SortColumn = 'name' | 'birthDate' | 'email' | 'login' | 'language'

interface Question {
  readonly query: Query
  readonly sort: SortColumn
  readonly descending: boolean
  /** Only these; everybody without it. */
  readonly only: ((place: number) => boolean) | null
}

interface Found {
  /** Places in the index, in the order to be shown. */
  readonly places: readonly number[]
  readonly resembling: boolean
}

/**
 * Everybody's names in memory, for a search at every keystroke.
 *
 * Two ways of looking: every word somewhere in a record's search text, read through in the order wanted; and, when nobody
 * has them all, the names that are near to what was typed. There are far fewer names than people, so each is compared.
 */
export interface SearchIndex {
  readonly size: () => number
  readonly incomplete: () => number
  put(row: SearchedRow): void
  remove(id: string): void
  placeOf(id: string): number | undefined
  idAt(place: number): string
  isIncomplete(place: number): boolean
  /** Prepares an order that was not asked for yet; each turn of the generator is a moment of work. */
  prepare(sort: SortColumn): Generator<void, void>
  find(question: Question): Found
}

/** Nobody reads further than this through people who only resemble. */
const MOST_ALIKE = 100

interface Entry extends Pick<SearchedRow, 'id' | 'birthDate' | 'email' | 'login' | 'language' | 'sortName'> {
  /** The search text, and names of several words as one: "vandenbroeck" is how many write it. */
  readonly text: string
  readonly names: readonly number[]
}

const keys: Readonly<Record<SortColumn, (entry: Entry) => string | null>> = {
  name: ({ sortName }) => sortName,
  birthDate: ({ birthDate }) => birthDate,
  email: ({ email }) => email,
  login: ({ login }) => login,
  language: ({ language }) => language,
}

export function createSearchIndex(): SearchIndex {
  const entries: (Entry | undefined)[] = []
  const places = new Map<string, number>()
  const free: number[] = []
  // Every name once, with the people who bear it.
  const words: string[] = []
  const letters: number[] = []
  const bearers: number[][] = []
  const wordIds = new Map<string, number>()
  const pairs = createPairs()
  let lacking = 0

  const at = (place: number): Entry => entries[place] as Entry
  const isIncomplete = (place: number) => at(place).email === null || at(place).birthDate === null

  const orderBy = (sort: SortColumn): Order => {
    const key = keys[sort]
    return createOrder((a, b) => {
      const [left, right] = [at(a), at(b)]
      return compare(key(left), key(right)) || compare(left.sortName, right.sortName) || compare(left.id, right.id)
    })
  }
  const byName = orderBy('name')
  const orders = new Map<SortColumn, Order>([['name', byName]])

  function wordId(word: string): number {
    const known = wordIds.get(word)
    if (known !== undefined) return known
    wordIds.set(word, words.length)
    letters.push(lettersOf(word))
    bearers.push([])
    return words.push(word) - 1
  }

  function remove(id: string): void {
    const place = places.get(id)
    if (place === undefined) return
    for (const order of orders.values()) order.remove(place)
    if (isIncomplete(place)) lacking -= 1
    for (const name of at(place).names) {
      const all = bearers[name] ?? []
      const last = all.pop()
      if (last !== place && last !== undefined) all[all.indexOf(place)] = last
    }
    entries[place] = undefined
    places.delete(id)
    free.push(place)
  }

  function put(row: SearchedRow): void {
    remove(row.id)
    const place = free.pop() ?? entries.length
    const names = namesOf(row)
    const glued = names.filter((name) => !row.searchText.includes(name))
    const text = glued.length === 0 ? row.searchText : `${row.searchText} ${glued.join(' ')}`
    pairs.write(place, text)
    entries[place] = {
      id: row.id,
      birthDate: row.birthDate,
      login: row.login,
      language: row.language,
      sortName: row.sortName,
      text,
      email: row.email === null ? null : fold(row.email),
      names: names.map(wordId),
    }
    places.set(row.id, place)
    for (const name of at(place).names) bearers[name]?.push(place)
    if (isIncomplete(place)) lacking += 1
    for (const order of orders.values()) order.add(place)
  }

  /** Everybody whose text holds every term, in order. */
  function holding({ query: { terms }, sort, descending, only }: Question): readonly number[] {
    const order = orders.get(sort) ?? byName
    const found: number[] = []
    const all = order.places()
    // Who has nothing in this column comes last, whichever way round.
    const filled = descending ? order.firstWhere((place) => keys[sort](at(place)) === null) : all.length
    const { mayHold, unsure } = pairs.seek(terms)
    for (let i = 0; i < all.length; i += 1) {
      const place = all[descending && i < filled ? filled - 1 - i : i] as number
      if (!mayHold(place) || (only && !only(place))) continue
      let holds = true
      for (let t = 0; holds && t < unsure.length; t += 1) holds = at(place).text.includes(unsure[t] as string)
      if (holds) found.push(place)
    }
    return found
  }

  /** Everybody whose names are near to the words, the nearest first. */
  function resembling({ query, only }: Question): readonly number[] {
    const spans = spansOf(query.words)
    const near = spans.map(({ word }) => nearTo(word))
    // 0 until it was asked, then one more than the nearness.
    const known = spans.map(() => new Float64Array(words.length))
    const nearness = (span: number, id: number): number => {
      const all = known[span] as Float64Array
      if (all[id] === 0) all[id] = 1 + (near[span]?.(words[id] as string, letters[id] as number) ?? 0)
      return (all[id] as number) - 1
    }
    const share = alikeTo(spans)
    const each = new Float64Array(spans.length)
    const judged = new Uint8Array(entries.length)
    const scores: (readonly [place: number, share: number])[] = []
    function judge(place: number): void {
      if (judged[place] === 1) return
      judged[place] = 1
      if (only && !only(place)) return
      const { names, text } = at(place)
      for (let s = 0; s < spans.length; s += 1) {
        let best = 0
        for (const name of names) best = Math.max(best, nearness(s, name))
        each[s] = best
      }
      const much = share(each)
      if (much > 0 && query.fixed.every((term) => text.includes(term))) scores.push([place, much])
    }
    for (const span of neededOf(spans)) {
      for (let id = 0; id < words.length; id += 1) {
        if (nearness(span, id) > 0) for (const place of bearers[id] as number[]) judge(place)
      }
    }
    return scores
      .toSorted(([a, left], [b, right]) => right - left || compare(at(a).sortName, at(b).sortName))
      .slice(0, MOST_ALIKE)
      .map(([place]) => place)
  }

  return {
    size: () => places.size,
    incomplete: () => lacking,
    put,
    remove,
    placeOf: (id) => places.get(id),
    idAt: (place) => at(place).id,
    isIncomplete,
    *prepare(sort) {
      if (orders.has(sort)) return
      const order = orderBy(sort)
      yield* order.fill(places.values())
      orders.set(sort, order)
    },
    find(question) {
      const exact = holding(question)
      if (exact.length > 0 || question.query.words.length === 0) return { places: exact, resembling: false }
      const near = resembling(question)
      return { places: near, resembling: near.length > 0 }
    },
  }
}

/** Nothing comes after everything. */
function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

import { setImmediate } from 'node:timers/promises'
import type { CandidatePage } from '../../shared/calls/candidate.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { readQuery } from '../../shared/search.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { inSlices } from '../cache/slices.ts'
import { followCandidates } from './follow.ts'
import { comingIds, countCandidates, countIncomplete, firstRows, readRows, toReviewIds } from './queries.ts'
import { createSearchIndex, type SearchedRow, type SortColumn } from './searchIndex.ts'

type CandidateSearch = HandlerArgs<'candidate:search'>

/** The search on one open cache. */
interface Search {
  /** Begins to read everybody's names; asked again it reads nothing more. Resolves when it is done or the cache closed. */
  warm(): Promise<void>
  /** Undefined when the cache was closed before there was an answer. */
  answer(search: CandidateSearch, now: Date): Promise<CandidatePage | undefined>
  /** Forgets everybody: the cache is being closed. */
  end(): void
}

/** How long the index works before the window's calls have their turn. */
const SLICE = 8

// What concerns the counts is noted by the database itself, as the rows are: see `follow.ts`.
const NOTES = `
  CREATE TEMP TABLE searchStale (what TEXT PRIMARY KEY) WITHOUT ROWID;
  ${['INSERT', 'UPDATE', 'DELETE'].map((act) => stale(act, 'registration') + stale(act, 'session')).join('')}
`
function stale(act: string, table: string): string {
  return `CREATE TEMP TRIGGER search${table}${act} AFTER ${act} ON main.${table} BEGIN
    INSERT INTO searchStale SELECT 'coming' WHERE NOT EXISTS (SELECT 1 FROM searchStale); END;`
}

const columns = [
  'id',
  'lastName',
  'firstName',
  'birthDate',
  'email',
  'login',
  'language',
  'sortName',
  'searchText',
] as const satisfies readonly (keyof SearchedRow)[]

// Kept with the handle it belongs to, and gone with it.
const searches = new WeakMap<Cache, Search>()

/** The search of this cache, made when it is first asked for. */
export function searchOf(db: Cache): Search {
  const search = searches.get(db) ?? openSearch(db)
  searches.set(db, search)
  return search
}

/** No name stays in memory when the cache is closed. */
export function endSearch(db: Cache): void {
  searches.get(db)?.end()
  searches.delete(db)
}

function openSearch(db: Cache): Search {
  let index = createSearchIndex()
  let ended = false
  let built: Promise<void> | undefined
  let standing = false
  let turn: Promise<unknown> = Promise.resolve()
  let coming: { readonly day: string; readonly ids: ReadonlySet<string> } | undefined
  let last: { readonly key: string; readonly places: readonly number[]; readonly resembling: boolean } | undefined

  const following = followCandidates<SearchedRow>(db, {
    name: 'search',
    columns,
    put(row) {
      index.put(row)
      last = undefined
    },
    remove(id) {
      index.remove(id)
      last = undefined
    },
  })
  const work = (steps: Iterator<void, void>): Promise<void> => inSlices(steps, SLICE, () => db.open && !ended)

  function build(): Promise<void> {
    built ??= (async () => {
      if (db.open && !ended) {
        following.begin()
        db.exec(NOTES)
      }
      await work(following.readAll())
      standing = true
    })()
    return built
  }

  /** One after the other: nobody changes the index while an order of it is made. */
  function upToDate(sort: SortColumn): Promise<void> {
    const mine = turn.then(async () => {
      await build()
      await work(following.catchUp())
      await work(index.prepare(sort))
      // What came in while an order was made.
      await work(following.catchUp())
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  function comingNow(now: Date): ReadonlySet<string> {
    const { date: day } = inBelgium(now)
    const isStale = prepare(db, 'DELETE FROM searchStale').run().changes > 0
    if (coming?.day !== day || isStale) {
      coming = { day, ids: comingIds(db, day) }
      last = undefined
    }
    return coming.ids
  }

  const known = (ids: Iterable<string>): ReadonlySet<number> =>
    new Set([...ids].map((id) => index.placeOf(id)).filter((place) => place !== undefined))

  function find(search: CandidateSearch, now: Date): CandidatePage {
    const { text, only, sort, descending, offset, limit } = search
    const comingPlaces = known(comingNow(now))
    const toReview = known(toReviewIds(db))
    const filters = {
      all: null,
      incomplete: index.isIncomplete,
      coming: (place: number) => comingPlaces.has(place),
      toReview: (place: number) => toReview.has(place),
    }
    const key = JSON.stringify([text, only, sort, descending])
    // Pages of one answer are asked one by one; what is to be reviewed changes without a record changing.
    if (last?.key !== key || only === 'toReview') {
      last = { key, ...index.find({ query: readQuery(text), sort, descending, only: filters[only] }) }
    }
    const { places, resembling } = last
    const rows = readRows(
      db,
      places.slice(offset, offset + limit).map((place) => index.idAt(place)),
    )
    const counts = { incomplete: index.incomplete(), coming: comingPlaces.size, toReview: toReview.size }
    return { rows, total: places.length, all: index.size(), counts, resembling }
  }

  /** Until everybody is read, the table itself answers what needs no reading through. */
  async function firstPage({ offset, limit }: CandidateSearch, now: Date): Promise<CandidatePage | undefined> {
    const rows = firstRows(db, offset, limit)
    const everyone = countCandidates(db)
    await setImmediate()
    if (!db.open) return undefined
    const incomplete = countIncomplete(db)
    await setImmediate()
    if (!db.open) return undefined
    // The sets of the filters hold people who are not on this desk any more only for a moment.
    const counts = { incomplete, coming: comingNow(now).size, toReview: toReviewIds(db).size }
    return { rows, total: everyone, all: everyone, counts, resembling: false }
  }

  return {
    warm: () => upToDate('name').catch(() => undefined),
    async answer(search, now) {
      const ready = upToDate(search.sort)
      if (!standing && isWholeList(search)) {
        const page = await firstPage(search, now)
        ready.catch(() => undefined)
        return page
      }
      await ready
      return db.open && !ended ? find(search, now) : undefined
    },
    end() {
      ended = true
      index = createSearchIndex()
      last = undefined
      coming = undefined
    },
  }
}

const isWholeList = ({ text, only, sort, descending }: CandidateSearch): boolean =>
  text.trim() === '' && only === 'all' && sort === 'name' && !descending

import { setImmediate } from 'node:timers/promises'
import type { CandidatePage } from '../../shared/calls/candidate.ts'
import type { HandlerArgs } from '../../shared/ipc.ts'
import { readQuery } from '../../shared/search.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { comingIds, countCandidates, countIncomplete, firstRows, readRows, toReviewIds } from './queries.ts'
import { createSearchIndex, type SearchedRow, type SortColumn } from './searchIndex.ts'

type CandidateSearch = HandlerArgs<'candidate:search'>

/** The search on one open cache. */
interface Search {
  /** Begins to read everybody's names; asked again it does nothing. */
  warm(): void
  /** Undefined when the cache was closed before there was an answer. */
  answer(search: CandidateSearch, now: Date): Promise<CandidatePage | undefined>
  /** Forgets everybody: the cache is being closed. */
  end(): void
}

/** How long the index works before the window's calls have their turn. */
const SLICE = 8
const ROWS_AT_ONCE = 100

// What changes in the tables is noted by the database itself, in the transaction that changes it: no writer can forget
// it, and what is rolled back is not noted. Tables and triggers live in memory and go with the handle.
const NOTES = `
  CREATE TEMP TABLE searchTouched (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE searchStale (what TEXT PRIMARY KEY) WITHOUT ROWID;
  ${['INSERT', 'UPDATE', 'DELETE'].map((act) => touched(act) + stale(act, 'registration') + stale(act, 'session')).join('')}
`
function touched(act: string): string {
  const row = act === 'DELETE' ? 'OLD' : 'NEW'
  return `CREATE TEMP TRIGGER searchCandidate${act} AFTER ${act} ON main.candidate BEGIN
    INSERT INTO searchTouched SELECT ${row}.id WHERE ${row}.id NOT IN (SELECT id FROM searchTouched); END;`
}
function stale(act: string, table: string): string {
  return `CREATE TEMP TRIGGER search${table}${act} AFTER ${act} ON main.${table} BEGIN
    INSERT INTO searchStale SELECT 'coming' WHERE NOT EXISTS (SELECT 1 FROM searchStale); END;`
}

const COLUMNS = 'id, lastName, firstName, birthDate, email, login, language, sortName, searchText'

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

  /** Runs slice after slice, with a turn for everybody else between them, until it is done or the cache is closed. */
  async function inSlices(work: Iterator<void, void>): Promise<void> {
    while (db.open && !ended) {
      const until = performance.now() + SLICE
      do {
        if (work.next().done) return
      } while (performance.now() < until)
      await setImmediate()
    }
  }

  function* readAll(): Generator<void, void> {
    const page = prepare(
      db,
      `SELECT ${COLUMNS} FROM candidate WHERE (sortName, id) > (?, ?) ORDER BY sortName, id LIMIT ${ROWS_AT_ONCE}`,
    )
    let rows = page.all('', '') as SearchedRow[]
    while (rows.length > 0) {
      for (const row of rows) index.put(row)
      yield
      const end = rows.at(-1)
      rows = page.all(end?.sortName, end?.id) as SearchedRow[]
    }
  }

  /** Takes over what was written since the last time. */
  function* catchUp(): Generator<void, void> {
    const some = prepare(db, `SELECT id FROM searchTouched LIMIT ${ROWS_AT_ONCE}`).pluck()
    for (let ids = some.all() as string[]; ids.length > 0; ids = some.all() as string[]) {
      for (const id of ids) {
        const row = prepare(db, `SELECT ${COLUMNS} FROM candidate WHERE id = ?`).get(id) as SearchedRow | undefined
        if (row) index.put(row)
        else index.remove(id)
        prepare(db, 'DELETE FROM searchTouched WHERE id = ?').run(id)
      }
      last = undefined
      yield
    }
  }

  function build(): Promise<void> {
    built ??= (async () => {
      if (db.open && !ended) db.exec(NOTES)
      await inSlices(readAll())
      standing = true
    })()
    return built
  }

  /** One after the other: nobody changes the index while an order of it is made. */
  function upToDate(sort: SortColumn): Promise<void> {
    const mine = turn.then(async () => {
      await build()
      await inSlices(catchUp())
      await inSlices(index.prepare(sort))
      // What came in while an order was made.
      await inSlices(catchUp())
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
    warm: () => void upToDate('name').catch(() => undefined),
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

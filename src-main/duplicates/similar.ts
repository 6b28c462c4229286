import type { SimilarPeople, SimilarPerson } from '../../shared/calls/duplicate.ts'
import { comparedFields } from '../../shared/duplicate.ts'
import { createFinder, type Found } from '../../shared/matching/finder.ts'
import type { Person } from '../../shared/matching/person.ts'
import { readMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { inSlices } from '../cache/slices.ts'
import { followCandidates } from '../candidates/follow.ts'
import { readCompared } from './compared.ts'
import { distinctFrom } from './distinct.ts'
import { createSuspects, type Suspects } from './suspects.ts'

/** Who looks like whom in one open cache. */
export interface Similar {
  /** Begins to read everybody; asked again it reads nothing more. */
  warm(): void
  /** Who looks like this record and is not declared to be somebody else. Undefined when the cache was closed before there was an answer. */
  answer(id: string): Promise<SimilarPeople | undefined>
  /** Who looks like somebody who has no record here; undefined as above. */
  look(person: Person): Promise<SimilarPeople | undefined>
  /** The pairs found so far; the first question begins the search among all. Undefined as above. */
  suspects(): Promise<Suspects | undefined>
  /** Forgets everybody: the cache is being closed. */
  end(): void
}

interface Known extends Person {
  readonly id: string
}
interface Row extends Known {
  readonly sortName: string
}

/** How long it works before the window's calls have their turn; one person more may take a moment. */
const SLICE = 6
const MOST_SHOWN = 10

// Kept with the handle it belongs to, and gone with it.
const kept = new WeakMap<Cache, Similar>()

/** Who looks like whom in this cache, made when it is first asked for. */
export function similarOf(db: Cache): Similar {
  const similar = kept.get(db) ?? openSimilar(db)
  kept.set(db, similar)
  return similar
}

/** Nobody stays in memory when the cache is closed. */
export function endSimilar(db: Cache): void {
  kept.get(db)?.end()
  kept.delete(db)
}

function openSimilar(db: Cache): Similar {
  let finder = createFinder<Known>([])
  let people = new Map<string, Known>()
  let ended = false
  let built: Promise<void> | undefined
  let ready = false
  let turn: Promise<unknown> = Promise.resolve()
  let searching: Promise<void> | undefined
  const suspects = createSuspects((person) => finder.find(person, MOST_SHOWN))

  const remove = (id: string): void => {
    const person = people.get(id)
    if (person) finder.remove(person)
    people.delete(id)
    suspects.forget(id)
  }
  const following = followCandidates<Row>(db, {
    name: 'similar',
    columns: ['id', ...comparedFields, 'sortName'],
    put({ sortName: _order, ...person }) {
      const before = people.get(person.id)
      // Most changes of a row change nothing that is compared.
      if (before && comparedFields.every((field) => before[field] === person[field])) return
      remove(person.id)
      finder.add(person)
      people.set(person.id, person)
      suspects.await(person)
    },
    remove,
  })
  const isOpen = (): boolean => db.open && !ended

  function build(): Promise<void> {
    built ??= (async () => {
      if (isOpen()) following.begin()
      await inSlices(following.readAll(), SLICE, isOpen)
      ready = isOpen()
    })()
    return built
  }

  /** One after the other: two that take over the same changes would take turns on them. */
  function upToDate(): Promise<void> {
    const mine = turn.then(async () => {
      await build()
      await inSlices(following.catchUp(), SLICE, isOpen)
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  function shown(found: readonly Found<Known>[]): readonly SimilarPerson[] {
    const here = readCompared(
      db,
      found.map(({ person }) => person.id),
    )
    const rows = new Map(here.map((row) => [row.id, row]))
    return found.flatMap(({ person, match: { verdict, reasons } }) => {
      const candidate = rows.get(person.id)
      return candidate && verdict !== 'none' ? [{ candidate, verdict, reasons }] : []
    })
  }

  async function answerWith(find: () => readonly Found<Known>[]): Promise<SimilarPeople | undefined> {
    const current = upToDate()
    if (!ready) {
      current.catch(() => undefined)
      return isOpen() ? { people: [], ready, receivedAt: readMeta(db, 'receivedAt') } : undefined
    }
    await current
    return isOpen() ? { people: shown(find()), ready, receivedAt: readMeta(db, 'receivedAt') } : undefined
  }

  return {
    warm: () => void upToDate().catch(() => undefined),
    answer: (id) =>
      answerWith(() => {
        const asked = people.get(id)
        if (!asked) return []
        const distinct = distinctFrom(db, id)
        return finder.find(asked, MOST_SHOWN).filter(({ person }) => !distinct.has(person.id))
      }),
    look: (person) => answerWith(() => finder.find(person, MOST_SHOWN)),
    async suspects() {
      if (ready) await upToDate()
      else upToDate().catch(() => undefined)
      if (!isOpen()) return undefined
      searching ??= upToDate()
        .then(() => inSlices(suspects.search(), SLICE, isOpen))
        .finally(() => {
          searching = undefined
        })
      searching.catch(() => undefined)
      // While everybody is still read, nobody knows how many there are to compare.
      return ready ? suspects : { pairs: suspects.pairs, waiting: () => Number.POSITIVE_INFINITY }
    },
    end() {
      ended = true
      ready = false
      finder = createFinder<Known>([])
      people = new Map()
      suspects.end()
    },
  }
}

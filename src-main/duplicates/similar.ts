import type { ComparedCandidate, SimilarPeople, SimilarPerson } from '../../shared/calls/duplicate.ts'
import { createFinder } from '../../shared/matching/finder.ts'
import type { Person } from '../../shared/matching/person.ts'
import { readMeta } from '../cache/meta.ts'
import type { Cache } from '../cache/open.ts'
import { prepare } from '../cache/run.ts'
import { inSlices } from '../cache/slices.ts'
import { followCandidates } from '../candidates/follow.ts'

/** Who looks like whom in one open cache. */
interface Similar {
  /** Begins to read everybody; asked again it reads nothing more. */
  warm(): void
  /** Undefined when the cache was closed before there was an answer. */
  answer(id: string): Promise<SimilarPeople | undefined>
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

const compared = ['lastName', 'firstName', 'birthDate', 'email', 'phone'] as const satisfies readonly (keyof Person)[]
const shown = ['id', ...compared, 'login'] as const satisfies readonly (keyof ComparedCandidate)[]

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

  const remove = (id: string): void => {
    const person = people.get(id)
    if (person) finder.remove(person)
    people.delete(id)
  }
  const following = followCandidates<Row>(db, {
    name: 'similar',
    columns: ['id', ...compared, 'sortName'],
    put({ sortName: _order, ...person }) {
      const before = people.get(person.id)
      // Most changes of a row change nothing that is compared.
      if (before && compared.every((field) => before[field] === person[field])) return
      remove(person.id)
      finder.add(person)
      people.set(person.id, person)
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

  function likeliest(id: string): readonly SimilarPerson[] {
    const asked = people.get(id)
    if (!asked) return []
    const found = finder.find(asked, MOST_SHOWN)
    const rows = new Map(
      readCompared(
        db,
        found.map(({ person }) => person.id),
      ).map((row) => [row.id, row]),
    )
    return found.flatMap(({ person, match: { verdict, reasons } }) => {
      const candidate = rows.get(person.id)
      return candidate && verdict !== 'none' ? [{ candidate, verdict, reasons }] : []
    })
  }

  return {
    warm: () => void upToDate().catch(() => undefined),
    async answer(id) {
      const current = upToDate()
      if (!ready) {
        current.catch(() => undefined)
        return isOpen() ? { people: [], ready, receivedAt: readMeta(db, 'receivedAt') } : undefined
      }
      await current
      return isOpen() ? { people: likeliest(id), ready, receivedAt: readMeta(db, 'receivedAt') } : undefined
    },
    end() {
      ended = true
      ready = false
      finder = createFinder<Known>([])
      people = new Map()
    },
  }
}

const readCompared = (db: Cache, ids: readonly string[]): readonly ComparedCandidate[] =>
  prepare(db, `SELECT ${shown.join(', ')} FROM candidate WHERE id IN (SELECT value FROM json_each(?))`).all(
    JSON.stringify(ids),
  ) as ComparedCandidate[]

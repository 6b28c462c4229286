import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CentralLook, ComparedCandidate, SimilarPeople, TypedPerson } from '../../shared/calls/duplicate.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { keyOf, worthAsking, worthLooking } from './form.ts'
import type { Answer } from './standing.ts'

export interface SearchState {
  readonly person: TypedPerson | null
  /** The last answer of this desk, and the last one of Certassur: perhaps about what was typed before. */
  readonly here: Answer<SimilarPeople> | null
  readonly hereError: AppError | null
  readonly there: Answer<CentralLook> | null
  readonly failed: Answer<AppError> | null
  /** The records of this desk of those whom only Certassur named. */
  readonly records: ReadonlyMap<string, ComparedCandidate>
  /** About whom Certassur is being asked. */
  readonly asking: string | null
}

/** Who may be the person that is typed: this desk while one types, Certassur when it is asked. */
export interface Search extends StoreApi<SearchState> {
  /** The fields tell of this person now; the same one again asks nothing. */
  follow(person: TypedPerson | null): void
  /** Asks Certassur, unless it has answered about this very person. */
  ask(): Promise<void>
  /** Certassur may be asked without being told to, once: its answers are counted. */
  askByItself(allowed: boolean): void
  /** Asks this desk again: the data changed. */
  refresh(): void
  reset(): void
}

const TYPING_PAUSE = 150
/** Nobody is asked for while his birth date or his address is still being typed. */
const QUIET = 900
/** The desk reads everybody after the sign-in, and says nothing of its own accord when it has. */
const ASK_AGAIN = 1_000

const nothing: SearchState = {
  person: null,
  here: null,
  hereError: null,
  there: null,
  failed: null,
  records: new Map(),
  asking: null,
}

export function createSearch(desk: Desk): Search {
  const store = createStore<SearchState>(() => nothing)
  // An answer counts only for the last question.
  let question = 0
  let looking: ReturnType<typeof setTimeout> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let mayAskByItself = false
  let askedByItself = false

  async function look(): Promise<void> {
    clearTimeout(looking)
    question += 1
    const { person } = store.getState()
    if (!person || !worthLooking(person)) return
    const mine = question
    try {
      const value = await desk.call('candidate:look', { person })
      if (mine !== question) return
      store.setState({ here: { key: keyOf(person), value }, hereError: null })
      if (!value.ready) looking = setTimeout(() => void look(), ASK_AGAIN)
    } catch (thrown) {
      if (mine === question) store.setState({ hereError: errorOf(thrown) })
    }
  }

  /** Whoever is of this centre has his record here, although the desk did not take him for likely. */
  async function readRecords({ people }: CentralLook): Promise<ReadonlyMap<string, ComparedCandidate>> {
    const known = new Set(store.getState().here?.value.people.map(({ candidate }) => candidate.id))
    const wanted = people.filter(({ id, inScope }) => inScope && !known.has(id))
    const read = await Promise.all(
      wanted.map(async ({ id }) => {
        try {
          return [[id, (await desk.call('candidate:read', { id })).candidate] as const]
        } catch {
          // Not received yet: what Certassur said of him is shown.
          return []
        }
      }),
    )
    return new Map(read.flat())
  }

  async function ask(): Promise<void> {
    clearTimeout(waiting)
    const { person, there, asking } = store.getState()
    if (!person || !worthAsking(person)) return
    const key = keyOf(person)
    if (there?.key === key || asking === key) return
    askedByItself = true
    store.setState({ asking: key, failed: null })
    const stillAsked = () => store.getState().asking === key
    try {
      const value = await desk.call('candidate:lookUp', { person })
      const records = await readRecords(value)
      if (stillAsked()) store.setState({ there: { key, value }, records, asking: null })
    } catch (thrown) {
      if (stillAsked()) store.setState({ failed: { key, value: errorOf(thrown) }, asking: null })
    }
  }

  function wait(): void {
    clearTimeout(waiting)
    const { person } = store.getState()
    if (!mayAskByItself || askedByItself || !person || !worthAsking(person)) return
    waiting = setTimeout(() => void ask(), QUIET)
  }

  return {
    ...store,
    follow(person) {
      const before = store.getState().person
      if (person && before && keyOf(person) === keyOf(before)) return
      const isAnother = person?.lastName !== before?.lastName
      clearTimeout(looking)
      question += 1
      // What was found for another name says nothing about this one; the rest stays in sight until it is answered anew.
      store.setState(isAnother ? { ...nothing, person } : { person, asking: null, hereError: null })
      if (person && worthLooking(person)) looking = setTimeout(() => void look(), TYPING_PAUSE)
      wait()
    },
    ask,
    askByItself(allowed) {
      mayAskByItself = allowed
      wait()
    },
    refresh() {
      void look()
      const { there } = store.getState()
      if (!there) return
      void readRecords(there.value).then((records) => {
        if (store.getState().there === there) store.setState({ records })
      })
    },
    reset() {
      clearTimeout(looking)
      clearTimeout(waiting)
      question += 1
      askedByItself = false
      store.setState(nothing)
    },
  }
}

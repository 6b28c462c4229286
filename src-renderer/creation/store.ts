import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidateField, CandidateValues } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { AppError, FieldError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { todayInBelgium } from '../i18n/format.ts'
import { createAttempt } from '../ui/attempt.ts'
import type { SyncStore } from '../sync/store.ts'
import type { Drafts } from '../ui/drafts.ts'
import { bodyOf, type Creation, openKey, restore, type WaitingCreation, waitingKeyOf } from './draft.ts'
import { type Asking, createElsewhere, type Elsewhere, stateOf } from './elsewhereStore.ts'
import { emptyForm, fieldOf, holdsText, keyOf, personOf, read } from './form.ts'
import type { Match, StrangerMatch } from './matches.ts'
import { createSearch, type Search } from './searchStore.ts'
import { type Decision, decisionOn } from './standing.ts'
import { isOffline, viewOf } from './view.ts'
import { createWaiting, type Waiting } from './waitingStore.ts'
import { fromSearch } from './words.ts'

interface CreationState extends Creation {
  /** Null while nobody is being created. Another one for each form. */
  readonly id: string | null
  /** False while the operator looks at a record of somebody who resembles: the form is left as it stands. */
  readonly shown: boolean
  /** When what stands in the fields was typed, if it was left behind. */
  readonly restoredAt: string | null
  /** The fields that were left: nothing is called wrong before. */
  readonly left: ReadonlySet<CandidateField>
  readonly saving: boolean
  readonly saveError: AppError | null
}

/** Somebody who has no record yet: whom the fields tell of, who he may be, and what may be done about it. */
export interface CreationStore extends StoreApi<CreationState> {
  readonly search: Search
  readonly waiting: Waiting
  readonly elsewhere: Elsewhere
  readonly today: () => string
  /** What is wrong with the fields, whether it is said yet or not. */
  wrong(): readonly FieldError[]
  /** Begins with the words of a search that found nobody; a form that was left aside comes back, or goes among those who wait. */
  begin(words?: string): Promise<void>
  /** The operator has seen that what he had typed stands in the fields again. */
  seen(): void
  /** Takes up one of those who wait. */
  take(waiting: WaitingCreation): void
  type(field: CandidateField, text: string): void
  leave(field: CandidateField): void
  decide(match: Match, decision: { kind: 'same' } | { kind: 'other'; reason: string } | null): void
  /** Writes the record on this desk; null when it was not written: the error is in the state, and the form stays. */
  create(): Promise<CandidateRecord | null>
  /** He is `match`, whose address is now the one that was typed. True when it is written. */
  replaceEmail(match: Match): Promise<boolean>
  /** Asks Certassur for the record of `match`, whom this desk does not have. The form stays until it has come. */
  askFor(match: StrangerMatch, ask: Asking): Promise<boolean>
  /** The record that was asked for has come: whoever waited for it waits no longer. Answers which. */
  arrive(): Promise<string | null>
  /** Keeps the form among those who wait for a verification, and closes it. */
  keep(): Promise<boolean>
  /** Leaving the form would lose something. */
  pending(): boolean
  /** Leaves the form as it stands while something else is looked at; one that would lose nothing is closed. */
  putAside(): void
  /** The form is closed and forgotten. */
  close(): void
  /** Shows again what was being typed when the window was lost. */
  takeUp(): void
  follow(): () => void
}

interface Needed {
  readonly desk: Desk
  readonly drafts: Drafts
  readonly sync: SyncStore
  readonly newId: () => string
  readonly now: () => number
}

const closed: CreationState = {
  id: null,
  shown: false,
  typed: emptyForm,
  decisions: new Map(),
  asked: new Map(),
  waitingKey: null,
  restoredAt: null,
  left: new Set(),
  saving: false,
  saveError: null,
}

export function createCreation({ desk, drafts, sync, newId, now }: Needed): CreationStore {
  const store = createStore<CreationState>(() => closed)
  const search = createSearch(desk)
  const waiting = createWaiting(desk)
  const elsewhere = createElsewhere(desk, newId)
  const attempt = createAttempt(newId)
  const today = () => todayInBelgium(now())
  const offline = () => isOffline(sync.getState().sync)
  const view = () => viewOf(search.getState(), store.getState().decisions, offline())

  function note(): void {
    const { id, typed } = store.getState()
    if (id !== null && holdsText(typed)) drafts.keep(openKey, bodyOf(store.getState()))
    else drafts.forget(openKey)
  }
  function open(creation: Partial<CreationState>): void {
    attempt.done()
    search.reset()
    store.setState({ ...closed, ...creation, id: newId(), shown: true })
    elsewhere.follow(store.getState().asked.values())
    search.follow(personOf(store.getState().typed, today()))
    search.askByItself(!offline())
    note()
  }
  function close(): void {
    attempt.done()
    store.setState(closed)
    elsewhere.follow([])
    search.reset()
    drafts.forget(openKey)
  }
  function pending(): boolean {
    const { id, typed, waitingKey } = store.getState()
    if (id === null || !holdsText(typed)) return false
    const kept = waiting.getState().people.find(({ key }) => key === waitingKey)
    return !kept || JSON.stringify(bodyOf(kept.creation)) !== JSON.stringify(bodyOf(store.getState()))
  }
  async function keep(): Promise<boolean> {
    const { id, saving, typed, decisions, asked, waitingKey } = store.getState()
    if (id === null || saving) return false
    store.setState({ saving: true, saveError: null })
    const key = waitingKey ?? waitingKeyOf(id)
    const kept = await waiting.put(key, { typed, decisions, asked, waitingKey })
    if (kept) close()
    else store.setState({ saving: false, saveError: waiting.getState().error })
    return kept
  }

  /** One act at a time; whoever waited for it is no longer waiting when it is done. */
  async function act<T>(ask: () => Promise<T>): Promise<T | null> {
    const { id, saving, waitingKey } = store.getState()
    if (id === null || saving) return null
    store.setState({ saving: true, saveError: null })
    try {
      const done = await ask()
      if (waitingKey !== null) await waiting.remove(waitingKey)
      if (store.getState().id === id) close()
      return done
    } catch (thrown) {
      if (store.getState().id === id) store.setState({ saving: false, saveError: errorOf(thrown) })
      return null
    }
  }

  /** Those of whom the operator said that they are somebody else. */
  function others(key: string): readonly (readonly [Match, string])[] {
    const { decisions } = store.getState()
    return view().matches.flatMap((match) => {
      const decision = decisionOn(match, decisions, key)
      return decision?.kind === 'other' ? [[match, decision.reason] as const] : []
    })
  }

  return {
    ...store,
    search,
    waiting,
    elsewhere,
    today,
    wrong: () => read(store.getState().typed, today()).wrong,
    async begin(words = '') {
      const aside = pending()
      if (aside && (words === '' || !(await keep()))) store.setState({ shown: true })
      else open({ typed: words === '' ? emptyForm : fromSearch(words, today()) })
    },
    seen: () => store.setState({ restoredAt: null }),
    take: ({ creation }) => open(creation),
    type(field, text) {
      store.setState(({ typed }) => ({ typed: { ...typed, [field]: text }, saveError: null }))
      search.follow(personOf(store.getState().typed, today()))
      note()
    },
    leave: (field) => store.setState(({ left }) => ({ left: new Set(left).add(field) })),
    decide({ id }, decision) {
      const { person } = search.getState()
      if (!person) return
      const decisions = new Map<string, Decision>(store.getState().decisions)
      if (decision) decisions.set(id, { ...decision, about: keyOf(person) })
      else decisions.delete(id)
      store.setState({ decisions })
      note()
    },
    async create() {
      const { id, typed } = store.getState()
      const { person } = search.getState()
      const { values, wrong } = read(typed, today())
      if (wrong.length > 0) {
        const fields = wrong.flatMap((error) => fieldOf(error) ?? [])
        store.setState(({ left }) => ({ left: new Set([...left, ...fields]) }))
        return null
      }
      if (id === null || !person || view().standing.kind !== 'ready') return null
      const declared = others(keyOf(person))
      const [changeId = '', ...ids] = attempt.ids(
        [id, values, declared.map(([match, reason]) => [match.id, reason])],
        1 + 2 * declared.length,
      )
      const notThese = declared.map(([match, reason], at) => ({
        changeId: ids[2 * at] ?? '',
        id: ids[2 * at + 1] ?? '',
        candidateId: match.id,
        reason,
      }))
      return act(() =>
        desk.call('candidate:create', {
          changeId,
          id,
          values: values as CandidateValues,
          notThese,
        }),
      )
    },
    async replaceEmail(match) {
      const { person } = search.getState()
      const email = person?.email
      if (!email) return false
      const [changeId = ''] = attempt.ids([match.id, email], 1)
      const done = await act(async () => {
        const { candidate } = await desk.call('candidate:read', { id: match.id })
        const base = { email: candidate.fieldVersions['email'] ?? 0 }
        return desk.call('candidate:edit', { changeId, id: match.id, patch: { email }, base })
      })
      return done !== null
    },
    async askFor(match, ask) {
      const { id, asked } = store.getState()
      const { person } = search.getState()
      if (id === null || !person) return false
      const before = asked.get(match.id)
      const changeId = await elsewhere.ask(match, person, ask)
      if (changeId === null) return false
      // What was refused before is settled with this one.
      if (before !== undefined) await desk.call('change:close', { id: before }).catch(() => null)
      if (store.getState().id !== id) return true
      store.setState({ asked: new Map(store.getState().asked).set(match.id, changeId) })
      elsewhere.follow(store.getState().asked.values())
      note()
      return true
    },
    async arrive() {
      const { waitingKey } = store.getState()
      const come = [...elsewhere.getState().acts.values()].find((one) => stateOf(one) === 'here')
      if (!come) return null
      close()
      if (waitingKey !== null) await waiting.remove(waitingKey)
      return come.candidateId
    },
    keep,
    pending,
    putAside() {
      if (store.getState().id === null) return
      if (pending()) store.setState({ shown: false })
      else close()
    },
    close,
    takeUp() {
      const draft = drafts.getState().found?.get(openKey)
      const creation = draft && restore(draft)
      if (creation && store.getState().id === null) open({ ...creation, restoredAt: draft.at })
    },
    follow() {
      void waiting.read()
      search.refresh()
      const stopLine = sync.subscribe(({ sync: is }, { sync: was }) => {
        if (is?.line === was?.line || store.getState().id === null) return
        search.askByItself(is?.line === 'online')
        // What could not be asked before is asked now: nobody has to think of it.
        if (is?.line === 'online' && was?.line === 'offline') void search.ask()
      })
      const stop = desk.on('data:changed', () => {
        if (store.getState().id === null) return
        search.refresh()
        void elsewhere.refresh()
      })
      return () => {
        stopLine()
        stop()
      }
    },
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TypedPerson } from '../../shared/calls/duplicate.ts'
import type { AskedElsewhere } from '../../shared/calls/elsewhere.ts'
import { documentLanguageOf } from '../../shared/centre.ts'
import type { IdentityProof } from '../../shared/identityProof.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'
import type { StrangerMatch } from './matches.ts'

interface ElsewhereState {
  /** The acts that are followed, by their id, as far as they are. */
  readonly acts: ReadonlyMap<string, AskedElsewhere>
  readonly saving: boolean
  /** Why the last one could not be noted. */
  readonly error: AppError | null
}

/** How somebody whom Certassur alone knows is asked for: he sits here, or he has the address that is typed. */
export type Asking =
  | { readonly kind: 'register'; readonly place: { readonly sessionId: string; readonly exams: readonly string[] } }
  | { readonly kind: 'replaceEmail'; readonly proof: Pick<IdentityProof, 'birthDate' | 'reason'> }

/**
 * What is asked of Certassur about somebody of whom this desk has no record: it comes when Certassur has accepted, and
 * nothing of him is made up before.
 */
export interface Elsewhere extends StoreApi<ElsewhereState> {
  /** Answers the act; null when it was not written. */
  ask(match: StrangerMatch, person: TypedPerson, asking: Asking): Promise<string | null>
  /** These acts and no others are followed from here on. */
  follow(changeIds: Iterable<string>): void
  /** Asks how far they are. */
  refresh(): Promise<void>
  /** The form in which one was asked is opened anew. */
  forgetError(): void
}

type Of<K extends Asking['kind']> = Extract<Asking, { kind: K }>

export function createElsewhere(desk: Desk, newId: () => string): Elsewhere {
  const nothing: ElsewhereState = { acts: new Map(), saving: false, error: null }
  const store = createStore<ElsewhereState>(() => nothing)
  const attempt = createAttempt(newId)
  let followed: readonly string[] = []
  // An answer counts only for the last question.
  let question = 0

  async function refresh(): Promise<void> {
    question += 1
    if (followed.length === 0) return
    const mine = question
    try {
      const acts = await desk.call('candidate:asked', { changeIds: [...followed] })
      if (mine === question) store.setState({ acts: new Map(acts.map((act) => [act.id, act])) })
    } catch {
      // How far they are stands in the exchange as well; the next change of the data asks again.
    }
  }

  async function write(ask: () => Promise<string>): Promise<string | null> {
    if (store.getState().saving) return null
    store.setState({ saving: true, error: null })
    try {
      const changeId = await ask()
      attempt.done()
      store.setState({ saving: false })
      return changeId
    } catch (thrown) {
      store.setState({ saving: false, error: errorOf(thrown) })
      return null
    }
  }

  async function register({ id: candidateId, known }: StrangerMatch, place: Of<'register'>['place']): Promise<string> {
    const { lastName, firstName, language } = known
    const values = { ...place, exams: [...place.exams], candidateId, language: documentLanguageOf(language) }
    const [changeId = '', id = ''] = attempt.ids(values, 2)
    await desk.call('registration:create', {
      changeId,
      id,
      values: { ...values, pc: null, overrideReason: null },
      person: { lastName, firstName },
    })
    return changeId
  }

  async function replaceEmail({ id }: StrangerMatch, email: string, proof: IdentityProof): Promise<string> {
    const [changeId = ''] = attempt.ids([id, email, proof], 1)
    await desk.call('candidate:replaceEmail', { changeId, id, email, proof })
    return changeId
  }

  return {
    ...store,
    async ask(match, { lastName, firstName, email }, asking) {
      if (asking.kind === 'register') return write(() => register(match, asking.place))
      if (email === null) return null
      const proof = { ...asking.proof, identitySeen: true as const, lastName, firstName }
      return write(() => replaceEmail(match, email, proof))
    },
    follow(changeIds) {
      followed = [...changeIds]
      question += 1
      store.setState({ acts: new Map([...store.getState().acts].filter(([id]) => followed.includes(id))) })
      void refresh()
    },
    refresh,
    forgetError: () => store.setState({ error: null }),
  }
}

/**
 * How an act stands: on its way, accepted while the record has not come yet, there, or refused.
 *
 * A colleague may have asked as well: what came second is refused perhaps, and the record is there all the same.
 */
export function stateOf({ verdict, here }: AskedElsewhere): 'waiting' | 'coming' | 'here' | 'refused' {
  if (verdict === null) return 'waiting'
  if (here) return 'here'
  return verdict.status === 'rejected' ? 'refused' : 'coming'
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CandidateRow } from '../../shared/calls/candidate.ts'
import type { RegistrationWarning, SessionRecord } from '../../shared/calls/session.ts'
import { type DocumentLanguage, documentLanguageOf } from '../../shared/centre.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'
import { nextFreePc } from './status.ts'

const typingPause = 120
/** As many as one looks through below a field. */
const foundAtOnce = 8

/** Whom a registration is for: a row that was found, or a record that was open. */
export type Person = Pick<CandidateRow, 'id' | 'lastName' | 'firstName' | 'birthDate' | 'language' | 'email' | 'login'>

/** What a registration will say, before it is confirmed. */
export interface Choice {
  readonly candidate: Person
  readonly exams: readonly string[]
  readonly language: DocumentLanguage
  /** As typed. */
  readonly pc: string
  readonly reason: string
}

interface RegisterState {
  readonly text: string
  /** The text that `found` answers; null before the first answer. */
  readonly answered: string | null
  readonly found: readonly CandidateRow[]
  readonly total: number
  readonly choice: Choice | null
  /** What stands against it; null until the desk has said so. */
  readonly warnings: readonly RegistrationWarning[] | null
  readonly saving: boolean
  readonly error: AppError | null
  /** The person registered last, so that the screen can say it. */
  readonly done: Pick<Person, 'lastName' | 'firstName'> | null
}

/** Registering people for the open session, one after the other. */
export interface Register extends StoreApi<RegisterState> {
  /** Another session, or none. */
  reset(): void
  type(text: string): void
  choose(candidate: Person, session: SessionRecord): void
  set(part: Partial<Pick<Choice, 'exams' | 'language' | 'pc' | 'reason'>>): void
  /** True when it is written on this desk; on failure the error is in the state and the choice stays. */
  confirm(): Promise<boolean>
  giveUp(): void
}

/** A place that no warning forbids, with exams and a readable PC. */
export function canConfirm({ choice, warnings }: Pick<RegisterState, 'choice' | 'warnings'>): boolean {
  if (!choice || !warnings || choice.exams.length === 0 || pcOf(choice.pc) === undefined) return false
  return warnings.every((warning) => {
    if (warning.kind === 'already') return false
    return warning.kind !== 'full' || (warning.mayOverride && choice.reason.trim() !== '')
  })
}

/** A typed PC: its number, null for none, undefined when it is no number. */
export const pcOf = (text: string): number | null | undefined => {
  const typed = text.trim()
  if (typed === '') return null
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : undefined
}

/**
 * @param newId makes a UUIDv7
 * @param accept is handed the session as it is after a registration
 */
export function createRegister(desk: Desk, newId: () => string, accept: (record: SessionRecord) => void): Register {
  const empty: RegisterState = {
    text: '',
    answered: null,
    found: [],
    total: 0,
    choice: null,
    warnings: null,
    saving: false,
    error: null,
    done: null,
  }
  const store = createStore<RegisterState>(() => empty)
  const attempt = createAttempt(newId)
  let sessionId = ''
  let typing: ReturnType<typeof setTimeout> | undefined
  // Answers of an earlier text, or of exams chosen before, are dropped however late they come.
  let search = 0
  let check = 0
  // Somebody else is being registered, or nobody any more.
  let round = 0

  async function find(): Promise<void> {
    search += 1
    const mine = search
    const { text } = store.getState()
    try {
      const { rows, total } = await desk.call('candidate:search', { text, only: 'all', offset: 0, limit: foundAtOnce })
      if (mine === search) store.setState({ found: rows, total, answered: text, error: null })
    } catch (thrown) {
      if (mine === search) store.setState({ error: errorOf(thrown) })
    }
  }

  async function weigh(): Promise<void> {
    const { choice } = store.getState()
    if (!choice) return
    check += 1
    const mine = check
    const { candidate, exams } = choice
    try {
      const warnings = await desk.call('registration:check', {
        sessionId,
        candidateId: candidate.id,
        exams: [...exams],
      })
      if (mine === check) store.setState({ warnings })
    } catch (thrown) {
      if (mine === check) store.setState({ error: errorOf(thrown) })
    }
  }

  const clear = (next: Partial<RegisterState>) => {
    clearTimeout(typing)
    search += 1
    check += 1
    round += 1
    attempt.done()
    store.setState({ ...empty, ...next })
  }

  return {
    ...store,
    reset: () => clear({}),
    type(text) {
      clearTimeout(typing)
      search += 1
      store.setState({ text, done: null, ...(text.trim() === '' && { found: [], total: 0, answered: null }) })
      if (text.trim() !== '') typing = setTimeout(() => void find(), typingPause)
    },
    choose(candidate, { session, registrations }) {
      clear({
        choice: {
          candidate,
          exams: session.exams.length === 1 ? session.exams : [],
          language: documentLanguageOf(candidate.language),
          pc: String(nextFreePc(session.seats, registrations) ?? ''),
          reason: '',
        },
      })
      sessionId = session.id
      void weigh()
    },
    set(part) {
      const { choice } = store.getState()
      if (!choice) return
      store.setState({ choice: { ...choice, ...part }, error: null })
      if (part.exams) void weigh()
    },
    async confirm() {
      const state = store.getState()
      const { choice, saving } = state
      if (saving || !choice || !canConfirm(state)) return false
      const { candidate, exams, language, pc, reason } = choice
      const values = {
        sessionId,
        candidateId: candidate.id,
        exams: [...exams],
        language,
        pc: pcOf(pc) ?? null,
        overrideReason: state.warnings?.some(({ kind }) => kind === 'full') ? reason : null,
      }
      const [changeId = '', id = ''] = attempt.ids(values, 2)
      const mine = round
      store.setState({ saving: true, error: null })
      try {
        accept(await desk.call('registration:create', { changeId, id, values }))
        const { lastName, firstName } = candidate
        if (mine === round) clear({ done: { lastName, firstName } })
        return true
      } catch (thrown) {
        if (mine !== round) return false
        store.setState({ saving: false, error: errorOf(thrown) })
        // The session may have filled up, or he may be in it by now: say what stands against it today.
        void weigh()
        return false
      }
    },
    giveUp: () => clear({}),
  }
}

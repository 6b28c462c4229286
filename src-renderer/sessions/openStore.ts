import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { AppError } from '../../shared/result.ts'
import type { SessionPatch, SessionValues } from '../../shared/session.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'
import type { FormValues } from './form.ts'

/** A session that does not exist yet, and what its fields begin with. */
export interface NewSession {
  readonly id: string
  readonly values: Partial<FormValues>
  /** It repeats another one on a day still to be chosen. */
  readonly copy: boolean
}

interface OpenState {
  readonly id: string | null
  readonly record: SessionRecord | null
  readonly fresh: NewSession | null
  readonly readError: AppError | null
  readonly saving: boolean
  readonly saveError: AppError | null
}

export interface OpenSession extends StoreApi<OpenState> {
  open(id: string | null): void
  /** Begins a new session; nothing is written before it is created. */
  begin(values: Partial<FormValues>, copy?: boolean): void
  /** Reads the open session again: the data changed, here or elsewhere. */
  refresh(): void
  /** Takes the session as another act answered it. */
  accept(record: SessionRecord): void
  /** True when it is written on this desk. On failure the error is in the state and the form keeps its text. */
  create(values: SessionValues): Promise<boolean>
  /** @param closes the refused or conflicting change that this edit settles */
  save(patch: SessionPatch, base: Record<string, number>, closes: string | null): Promise<boolean>
  cancel(reason: string): Promise<boolean>
  /** The operator is done with a refusal or a conflict. */
  closeChange(id: string): Promise<boolean>
  /** Sends a refused act again. */
  retryChange(id: string): Promise<boolean>
}

/** @param newId makes a UUIDv7 */
export function createOpenSession(desk: Desk, newId: () => string): OpenSession {
  const closed: OpenState = {
    id: null,
    record: null,
    fresh: null,
    readError: null,
    saving: false,
    saveError: null,
  }
  const store = createStore<OpenState>(() => closed)
  const attempt = createAttempt(newId)
  // An answer counts only for the last question, and only while the same session is open.
  let question = 0

  async function read(): Promise<void> {
    const { id } = store.getState()
    if (id === null) return
    question += 1
    const mine = question
    try {
      const record = await desk.call('session:read', { id })
      if (mine === question) store.setState({ record, readError: null })
    } catch (thrown) {
      if (mine === question) store.setState({ readError: errorOf(thrown) })
    }
  }

  const turnTo = (next: Partial<OpenState>) => {
    question += 1
    attempt.done()
    store.setState({ ...closed, ...next })
  }

  /** One act at a time; its answer is newer than any reading that was asked before. */
  async function act(
    what: unknown,
    ask: (changeId: string) => Promise<SessionRecord>,
    then: Partial<OpenState> = {},
  ): Promise<boolean> {
    const { saving, id, fresh } = store.getState()
    if (saving) return false
    const [changeId = ''] = attempt.ids([id, what], 1)
    const stillOpen = () => store.getState().id === id && store.getState().fresh === fresh
    store.setState({ saving: true, saveError: null })
    try {
      const record = await ask(changeId)
      attempt.done()
      question += 1
      if (stillOpen()) store.setState({ ...then, record, saving: false })
      return true
    } catch (thrown) {
      if (stillOpen()) store.setState({ saving: false, saveError: errorOf(thrown) })
      return false
    }
  }

  async function tell(ask: () => Promise<null>): Promise<boolean> {
    try {
      await ask()
      attempt.done()
      await read()
      return true
    } catch (thrown) {
      store.setState({ saveError: errorOf(thrown) })
      return false
    }
  }

  return {
    ...store,
    open(id) {
      if (id === store.getState().id && store.getState().fresh === null) return
      turnTo({ id })
      void read()
    },
    begin: (values, copy = false) => turnTo({ fresh: { id: newId(), values, copy } }),
    refresh: () => void read(),
    accept(record) {
      if (record.session.id !== store.getState().id) return
      question += 1
      store.setState({ record, readError: null })
    },
    async create(values) {
      const { fresh } = store.getState()
      if (!fresh) return false
      const { id } = fresh
      return act(['create', values], (changeId) => desk.call('session:create', { changeId, id, values }), {
        id,
        fresh: null,
      })
    },
    async save(patch, base, closes) {
      const { id } = store.getState()
      if (id === null) return false
      return act(['edit', patch, closes], (changeId) =>
        desk.call('session:edit', { changeId, id, closes, patch, base }),
      )
    },
    async cancel(reason) {
      const { id } = store.getState()
      if (id === null) return false
      return act(['cancel', reason], (changeId) => desk.call('session:cancel', { changeId, id, reason }))
    },
    closeChange: (id) => tell(() => desk.call('change:close', { id })),
    retryChange(id) {
      const [changeId = ''] = attempt.ids(['retry', id], 1)
      return tell(() => desk.call('change:retry', { id, changeId }))
    },
  }
}

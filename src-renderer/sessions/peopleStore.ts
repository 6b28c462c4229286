import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord } from '../../shared/calls/session.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'
import { createAttempt } from '../ui/attempt.ts'

type RegistrationPatch = CallArgs<'registration:edit'>['patch']

interface PeopleState {
  /** Registrations that the next act is about. */
  readonly selected: ReadonlySet<string>
  /** The registration whose line is being corrected. */
  readonly editing: string | null
  readonly saving: boolean
  readonly error: AppError | null
}

/** What is done with the people of the open session. */
export interface People extends StoreApi<PeopleState> {
  /** Another session, or none: nothing is selected there. */
  reset(): void
  select(ids: readonly string[], selected: boolean): void
  edit(id: string | null): void
  /** True when it is written on this desk; on failure the error is in the state. */
  save(id: string, patch: RegistrationPatch): Promise<boolean>
  cancel(id: string, reason: string): Promise<boolean>
  dismiss(): void
}

/**
 * @param newId makes a UUIDv7
 * @param accept is handed the session as it is after an act
 */
export function createPeople(desk: Desk, newId: () => string, accept: (record: SessionRecord) => void): People {
  const empty: PeopleState = { selected: new Set(), editing: null, saving: false, error: null }
  const store = createStore<PeopleState>(() => empty)
  const attempt = createAttempt(newId)
  // An act that ends after the session was left says nothing about the one that is open now.
  let round = 0

  async function act(what: unknown, ask: (changeId: string) => Promise<SessionRecord>): Promise<boolean> {
    if (store.getState().saving) return false
    const mine = round
    const [changeId = ''] = attempt.ids(what, 1)
    store.setState({ saving: true, error: null })
    try {
      accept(await ask(changeId))
      attempt.done()
      if (mine === round) store.setState({ saving: false, editing: null })
      return true
    } catch (thrown) {
      if (mine === round) store.setState({ saving: false, error: errorOf(thrown) })
      return false
    }
  }

  const select = (ids: readonly string[], wanted: boolean) => {
    const selected = new Set(store.getState().selected)
    for (const id of ids) {
      if (wanted) selected.add(id)
      else selected.delete(id)
    }
    store.setState({ selected })
  }

  return {
    ...store,
    reset() {
      round += 1
      attempt.done()
      store.setState(empty)
    },
    select,
    edit: (editing) => store.setState({ editing, error: null }),
    save: (id, patch) =>
      act(['edit', id, patch], (changeId) => desk.call('registration:edit', { changeId, id, patch })),
    async cancel(id, reason) {
      const done = await act(['cancel', id, reason], (changeId) =>
        desk.call('registration:cancel', { changeId, id, reason }),
      )
      if (done) select([id], false)
      return done
    },
    dismiss: () => store.setState({ error: null }),
  }
}

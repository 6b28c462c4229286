import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DoorList, DoorRow, Scanned } from '../../shared/calls/checkIn.ts'
import type { CandidateValues } from '../../shared/candidate.ts'
import type { Mark } from '../../shared/checkIn.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import type { RegistrationValues } from '../../shared/registration.ts'
import { type Desk, errorOf } from '../desk.ts'

type Recording = Omit<CallArgs<'checkIn:record'>, 'changeId' | 'id'>
type Identity = Recording['identity']

/** What was just done, for the line that says so. */
interface Done {
  readonly kind: Mark | 'undone'
  readonly registrationId: string
  readonly identity: Identity
}

interface DoorState {
  readonly sessionId: string | null
  readonly list: DoorList | null
  readonly readError: AppError | null
  /** An act that failed, and whom it was about; null for the session as a whole. */
  readonly failure: { readonly error: AppError; readonly registrationId: string | null } | null
  readonly done: Done | null
}

/** The list at the door of one session, and everything that is noted on it. Each act is true when it is written here. */
export interface Door extends StoreApi<DoorState> {
  open(sessionId: string | null): void
  refresh(): Promise<void>
  record(recording: Recording): Promise<boolean>
  /** @param markId the mark that was a mistake */
  undo(registrationId: string, markId: string, reason: string): Promise<boolean>
  /** @param newcomer his record, when he has none here */
  walkIn(values: RegistrationValues, identity: Identity, newcomer?: CandidateValues | null): Promise<boolean>
  /** What a code is that nobody on the list answers to; null when this could not be found out, and that is said. */
  scan(code: string): Promise<Scanned | null>
  close(): Promise<boolean>
  /** One call for each; stops at the first failure, what is noted stays noted. */
  markAbsent(rows: readonly DoorRow[]): Promise<boolean>
  /** The mark made here last that still stands. */
  lastMade(): { readonly row: DoorRow; readonly markId: string } | null
  dismiss(): void
}

/** @param newId makes a UUIDv7 */
export function createDoor(desk: Desk, newId: () => string): Door {
  const nothing: DoorState = { sessionId: null, list: null, readError: null, failure: null, done: null }
  const store = createStore<DoorState>(() => nothing)
  // Answers hold the whole list: one that was asked before the one shown is older and is dropped.
  let question = 0
  let shown = 0
  const made: string[] = []
  // The ids of an act that failed, so that pressing again is the same act: were the first one written after all, it is
  // not done twice.
  const attempts = new Map<string, readonly string[]>()

  async function read(): Promise<void> {
    const { sessionId } = store.getState()
    if (sessionId === null) return
    question += 1
    const mine = question
    try {
      show(sessionId, mine, await desk.call('checkIn:list', { sessionId }))
    } catch (thrown) {
      if (mine === question && store.getState().sessionId === sessionId) store.setState({ readError: errorOf(thrown) })
    }
  }

  function show(sessionId: string, asked: number, list: DoorList): void {
    if (asked < shown || store.getState().sessionId !== sessionId) return
    shown = asked
    store.setState({ list, readError: null })
  }

  /** @param key the same for the same act */
  async function act(
    key: readonly unknown[],
    registrationId: string | null,
    send: (ids: readonly string[]) => Promise<DoorList>,
    done: Done | null,
  ): Promise<boolean> {
    const { sessionId } = store.getState()
    if (sessionId === null) return false
    const name = JSON.stringify(key)
    const ids = attempts.get(name) ?? [newId(), newId(), newId(), newId(), newId()]
    attempts.set(name, ids)
    question += 1
    const mine = question
    store.setState({ failure: null })
    try {
      const list = await send(ids)
      attempts.delete(name)
      show(sessionId, mine, list)
      if (done) store.setState({ done })
      return true
    } catch (thrown) {
      store.setState({ failure: { error: errorOf(thrown), registrationId }, done: null })
      // What stands against it may be somebody else's mark, which this list does not show yet.
      void read()
      return false
    }
  }

  async function record(recording: Recording): Promise<boolean> {
    const { registrationId, mark, identity } = recording
    return await act(
      ['record', recording],
      registrationId,
      async ([changeId = '', id = '']) => {
        const list = await desk.call('checkIn:record', { ...recording, changeId, id })
        made.push(id)
        return list
      },
      { kind: mark, registrationId, identity },
    )
  }

  return {
    ...store,
    open(sessionId) {
      if (sessionId === store.getState().sessionId) return
      shown = question
      made.length = 0
      attempts.clear()
      store.setState({ ...nothing, sessionId })
      void read()
    },
    refresh: read,
    record,
    undo: (registrationId, markId, reason) =>
      act(
        ['undo', markId, reason],
        registrationId,
        ([changeId = '']) => desk.call('checkIn:undo', { changeId, id: markId, reason }),
        { kind: 'undone', registrationId, identity: 'matches' },
      ),
    walkIn: (values, identity, newcomer = null) =>
      act(
        ['walkIn', values, identity, newcomer],
        null,
        async ([changeId = '', registrationId = '', markChangeId = '', markId = '', recordChangeId = '']) => {
          const ids = { changeId, registrationId, markChangeId, markId }
          const record = newcomer && { changeId: recordChangeId, values: newcomer }
          const list = await desk.call('checkIn:walkIn', { ...ids, values, identity, newcomer: record })
          made.push(markId)
          store.setState({ done: { kind: 'present', registrationId, identity } })
          return list
        },
        null,
      ),
    async scan(code) {
      const { sessionId } = store.getState()
      try {
        return await desk.call('checkIn:scan', { sessionId, code })
      } catch (thrown) {
        store.setState({ failure: { error: errorOf(thrown), registrationId: null } })
        return null
      }
    },
    close() {
      const { sessionId } = store.getState()
      return act(
        ['close', sessionId],
        null,
        ([changeId = '']) => desk.call('checkIn:close', { changeId, sessionId: sessionId ?? '' }),
        null,
      )
    },
    async markAbsent(rows) {
      for (const { registration } of rows) {
        const recording = { registrationId: registration.id, mark: 'absent', identity: 'notSeen' } as const
        if (!(await record(recording))) return false
      }
      store.setState({ done: null })
      return true
    },
    lastMade() {
      const rows = store.getState().list?.rows ?? []
      for (const markId of made.toReversed()) {
        const row = rows.find(({ arrival, departure }) => arrival?.id === markId || departure?.id === markId)
        if (row) return { row, markId }
      }
      return null
    },
    dismiss: () => store.setState({ failure: null, done: null }),
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Candidate, CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { CallArgs } from '../../shared/ipc.ts'
import type { AppError } from '../../shared/result.ts'
import { type Desk, errorOf } from '../desk.ts'

interface RecordState {
  /** The record that is open; another one than was asked for as soon as that one has become another. */
  readonly id: string | null
  /** The id under which it was opened: its form stays the same form whatever becomes of the record. */
  readonly openedAs: string | null
  /** The record as it was before it became another one while it was open. */
  readonly was: Candidate | null
  readonly record: CandidateRecord | null
  readonly readError: AppError | null
  readonly saving: boolean
  readonly saveError: AppError | null
}

export interface OpenRecord extends StoreApi<RecordState> {
  open(id: string | null): void
  /** The operator has seen that the record has become another one. */
  seenMerged(): void
  /** Reads the open record again: the data changed, here or elsewhere. */
  refresh(): void
  /**
   * True when the edit is written on this desk. On failure the error is in the state and the form keeps its text.
   * @param closes the refused or conflicting change that this edit settles
   * @param codes has codes sent after it, in the same act
   */
  save(patch: CandidatePatch, base: Record<string, number>, closes: string | null, codes?: boolean): Promise<boolean>
  /** Has codes sent to the registered address; the same answer as above. */
  sendCodes(): Promise<boolean>
  /** The operator is done with a refusal or a conflict. */
  closeChange(id: string): Promise<boolean>
}

interface Attempt {
  readonly key: string
  readonly done: () => Promise<CandidateRecord>
}

/** @param newId makes a UUIDv7 */
export function createOpenRecord(desk: Desk, newId: () => string): OpenRecord {
  const closed: RecordState = {
    id: null,
    openedAs: null,
    was: null,
    record: null,
    readError: null,
    saving: false,
    saveError: null,
  }
  const store = createStore<RecordState>(() => closed)
  // An answer counts only for the last question, and only while the same record is open.
  let question = 0
  // Kept while a save fails, so that pressing again is the same act: were the first one written after all, it is not
  // done twice.
  let attempt: Attempt | null = null

  /** It may have become another record since it was asked for (docs/protocol.md, D9): that one is open from now on. */
  function show(record: CandidateRecord, more: Partial<RecordState>): void {
    const { id, record: before, was } = store.getState()
    const became = record.candidate.id !== id
    store.setState({ ...more, record, id: record.candidate.id, was: became && before ? before.candidate : was })
  }

  async function read(): Promise<void> {
    const { id } = store.getState()
    if (id === null) return
    question += 1
    const mine = question
    try {
      const record = await desk.call('candidate:read', { id })
      if (mine === question) show(record, { readError: null })
    } catch (thrown) {
      if (mine === question) store.setState({ readError: errorOf(thrown) })
    }
  }

  /** @param what tells this act from another one: after a failure the same act goes again under the same ids */
  async function act(what: unknown, begin: (id: string) => Attempt['done']): Promise<boolean> {
    const { id, saving } = store.getState()
    if (id === null || saving) return false
    const key = JSON.stringify([id, what])
    if (attempt?.key !== key) attempt = { key, done: begin(id) }
    store.setState({ saving: true, saveError: null })
    try {
      const record = await attempt.done()
      attempt = null
      question += 1
      if (store.getState().id === id) show(record, { saving: false })
      return true
    } catch (thrown) {
      if (store.getState().id === id) store.setState({ saving: false, saveError: errorOf(thrown) })
      return false
    }
  }

  return {
    ...store,
    open(id) {
      if (id === store.getState().id) return
      question += 1
      attempt = null
      store.setState({ ...closed, id, openedAs: id })
      void read()
    },
    seenMerged: () => store.setState({ was: null }),
    refresh: () => void read(),
    save: (patch, base, closes, codes = false) =>
      act([patch, closes, codes], (id) => {
        const thenCodes = codes ? newId() : null
        const args: CallArgs<'candidate:edit'> = { changeId: newId(), id, closes, patch, base, thenCodes }
        return () => desk.call('candidate:edit', args)
      }),
    sendCodes: () =>
      act('codes', (id) => {
        const args = { changeId: newId(), id }
        return () => desk.call('candidate:sendCodes', args)
      }),
    async closeChange(id) {
      try {
        await desk.call('change:close', { id })
        await read()
        return true
      } catch (thrown) {
        store.setState({ saveError: errorOf(thrown) })
        return false
      }
    },
  }
}

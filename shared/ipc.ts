import type { z } from 'zod'
import type { Call } from './calls/call.ts'
import { candidateCalls } from './calls/candidate.ts'
import { adviceCalls } from './calls/advice.ts'
import { contactCalls } from './calls/contact.ts'
import { correctionCalls } from './calls/correction.ts'
import { checkInCalls } from './calls/checkIn.ts'
import { type DeskState, deskCalls } from './calls/desk.ts'
import { documentCalls } from './calls/document.ts'
import { duplicateCalls } from './calls/duplicate.ts'
import { elsewhereCalls } from './calls/elsewhere.ts'
import { employerListCalls } from './calls/employerList.ts'
import { keptCalls } from './calls/kept.ts'
import { printBatchCalls } from './calls/printBatch.ts'
import { sessionCalls } from './calls/session.ts'
import { type SyncState, syncCalls } from './calls/sync.ts'
import { todayCalls } from './calls/today.ts'
import type { Entity } from './changes/shape.ts'
import type { CallName, EventName } from './ipcNames.ts'
import type { Result } from './result.ts'

/** The whole contract between window and main process; each noun states its calls in `calls/`. */
export const calls = {
  ...deskCalls,
  ...todayCalls,
  ...candidateCalls,
  ...duplicateCalls,
  ...correctionCalls,
  ...contactCalls,
  ...adviceCalls,
  ...elsewhereCalls,
  ...employerListCalls,
  ...sessionCalls,
  ...checkInCalls,
  ...documentCalls,
  ...printBatchCalls,
  ...keptCalls,
  ...syncCalls,
} satisfies Record<CallName, Call<z.ZodType, unknown>>
type Calls = typeof calls

/** What the caller writes, before the schema has tidied it. */
export type CallArgs<N extends CallName> = z.input<Calls[N]['args']>
/** What the handler receives. */
export type HandlerArgs<N extends CallName> = z.output<Calls[N]['args']>
export type CallValue<N extends CallName> = NonNullable<Calls[N]['value']> | Extract<Calls[N]['value'], null>

/** What screens ask again for: a noun of the feed, the outbox, the centre itself, or the list that is being imported. */
export type ChangedTable = Entity | 'change' | 'centre' | 'employerList'

/** What the main process tells the window without being asked. */
export interface Events {
  'desk:changed': DeskState
  'data:changed': { readonly tables: readonly ChangedTable[] }
  'sync:changed': SyncState
}

/** What the preload puts on `window.desk`: nothing else of Electron reaches the page. */
export interface Bridge {
  invoke<N extends CallName>(name: N, args: CallArgs<N>): Promise<Result<CallValue<N>>>
  /** Returns the function that unsubscribes. */
  on<E extends EventName>(name: E, listener: (value: Events[E]) => void): () => void
}

import { z } from 'zod'
import type { CandidatePatch } from '../candidate.ts'
import type { ChangeKind } from '../changes/change.ts'
import { idSchema } from '../ids.ts'
import type { ErrorCode } from '../result.ts'
import { mayAct } from '../rights.ts'
import type { Verdict } from '../verdict.ts'
import { call } from './call.ts'

/** How the exchange with central stands; everything a status bar says. Instants are UTC ISO. */
export interface SyncState {
  readonly line: 'unknown' | 'online' | 'offline'
  /** Why the exchange stopped, when it did; null while it works. */
  readonly problem: ErrorCode | null
  readonly busy: boolean
  /** True until the first page run of this cache came to its end. */
  readonly firstLoad: boolean
  readonly records: number
  readonly waiting: number
  readonly refused: number
  readonly receivedAt: string | null
  readonly offlineSince: string | null
}

/** A change as its author may follow it: saved here → sent → central's verdict. */
export interface SentChange {
  readonly id: string
  readonly kind: ChangeKind
  readonly patch: CandidatePatch
  readonly actedAt: string
  readonly status: 'pending' | Verdict['status']
  readonly verdict: Verdict | null
}

export const syncCalls = {
  'sync:read': call<SyncState>()(z.strictObject({}), 'signedIn'),
  'sync:now': call<SyncState>()(z.strictObject({}), 'signedIn'),
  /** The operator has read a refusal or a conflict and is done with it. The change itself is kept. */
  'change:close': call<null>()(z.strictObject({ id: idSchema }), mayAct['candidate.edit']),
} as const

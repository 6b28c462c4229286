import { z } from 'zod'
import type { ChangeKind } from '../changes/change.ts'
import type { HistoryLine } from '../history.ts'
import { idSchema } from '../ids.ts'
import type { ErrorCode } from '../result.ts'
import { mayReadCandidates } from '../rights.ts'
import type { Verdict } from '../verdict.ts'
import { call } from './call.ts'

/** How the exchange with central stands; everything a status bar says. Instants are UTC ISO. */
export interface SyncState {
  readonly line: 'unknown' | 'online' | 'offline'
  /** Why the exchange stopped, when it did; null while it works. */
  readonly problem: ErrorCode | null
  readonly busy: boolean
  /** True until everything of the centre was received once. */
  readonly firstLoad: boolean
  /** How far the first load is; null when none is under way or nothing is known yet. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly records: number
  readonly waiting: number
  readonly refused: number
  readonly receivedAt: string | null
  readonly offlineSince: string | null
  /** How far this PC's clock is from central's, in milliseconds (central minus desk); null before the first contact. */
  readonly clockOffset: number | null
}

/** A change as its author may follow it: saved here → sent → central's verdict. */
export interface SentChange<P = Readonly<Record<string, unknown>>> {
  readonly id: string
  readonly kind: ChangeKind
  readonly patch: P
  readonly actedAt: string
  readonly status: 'pending' | Verdict['status']
  readonly verdict: Verdict | null
}

/** A change in the list of everything this desk exchanged. */
export interface ExchangeLine extends SentChange {
  readonly entityId: string
  /** Whom or what it is about, as people call it: a name, or a session's day and place. */
  readonly subject: string
  readonly candidateId: string | null
  readonly sessionId: string | null
  readonly actorName: string
  readonly sentAt: string | null
  readonly closedAt: string | null
  /** It waits for this other change to be accepted first. */
  readonly waitsFor: string | null
}

export interface ExchangePage {
  readonly rows: readonly ExchangeLine[]
  readonly total: number
  readonly counts: { readonly waiting: number; readonly toReview: number; readonly all: number }
}

export const syncCalls = {
  'sync:read': call<SyncState>()(z.strictObject({}), 'signedIn'),
  'sync:now': call<SyncState>()(z.strictObject({}), 'signedIn'),
  /** The operator has read a refusal or a conflict and is done with it. The change itself is kept. */
  'change:close': call<null>()(z.strictObject({ id: idSchema }), mayReadCandidates),
  /** Sends a refused act again, as a new one on what is known now. */
  'change:retry': call<null>()(z.strictObject({ id: idSchema, changeId: idSchema }), mayReadCandidates),
  /** `waiting` oldest first, the others newest first. */
  'change:list': call<ExchangePage>()(
    z.strictObject({
      only: z.enum(['waiting', 'toReview', 'all']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    mayReadCandidates,
  ),
  /** Who did what with a person's or a session's record, the newest first: on any desk of the centre. */
  'history:read': call<readonly HistoryLine[]>()(
    z.strictObject({ candidateId: idSchema.nullable(), sessionId: idSchema.nullable() }),
    mayReadCandidates,
  ),
} as const

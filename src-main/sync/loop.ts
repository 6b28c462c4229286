import type { SyncState } from '../../shared/calls/sync.ts'
import { type AppError, fail, type Result } from '../../shared/result.ts'
import { readMeta } from '../cache/meta.ts'
import { type Cache, isDiskFull } from '../cache/open.ts'
import { countCandidates } from '../candidates/queries.ts'
import type { Http } from './http.ts'
import { countOutbox } from './outbox.ts'
import { pullAll } from './pull.ts'
import { pushAll } from './push.ts'
import { backOff, consequence, lineAfter, problemOf } from './verdict.ts'

/** How long a desk with a line and nothing to send waits before it asks central what is new. */
const POLL = 15_000

export interface SyncOptions {
  readonly db: Cache
  /** The signal ends every request under way, so that locking never waits for a silent central. */
  readonly openHttp: (signal: AbortSignal) => Http
  readonly token: string
  readonly now: () => Date
  readonly random: () => number
  /** Hears of defects, for the log. */
  readonly report: (what: string, error: unknown) => void
  readonly onState: (state: SyncState) => void
  readonly onData: (tables: readonly ('candidate' | 'change')[]) => void
}

/** The exchange with central while a cache is open: push, then pull, one at a time, again and again. */
export interface Sync {
  state(): SyncState
  /** Counts changed without anything to send. */
  tell(): void
  /** Something was written: go as soon as possible. */
  nudge(): void
  /** Goes now and answers when that is over. */
  now(): Promise<SyncState>
  /** Ends the exchange; resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

export function startSync({ db, openHttp, token, now, random, report, onState, onData }: SyncOptions): Sync {
  const ending = new AbortController()
  const http = openHttp(ending.signal)
  let line: SyncState['line'] = 'unknown'
  let problem: SyncState['problem'] = null
  let offlineSince: string | null = null
  let failures = 0
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const read = (): SyncState => ({
    line,
    problem,
    busy: running !== null,
    firstLoad: readMeta(db, 'loadedAt') === null,
    records: countCandidates(db),
    ...countOutbox(db),
    receivedAt: readMeta(db, 'receivedAt'),
    offlineSince,
  })
  let last = read()
  /** Asked once more after the end, when the cache is closed, it answers what it knew last. */
  function state(): SyncState {
    if (!stopped) last = read()
    return last
  }
  const tell = () => {
    if (!stopped) onState(state())
  }

  function plan(delay: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void go(), delay)
  }

  function failed(error: AppError): void {
    const then = consequence(error)
    problem = problemOf(error.code)
    failures += 1
    line = lineAfter(error)
    if (line === 'online') offlineSince = null
    else offlineSince ??= now().toISOString()
    // A pause still looks now and then: the refusal may have been lifted at central.
    plan(then.kind === 'retry' ? (then.afterMs ?? backOff(failures, random())) : backOff(20, 1))
  }

  function worked(): void {
    line = 'online'
    problem = null
    offlineSince = null
    failures = 0
    plan(POLL)
  }

  /** A failed push never stops the pull; without a line there is no point in trying it. */
  async function round(): Promise<Result<number>> {
    const pushed = await pushAll(db, http, token, now)
    if (stopped) return pushed
    if (!pushed.ok && lineAfter(pushed.error) === 'offline') return pushed
    if (pushed.ok && pushed.value > 0) onData(['change', 'candidate'])
    const pulled = await pullAll(db, http, token, now, () => {
      onData(['candidate'])
      tell()
    })
    return pushed.ok ? pulled : pushed
  }

  function go(): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running) {
      again = true
      return running
    }
    clearTimeout(timer)
    running = run().finally(() => {
      running = null
      tell()
      if (again) {
        again = false
        void go()
      }
    })
    tell()
    return running
  }

  async function run(): Promise<void> {
    const done = await round().catch((error: unknown) => {
      if (isDiskFull(error)) return fail('disk.full', 'the disk is full')
      report('exchange', error)
      return fail('call.failed', 'the exchange failed')
    })
    if (stopped) return
    if (done.ok) worked()
    else failed(done.error)
  }

  void go()
  return {
    state,
    tell,
    nudge: () => {
      tell()
      void go()
    },
    now: async () => {
      await go()
      while (running) await running
      return state()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      ending.abort()
      await running
    },
  }
}

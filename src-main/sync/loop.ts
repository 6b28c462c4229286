import type { SyncState } from '../../shared/calls/sync.ts'
import { entities } from '../../shared/changes/shape.ts'
import type { ChangedTable } from '../../shared/ipc.ts'
import { type AppError, fail, ok, type Result } from '../../shared/result.ts'
import { readMeta } from '../cache/meta.ts'
import { type Cache, isDiskFull } from '../cache/open.ts'
import { countCandidates } from '../candidates/queries.ts'
import type { LoadProgress } from './firstLoad/firstLoad.ts'
import type { Http } from './http.ts'
import { countOutbox } from './outbox.ts'
import { pullAll } from './pull.ts'
import { pushAll } from './push.ts'
import { backOff, consequence, lineAfter, problemOf } from './verdict.ts'

/** How long a desk with a line and nothing to send waits before it asks central what is new. */
const POLL = 15_000

export interface SyncOptions {
  /** The cache of the moment: the first load puts another file in its place. */
  readonly db: () => Cache
  /** The signal ends every request under way, so that locking never waits for a silent central. */
  readonly openHttp: (signal: AbortSignal) => Http
  readonly token: string
  /** Receives everything of the centre once, and puts it in the place of the cache. */
  readonly firstLoad: (onProgress: (progress: LoadProgress) => void, ending: AbortSignal) => Promise<Result<null>>
  readonly now: () => Date
  readonly random: () => number
  /** Hears of defects, for the log. */
  readonly report: (what: string, error: unknown) => void
  readonly onState: (state: SyncState) => void
  readonly onData: (tables: readonly ChangedTable[]) => void
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

export function startSync({ db, openHttp, token, firstLoad, now, random, report, onState, onData }: SyncOptions): Sync {
  const ending = new AbortController()
  const http = openHttp(ending.signal)
  let line: SyncState['line'] = 'unknown'
  let problem: SyncState['problem'] = null
  let offlineSince: string | null = null
  let progress: LoadProgress | null = null
  let failures = 0
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const read = (): SyncState => {
    const offset = readMeta(db(), 'clockOffset')
    return {
      line,
      problem,
      busy: running !== null,
      firstLoad: readMeta(db(), 'loadedAt') === null,
      progress,
      clockOffset: offset === null ? null : Number(offset),
      records: countCandidates(db()),
      ...countOutbox(db()),
      receivedAt: readMeta(db(), 'receivedAt'),
      offlineSince,
    }
  }
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
    if (!stopped) timer = setTimeout(() => void go(true), delay)
  }

  /** Only attempts of its own make the pauses longer: ten people checked in without a line are not ten more reasons to wait. */
  function failed(error: AppError, planned: boolean): void {
    const then = consequence(error)
    problem = problemOf(error.code)
    if (planned || failures === 0) failures += 1
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
    const pushed = await pushAll(db(), http, token, now)
    if (stopped) return pushed
    if (!pushed.ok && lineAfter(pushed.error) === 'offline') return pushed
    if (pushed.ok && pushed.value > 0) onData(['change', ...entities])
    const loaded = await loadOnce()
    if (!loaded.ok || stopped) return loaded.ok ? pushed : loaded
    const pulled = await pullAll(db(), http, token, now, (tables) => {
      onData(tables)
      tell()
    })
    return pushed.ok ? pulled : pushed
  }

  async function loadOnce(): Promise<Result<null>> {
    if (readMeta(db(), 'loadedAt') !== null) return ok(null)
    const loaded = await firstLoad((reached) => {
      progress = reached
      tell()
    }, ending.signal)
    progress = null
    if (loaded.ok && !stopped) onData([...entities, 'centre'])
    return loaded
  }

  function go(planned = false): Promise<void> {
    if (stopped) return Promise.resolve()
    if (running) {
      again = true
      return running
    }
    clearTimeout(timer)
    running = run(planned).finally(() => {
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

  async function run(planned: boolean): Promise<void> {
    const done = await round().catch((error: unknown) => {
      if (isDiskFull(error)) return fail('disk.full', 'the disk is full')
      report('exchange', error)
      return fail('call.failed', 'the exchange failed')
    })
    if (stopped) return
    if (done.ok) worked()
    else failed(done.error, planned)
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

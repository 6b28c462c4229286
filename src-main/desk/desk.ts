import type { CentralLook, TypedPerson } from '../../shared/calls/duplicate.ts'
import { type DeskState, pairingHelps } from '../../shared/calls/desk.ts'
import type { Events } from '../../shared/ipc.ts'
import type { EventName } from '../../shared/ipcNames.ts'
import type { Grant, InterfaceLanguage, Operator } from '../../shared/operator.ts'
import { Refusal } from '../../shared/parse.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Cache } from '../cache/open.ts'
import type { PasswordCost } from '../operators/keys.ts'
import { openHttp, type Timeouts } from '../sync/http.ts'
import { type Act } from '../sync/outbox.ts'
import { runFirstLoad } from '../sync/firstLoad/firstLoad.ts'
import { takePlace } from '../sync/firstLoad/takePlace.ts'
import { type Sync, startSync, type SyncOptions } from '../sync/loop.ts'
import { createDocuments, type Documents } from '../documents/jobs.ts'
import type { DocumentPorts } from '../documents/ports.ts'
import { forgetOldLists } from '../employerList/kept.ts'
import type { ListPorts } from '../employerList/ports.ts'
import { createListDesk, endListDesk, type ListDesk } from '../employerList/work.ts'
import { readMeta } from '../cache/meta.ts'
import { endSearch, searchOf } from '../candidates/search.ts'
import { lookUp } from '../duplicates/lookUp.ts'
import { endSimilar, similarOf } from '../duplicates/similar.ts'
import { type DeskFiles, type DeskIdentity, deskFiles, readIdentity, readLanguage, writeLanguage } from './identity.ts'
import { latestNow } from '../operators/grants.ts'
import { deviceSecret, type Keyring } from './deviceSecret.ts'
import { isThere } from './files.ts'

export interface DeskOptions {
  /** Where everything of this desk is kept. */
  readonly folder: string
  readonly appVersion: string
  readonly language: InterfaceLanguage
  readonly keyring: Keyring | null
  readonly now: () => Date
  readonly random: () => number
  readonly timeouts: Timeouts
  readonly passwordCost: PasswordCost
  /** The script of the thread that receives everything of the centre the first time. */
  readonly firstLoadWorker: string | URL
  readonly documents: DocumentPorts
  readonly lists: ListPorts
  /** Hears of defects, for the log; an error's text may quote what was typed and stays out of it. */
  readonly report: (what: string, error: unknown) => void
  readonly emit: <E extends EventName>(name: E, value: Events[E]) => void
}

/** A desk with somebody signed in: an open cache, his grant, and the exchange with central. */
export interface OpenDesk {
  readonly db: Cache
  readonly identity: DeskIdentity
  readonly operator: Operator
  readonly grant: Grant
  readonly sync: Sync
  readonly documents: Documents & DocumentPorts
  readonly lists: ListDesk & ListPorts
  readonly now: () => Date
  /** Who acts, now. Refuses with `operator.grantExpired` when the time without a new sign-in is over. */
  readonly act: () => Act
  readonly changed: (tables: Events['data:changed']['tables']) => void
  /** Who of all that central knows may be this person; fails without a line. */
  readonly lookUp: (person: TypedPerson) => Promise<Result<CentralLook>>
}

/** One PC's desk: unpaired, locked, or open. Everything that differs between a test and the application is an option. */
export interface Desk {
  readonly options: DeskOptions
  readonly files: DeskFiles
  readonly deviceSecret: () => Promise<Buffer>
  state(): DeskState
  opened(): OpenDesk | undefined
  /**
   * Takes over an open cache; whoever was signed in before is locked out first.
   * @param key opens the cache; copied, and forgotten as soon as the first load needs it no more
   */
  open(db: Cache, identity: DeskIdentity, grant: Grant, key: Buffer): Promise<void>
  /** Closes the cache; what is under way is finished or given up first. */
  lock(): Promise<void>
  setLanguage(language: InterfaceLanguage): Promise<void>
  /** Runs what changes who is signed in after whatever of the kind is under way. */
  oneAtATime<T>(work: () => Promise<T>): Promise<T>
  /** Remembers whether this desk's data could be opened: only then, or to a manager, may it be paired again. */
  noteOpening(done: Result<null>): void
  mayPairAgain(): boolean
}

/** Milliseconds for a question to central while a form stands open. */
const LOOK_UP = 10_000

export function createDesk(options: DeskOptions): Desk {
  const { folder, appVersion, keyring, now, emit } = options
  const files = deskFiles(folder)
  let current: (OpenDesk & { readonly ending: AbortController }) | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let unusable = false

  /** One that cannot be read is said at sign-in, where there is a way out; the window must open all the same. */
  function identityHere(): DeskIdentity | undefined {
    try {
      return readIdentity(files)
    } catch {
      return undefined
    }
  }

  const state = (): DeskState => {
    const identity = identityHere()
    return {
      phase: current ? 'open' : isThere(files.identity) ? 'locked' : 'unpaired',
      language: readLanguage(files, options.language),
      appVersion,
      desk: identity ? { name: identity.deskName, centre: identity.centreName, central: identity.central } : null,
      operator: current?.operator ?? null,
      keyring: keyring !== null,
    }
  }

  async function lock(): Promise<void> {
    const closing = current
    if (!closing) return
    current = undefined
    closing.ending.abort()
    await Promise.all([closing.sync.stop(), closing.documents.finish(), endListDesk(closing.lists)])
    latestNow(closing.db, now())
    forget(closing.db)
    closing.db.close()
    emit('desk:changed', state())
  }

  return {
    options,
    files,
    deviceSecret: () => deviceSecret(files.deviceSecret, keyring),
    state,
    opened: () => current,
    open: async (opened, identity, grant, dataKey) => {
      await lock()
      let db = opened
      const key = Buffer.from(dataKey)
      const token = readMeta(db, 'deskToken') ?? ''
      const epoch = readMeta(db, 'epoch') ?? ''
      const forgetKey = () => key.fill(0)
      if (readMeta(db, 'loadedAt') !== null) forgetKey()
      const firstLoad: SyncOptions['firstLoad'] = async (onProgress, ending) => {
        const side = `${files.cache}.load`
        const order = {
          file: side,
          key,
          salt: identity.cacheSalt,
          address: identity.central,
          token,
          epoch,
          timeouts: options.timeouts,
        }
        const loaded = await runFirstLoad(options.firstLoadWorker, order, onProgress, ending)
        if (!loaded.ok || ending.aborted) return loaded
        const before = db
        db = await takePlace(before, side, files.cache, key, identity.cacheSalt)
        forget(before)
        warm(db)
        forgetKey()
        return loaded
      }
      // Somebody waits for the answer: later than this he has gone on without it.
      const soon = { ...options.timeouts, total: Math.min(options.timeouts.total, LOOK_UP) }
      const ending = new AbortController()
      const changed: OpenDesk['changed'] = (tables) => emit('data:changed', { tables })
      current = {
        get db() {
          return db
        },
        identity,
        operator: grant.operator,
        grant,
        now,
        act: () => {
          if (latestNow(db, now()) >= new Date(grant.expiresAt)) {
            throw new Refusal(fail('operator.grantExpired', 'the grant is over').error)
          }
          return { deskId: identity.deskId, actor: grant.operator.id, grant: grant.id, actedAt: now().toISOString() }
        },
        changed,
        ending,
        lookUp: (person) => lookUp(openHttp(identity.central, soon, ending.signal), token, grant, person),
        documents: { ...options.documents, ...createDocuments(options.documents) },
        lists: { ...options.lists, ...createListDesk() },
        sync: startSync({
          db: () => db,
          firstLoad,
          openHttp: (signal) => openHttp(identity.central, options.timeouts, signal),
          token,
          now,
          random: options.random,
          report: options.report,
          onState: (value) => emit('sync:changed', value),
          onData: changed,
        }),
      }
      tidy(db, options)
      warm(db)
      emit('desk:changed', state())
    },
    lock,
    setLanguage: async (language) => {
      await writeLanguage(files, language)
      emit('desk:changed', state())
    },
    oneAtATime: (work) => {
      const mine = turn.then(work)
      turn = mine.catch(() => undefined)
      return mine
    },
    noteOpening: (done) => {
      unusable = !done.ok && pairingHelps.has(done.error.code)
    },
    mayPairAgain: () =>
      unusable || !isThere(files.identity) || (current?.operator.roles.includes('centreManager') ?? false),
  }
}

/** What has been kept long enough; where it cannot be written, somebody must still be able to work. */
function tidy(db: Cache, { now, report }: DeskOptions): void {
  try {
    forgetOldLists(db, now())
  } catch (error) {
    report('employerList', error)
  }
}

/** One after the other: together they would hold the window up twice as long at a time. */
function warm(db: Cache): void {
  void searchOf(db)
    .warm()
    .then(() => {
      if (db.open) similarOf(db).warm()
    })
}

/** Nobody stays in memory when the cache is closed. */
function forget(db: Cache): void {
  endSearch(db)
  endSimilar(db)
}

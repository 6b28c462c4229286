import type { DeskState } from '../../shared/calls/desk.ts'
import type { Events } from '../../shared/ipc.ts'
import type { EventName } from '../../shared/ipcNames.ts'
import type { Grant, InterfaceLanguage, Operator } from '../../shared/operator.ts'
import type { Cache } from '../cache/open.ts'
import type { PasswordCost } from '../operators/keys.ts'
import { openHttp, type Timeouts } from '../sync/http.ts'
import { type Act } from '../sync/outbox.ts'
import { type Sync, startSync } from '../sync/loop.ts'
import { readMeta } from '../cache/meta.ts'
import { type DeskFiles, type DeskIdentity, deskFiles, readIdentity, readLanguage, writeLanguage } from './identity.ts'
import { deviceSecret, type Keyring } from './deviceSecret.ts'

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
  readonly act: () => Act
  readonly changed: (tables: Events['data:changed']['tables']) => void
}

/** One PC's desk: unpaired, locked, or open. Everything that differs between a test and the application is an option. */
export interface Desk {
  readonly options: DeskOptions
  readonly files: DeskFiles
  readonly deviceSecret: () => Promise<Buffer>
  state(): DeskState
  opened(): OpenDesk | undefined
  /** Takes over an open cache; whoever was signed in before is locked out first. */
  open(db: Cache, identity: DeskIdentity, grant: Grant): Promise<void>
  /** Closes the cache; what is under way is finished or given up first. */
  lock(): Promise<void>
  setLanguage(language: InterfaceLanguage): void
}

export function createDesk(options: DeskOptions): Desk {
  const { folder, appVersion, keyring, now, emit } = options
  const files = deskFiles(folder)
  let current: OpenDesk | undefined

  const state = (): DeskState => {
    const identity = readIdentity(files)
    return {
      phase: current ? 'open' : identity ? 'locked' : 'unpaired',
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
    await closing.sync.stop()
    closing.db.close()
    emit('desk:changed', state())
  }

  return {
    options,
    files,
    deviceSecret: () => deviceSecret(files.deviceSecret, keyring),
    state,
    opened: () => current,
    open: async (db, identity, grant) => {
      await lock()
      const changed: OpenDesk['changed'] = (tables) => emit('data:changed', { tables })
      current = {
        db,
        identity,
        operator: grant.operator,
        grant,
        act: () => ({
          deskId: identity.deskId,
          actor: grant.operator.id,
          grant: grant.id,
          actedAt: now().toISOString(),
        }),
        changed,
        sync: startSync({
          db,
          openHttp: (signal) => openHttp(identity.central, options.timeouts, signal),
          token: readMeta(db, 'deskToken') ?? '',
          now,
          random: options.random,
          report: options.report,
          onState: (value) => emit('sync:changed', value),
          onData: changed,
        }),
      }
      emit('desk:changed', state())
    },
    lock,
    setLanguage: (language) => {
      writeLanguage(files, language)
      emit('desk:changed', state())
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { CandidatePatch } from '../../shared/candidate.ts'
import type { CandidateRecord } from '../../shared/calls/candidate.ts'
import type { Mark } from '../../shared/checkIn.ts'
import type { RegistrationValues } from '../../shared/registration.ts'
import type { CallArgs, CallValue } from '../../shared/ipc.ts'
import type { CallName } from '../../shared/ipcNames.ts'
import type { Result } from '../../shared/result.ts'
import { answer } from '../../src-main/calls.ts'
import { createDesk, type Desk, type DeskOptions } from '../../src-main/desk/desk.ts'
import { readMeta } from '../../src-main/cache/meta.ts'
import { handlers } from '../../src-main/handlers.ts'
import { type Http, openHttp } from '../../src-main/sync/http.ts'
import { pushAll } from '../../src-main/sync/push.ts'
import { newId, password, type TestCentral } from './central.ts'
import { drawingPorts } from './fonts.ts'
import { until } from './until.ts'

/** A desk without its window: the same code from the call inwards, on a real encrypted file in a folder of its own. */
export interface TestDesk {
  readonly folder: string
  readonly desk: Desk
  readonly events: readonly string[]
  /** Calls as the window would, and answers what the window would get. */
  ask<N extends CallName>(name: N, args: CallArgs<N>): Promise<Result<CallValue<N>>>
  /** The same, where a refusal fails the test. */
  call<N extends CallName>(name: N, args: CallArgs<N>): Promise<CallValue<N>>
  edit(id: string, patch: CandidatePatch): Promise<CandidateRecord>
  register(sessionId: string, candidateId: string, values?: Partial<RegistrationValues>): Promise<string>
  /** Notes a mark for a registration; answers the mark's id. */
  mark(registrationId: string, mark: Mark): Promise<string>
}

const made: TestDesk[] = []
const defects: unknown[] = []

/** Bundled once for a run of the tests; elsewhere, as in the bench, its source does. */
const firstLoadWorker = (): string | URL =>
  process.env['VITEST']
    ? join(inject('workers'), 'firstLoad.js')
    : new URL('../../src-main/sync/firstLoad/worker.ts', import.meta.url)

export function aDesk(options: Partial<DeskOptions> = {}): TestDesk {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const events: string[] = []
  const desk = createDesk({
    folder,
    appVersion: '0.0.0-test',
    language: 'fr',
    keyring: null,
    now: () => new Date(),
    random: () => 0.05,
    timeouts: { idle: 3_000, total: 6_000 },
    passwordCost: { memoryCost: 256, timeCost: 1 },
    documents: {
      ...drawingPorts,
      printing: { printers: async () => [], print: () => Promise.reject(new Error('this desk has no printer')) },
      askWhere: async () => null,
    },
    lists: {
      readingWorker: new URL('../../src-main/employerList/reading/worker.ts', import.meta.url),
      askWhich: async () => null,
      askWhereReport: async () => null,
    },
    firstLoadWorker: firstLoadWorker(),
    report: (_what, error) => defects.push(error),
    emit: (name) => events.push(name),
    ...options,
  })
  const ask: TestDesk['ask'] = async (name, args) => (await answer(handlers, desk, name, args)) as never
  const call: TestDesk['call'] = async (name, args) => {
    const result = await ask(name, args)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${JSON.stringify(result.error.fields ?? '')}`)
    return result.value
  }
  const test: TestDesk = {
    folder,
    desk,
    events,
    ask,
    call,
    edit: async (id, patch) => {
      const { candidate } = await call('candidate:read', { id })
      return call('candidate:edit', { changeId: newId(), id, patch: { ...patch }, base: candidate.fieldVersions })
    },
    register: async (sessionId, candidateId, values = {}) => {
      const id = newId()
      const registration = {
        sessionId,
        candidateId,
        exams: ['M1'],
        language: 'fr' as const,
        pc: null,
        overrideReason: null,
      }
      await call('registration:create', { changeId: newId(), id, values: { ...registration, ...values } })
      return id
    },
    mark: async (registrationId, mark) => {
      const id = newId()
      await call('checkIn:record', { changeId: newId(), id, registrationId, mark, identity: 'matches' })
      return id
    },
  }
  made.push(test)
  return test
}

/**
 * A paired desk with its administrator signed in and everything of its centre received. Its `sync:now` ends when central
 * has nothing more to show it.
 */
export async function openDesk(
  central: TestCentral,
  options: Partial<DeskOptions> & { username?: string } = {},
): Promise<TestDesk> {
  const { username = 'marie.lambert', ...rest } = options
  const alone = aDesk(rest)
  const call: TestDesk['call'] = async (name, args) => {
    const value = await alone.call(name, args)
    if (name !== 'sync:now' || (await central.showsAll())) return value
    await until(() => central.showsAll())
    return alone.call(name, args)
  }
  const test: TestDesk = { ...alone, call }
  await test.call('desk:pair', { address: central.address, code: await central.pairingCode() })
  await test.call('operator:signIn', { username, password })
  await test.call('sync:now', {})
  return test
}

/**
 * The desk's own push and nothing after it, through a line that may do something to central's answers.
 * The exchange in the background is over from here on.
 */
export async function pushOnly(
  { address }: TestCentral,
  desk: TestDesk,
  through: (real: Http) => Http = (real) => real,
): Promise<Result<number>> {
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  await open.sync.stop()
  return pushAll(open.db, through(openHttp(address)), readMeta(open.db, 'deskToken') ?? '', () => new Date())
}

/** Ends every desk of the test and removes its files. A defect that a desk reported fails the test. */
export async function closeDesks(): Promise<void> {
  for (const { desk, folder } of made.splice(0)) {
    await desk.lock()
    rmSync(folder, { recursive: true, force: true })
  }
  const [defect] = defects.splice(0)
  if (defect) throw defect
}

export { until }

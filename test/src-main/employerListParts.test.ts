import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EmployerListState } from '../../shared/calls/employerList.ts'
import { aSession, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { listHead, longestTurn, many } from '../helpers/employerList.ts'

/** Seconds alone; other tests may have the processors meanwhile. */
const patient = 120_000

let central: TestCentral
let desk: TestDesk
let folder: string
/** Called after every part: the desk tells its window. */
let afterPart: () => void

beforeEach(async () => {
  central = await startCentral()
  folder = mkdtempSync(join(tmpdir(), 'lists-'))
  afterPart = () => undefined
  const readingWorker = new URL('../../src-main/employerList/reading/worker.ts', import.meta.url)
  const lists = { readingWorker, askWhich: async () => null, askWhereReport: async () => join(folder, 'report.csv') }
  desk = await openDesk(central, { lists, emit: (name) => name === 'data:changed' && afterPart() })
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  rmSync(folder, { recursive: true, force: true })
})

const opened = () => {
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  return open
}
const inCache = (sql: string) => opened().db.prepare(sql).pluck().get() as number
const records = () => inCache('SELECT count(*) FROM candidate')

async function matched(): Promise<EmployerListState> {
  const read = () => desk.call('employerList:read', {})
  await until(async () => (await read())?.matching === null, 100_000)
  const state = await read()
  if (!state) throw new Error('no list is open')
  return state
}

/** A long list, every line of it decided. */
async function aList(lines: readonly string[], seats: number): Promise<void> {
  const sessionId = await aSession(central, { seats })
  await desk.call('sync:now', {})
  await opened().sync.stop()
  const { choices } = await desk.call('employerList:paste', { text: [listHead, ...lines].join('\n') })
  await desk.call('employerList:check', { choices: { ...choices, employer: 'Grand employeur' } })
  await matched()
  await desk.call('employerList:decideAll', { verdict: 'new', decision: 'create' })
  const registration = { sessionId, exams: ['M1'], language: 'fr' as const, overrideReason: null }
  await desk.call('employerList:register', { registration })
}

test(
  'a long list is imported in parts, none of which holds anybody up',
  async () => {
    await aList(many(760), 760)
    expect(await longestTurn(() => desk.call('employerList:import', {}))).toBeLessThan(100)
    expect(await matched()).toMatchObject({ step: 'done', lines: 760, imported: 760, plan: { create: 760 } })
    expect(inCache('SELECT count(*) FROM registration')).toBe(760)
    await desk.call('employerList:saveReport', {})
    expect(readFileSync(join(folder, 'report.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(761)
  },
  patient,
)

test(
  'what one line refuses refuses all parts, before anything is written',
  async () => {
    await aList(many(520), 519)
    expect(await desk.ask('employerList:import', {})).toMatchObject({ error: { code: 'registration.full' } })
    expect([records(), inCache('SELECT count(*) FROM change')]).toEqual([0, 0])
  },
  patient,
)

test(
  'interrupted between two parts, the rest waits in the list, and nothing is imported twice',
  async () => {
    const before = [listHead, 'Parti;Gaston;1/1/1960;', ...many(3)].join('\n')
    const { choices } = await desk.call('employerList:paste', { text: before })
    await desk.call('employerList:check', { choices: { ...choices, employer: 'Grand employeur' } })
    await matched()
    await desk.call('employerList:decideAll', { verdict: 'new', decision: 'create' })
    await desk.call('employerList:import', {})
    await desk.call('employerList:end', {})

    await aList([...many(520).slice(3), 'Sans date;X;31/02/1990;'], 700)
    let locking: Promise<unknown> | undefined
    afterPart = () => {
      if (desk.desk.opened() && records() > 4) locking ??= desk.desk.lock()
    }
    const importing = await desk.ask('employerList:import', {})
    expect(importing.ok).toBe(false)
    afterPart = () => undefined
    await locking
    await desk.call('operator:signIn', { username: 'marie.lambert', password })
    await opened().sync.stop()

    const state = await matched()
    const { imported } = state
    expect(imported).toBeGreaterThan(0)
    expect(imported).toBeLessThan(517)
    expect(records()).toBe(4 + imported)
    // Of the list of before, one is on none of the lines, imported or not.
    expect(state).toMatchObject({ step: 'check', lines: 518, counts: { all: 518 - imported, gone: 4, refused: 1 } })
    expect(state.plan).toMatchObject({ create: 517 - imported, undecided: 0, register: 517 - imported })
    expect(await desk.call('employerList:import', {})).toMatchObject({
      step: 'done',
      lines: 518,
      plan: { create: 517, register: 517, refused: 1 },
    })
    expect(records()).toBe(521)
    expect(inCache('SELECT count(*) FROM registration')).toBe(517)
    expect(inCache(`SELECT json_array_length(lines) FROM employerList`)).toBe(517)
    await desk.call('employerList:end', {})
    expect(inCache('SELECT count(*) FROM employerPart')).toBe(0)
  },
  patient,
)

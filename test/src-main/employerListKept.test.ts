import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepare } from '../../src-main/cache/run.ts'
import { password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

const DAY = 86_400_000
let central: TestCentral
let desk: TestDesk
/** Days that have passed since the beginning of the test, for both. */
let days = 0

beforeEach(async () => {
  days = 0
  const now = () => new Date(Date.now() + days * DAY)
  central = await startCentral()
  central.setClock(now)
  desk = await openDesk(central, { now })
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const list = 'Nom;Prénom;Né le;Mail\nVandekerckhove;Élise;14/03/1988;elise@exemple.be'

async function paste(employer: string): Promise<void> {
  const { choices } = await desk.call('employerList:paste', { text: list })
  await desk.call('employerList:check', { choices: { ...choices, employer } })
  await until(async () => (await desk.call('employerList:read', {}))?.matching === null)
}

/** So many days later somebody signs in again. */
async function later(more: number): Promise<void> {
  days += more
  await desk.desk.lock()
  await desk.call('operator:signIn', { username: 'marie.lambert', password })
}

const kept = () => {
  const db = desk.desk.opened()?.db
  if (!db) throw new Error('locked')
  const count = (table: string) => prepare(db, `SELECT count(*) FROM ${table}`).pluck().get()
  return { lists: count('employerList'), drafts: count('employerDraft') }
}

test('a list that nobody goes on with is forgotten after thirty days, and not before', async () => {
  await paste('Assurances du Midi')
  await later(29)
  expect(kept()).toEqual({ lists: 0, drafts: 1 })
  expect(await desk.call('employerList:read', {})).toMatchObject({ choices: { employer: 'Assurances du Midi' } })
  await later(2)
  expect(kept()).toEqual({ lists: 0, drafts: 0 })
  expect(await desk.call('employerList:read', {})).toBeNull()
})

test('the last list of an employer is compared with for a year and a half', async () => {
  await paste('Assurances du Midi')
  await desk.call('employerList:decideAll', { verdict: 'new', decision: 'create' })
  await desk.call('employerList:import', {})
  await later(540)
  expect(kept()).toEqual({ lists: 1, drafts: 0 })
  await later(9)
  expect(kept()).toEqual({ lists: 0, drafts: 0 })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import type { EmployerListState, ListChoices } from '../../shared/calls/employerList.ts'
import {
  aCandidate,
  aSession,
  newId,
  password,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { listHead } from '../helpers/employerList.ts'

let central: TestCentral
let desk: TestDesk
beforeEach(async () => {
  central = await startCentral()
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

async function read(): Promise<EmployerListState> {
  await until(async () => (await desk.call('employerList:read', {}))?.matching === null, 20_000)
  const state = await desk.call('employerList:read', {})
  if (!state) throw new Error('no list is open')
  return state
}
async function paste(lines: readonly string[], more: Partial<ListChoices> = {}, head = listHead) {
  const { choices } = await desk.call('employerList:paste', { text: [head, ...lines].join('\n') })
  await desk.call('employerList:check', { choices: { ...choices, ...more } })
  return read()
}
const rows = async () => (await desk.call('employerList:lines', { only: 'all', text: '', offset: 0, limit: 50 })).rows
const all = (verdict: 'known' | 'new', decision: 'take' | 'create' | 'leaveOut') =>
  desk.call('employerList:decideAll', { verdict, decision })
const register = (sessionId: string, language: 'fr' | 'nl' = 'fr', overrideReason: string | null = null) =>
  desk.call('employerList:register', { registration: { sessionId, exams: ['M1'], language, overrideReason } })

const elise = 'Van den Broeck;Élise;14/03/1988;'
const an = 'Zwaenepoel;An;2/2/1992;an@voorbeeld.be'

test('two lines that take one record are one registration, said before and done', async () => {
  const known = await aCandidate(central)
  const session = await aSession(central)
  desk = await openDesk(central)
  await paste([elise, 'Van den Broeck;Elise;14/03/1988;elise@autre.be'])
  expect((await rows()).map(({ twin }) => twin)).toEqual([null, 2])
  for (const line of [2, 3]) {
    await desk.call('employerList:decide', { line, decision: { kind: 'take', candidateId: known } })
  }
  expect((await register(session)).plan).toMatchObject({ take: 2, register: 1, registeredBefore: 1 })
  expect((await desk.call('employerList:import', {})).plan).toMatchObject({ take: 2, register: 1, registeredBefore: 1 })
  expect((await desk.call('session:read', { id: session })).registrations).toHaveLength(1)
})

test('nobody but a manager goes over the seats, whatever reason is given', async () => {
  const session = await aSession(central, { seats: 1 })
  desk = await openDesk(central)
  await paste([an, elise])
  await all('new', 'create')
  await register(session, 'fr', 'Un PC de réserve')
  expect((await desk.ask('employerList:import', {})).ok).toBe(false)
  expect((await desk.call('session:read', { id: session })).registrations).toEqual([])
})

test('each sits his exam in his own language, and who speaks German in the one that was chosen', async () => {
  const session = await aSession(central)
  desk = await openDesk(central)
  await paste([`${elise};de`, `${an};fr`], {}, `${listHead};Langue`)
  await all('new', 'create')
  await register(session, 'nl')
  await desk.call('employerList:import', {})
  const { registrations } = await desk.call('session:read', { id: session })
  expect(new Map(registrations.map(({ lastName, registration }) => [lastName, registration.language]))).toEqual(
    new Map([
      ['Van den Broeck', 'nl'],
      ['Zwaenepoel', 'fr'],
    ]),
  )
})

test('a line that was left out is a new one on the next list; a record that was merged is known under the one that stays', async () => {
  const [known, twin] = [
    await aCandidate(central, { firstName: 'Ann' }),
    await aCandidate(central, { firstName: 'Ann' }),
  ]
  desk = await openDesk(central)
  const employer = 'Assurances du Midi'
  await paste([an, elise], { employer })
  await desk.call('employerList:decide', { line: 2, decision: { kind: 'leaveOut' } })
  await desk.call('employerList:decide', { line: 3, decision: { kind: 'take', candidateId: twin } })
  await desk.call('employerList:import', {})
  const request = { changeId: newId(), id: newId(), a: known, b: twin, reason: 'pièce vue' }
  await desk.call('merge:request', request)
  await until(async () => (await desk.call('sync:now', {})).waiting === 0)
  const how = { id: newId(), from: twin, into: known, why: 'request', actorName: 'Certassur' } as const
  await central.central.db.transaction().execute((db) => mergeRecords(db, { ...how, at: new Date().toISOString() }))
  await desk.call('sync:now', {})

  await paste([an, elise], { employer })
  const [left, taken] = await rows()
  expect(left?.change).toEqual({ kind: 'added' })
  expect(taken).toMatchObject({ verdict: 'known', change: { kind: 'same', candidateId: known }, record: { id: known } })
})

test('why somebody is another person goes to Certassur with his record, and nobody is asked again', async () => {
  await aCandidate(central)
  desk = await openDesk(central)
  await paste(['Van den Broeck;Élise;14/03/1988;elise@autre.be'])
  const create = (reason: string | null) =>
    desk.ask('employerList:decide', { line: 2, decision: { kind: 'create', reason } })
  expect(await create(null)).toMatchObject({ error: { code: 'list.reasonMissing' } })
  expect((await create('jumelles, deux cartes')).ok).toBe(true)
  await desk.call('employerList:import', {})
  await until(async () => (await desk.call('sync:now', {})).waiting === 0)
  expect(await desk.call('hold:list', {})).toEqual([])
  const said = await central.central.db.selectFrom('distinction').select('reason').execute()
  expect(said).toEqual([{ reason: 'jumelles, deux cartes' }])
})

test('a decision falls when a record was found since, or is gone, and when the columns are others', async () => {
  const known = await aCandidate(central)
  desk = await openDesk(central)
  await paste([elise, an])
  await all('known', 'take')
  await all('new', 'create')
  expect((await read()).plan.undecided).toBe(0)
  const { lastName, firstName, birthDate } = { lastName: 'Zwaenepoel', firstName: 'An', birthDate: '1992-02-02' }
  await aCandidate(central, { lastName, firstName, birthDate, email: 'an@voorbeeld.be' })
  await central.central.db
    .updateTable('candidate')
    .set({ lastName: 'Okonkwo', firstName: 'Ada', birthDate: '1950-01-01', email: null, version: 1 })
    .where('id', '=', known)
    .execute()
  await desk.call('sync:now', {})
  await desk.desk.lock()
  await desk.call('operator:signIn', { username: 'marie.lambert', password })
  expect((await read()).plan).toMatchObject({ undecided: 2, take: 0, create: 0 })

  await all('known', 'take')
  expect((await read()).plan.take).toBe(1)
  const { choices } = await read()
  const columns = choices.columns.map((meaning) => (meaning === 'email' ? ('none' as const) : meaning))
  await desk.call('employerList:check', { choices: { ...choices, columns } })
  expect((await read()).plan.take).toBe(0)
})

test('a column of national numbers is none of anything else, whatever is chosen', async () => {
  desk = await openDesk(central)
  const { choices } = await desk.call('employerList:paste', { text: 'Nom;Prénom;NISS\nPeeters;Jan;85.07.30-033.28' })
  const columns = choices.columns.map((meaning) => (meaning === 'nationalNumber' ? ('phone' as const) : meaning))
  const state = await desk.call('employerList:check', { choices: { ...choices, columns } })
  expect(state.choices.columns).toEqual(['lastName', 'firstName', 'nationalNumber'])
})

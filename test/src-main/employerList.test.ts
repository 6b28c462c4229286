import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EmployerListState, ListChoices } from '../../shared/calls/employerList.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { listHead as HEAD, longestTurn, many } from '../helpers/employerList.ts'

let central: TestCentral
let desk: TestDesk
let folder: string
/** What the operator answers when he is asked which file, and where the report goes. */
let chosen: string | null
let report: string

beforeEach(async () => {
  central = await startCentral()
  folder = mkdtempSync(join(tmpdir(), 'lists-'))
  chosen = null
  report = join(folder, 'report.csv')
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  rmSync(folder, { recursive: true, force: true })
})

const readingWorker = new URL('../../src-main/employerList/reading/worker.ts', import.meta.url)
const lists = { readingWorker, askWhich: async () => chosen, askWhereReport: async () => report }

async function aDeskWith(username = 'marie.lambert'): Promise<void> {
  desk = await openDesk(central, { lists, username })
}

async function read(): Promise<EmployerListState> {
  const state = await desk.call('employerList:read', {})
  if (!state) throw new Error('no list is open')
  return state
}

async function matched(): Promise<EmployerListState> {
  await until(async () => (await read()).matching === null, 100_000)
  return read()
}

async function check(state: EmployerListState, more: Partial<ListChoices> = {}): Promise<EmployerListState> {
  await desk.call('employerList:check', { choices: { ...state.choices, ...more } })
  return matched()
}

const paste = async (text: string, more: Partial<ListChoices> = {}) =>
  check(await desk.call('employerList:paste', { text }), more)

async function fromFile(bytes: string | Uint8Array, more: Partial<ListChoices> = {}): Promise<EmployerListState> {
  chosen = join(folder, 'list.csv')
  writeFileSync(chosen, bytes)
  await desk.call('employerList:choose', {})
  return check(await read(), more)
}

const rows = async (only: 'all' | 'undecided' | 'refused' | 'twins' | 'gone' | 'changed' | 'added' = 'all') =>
  (await desk.call('employerList:lines', { only, text: '', offset: 0, limit: 500 })).rows

async function decideAll(): Promise<void> {
  await desk.call('employerList:decideAll', { verdict: 'known', decision: 'take' })
  await desk.call('employerList:decideAll', { verdict: 'new', decision: 'create' })
}

const count = async () => (await desk.call('candidate:search', { text: '', offset: 0, limit: 1 })).total
const opened = () => {
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  return open
}
const inCache = (sql: string) => opened().db.prepare(sql).pluck().get() as number

const elise = 'Van den Broeck;Élise;14/03/1988;elise.vb@exemple.be'
const jan = 'PEETERS;JAN;1-4-1990;jan.peeters@voorbeeld.be'

describe('a list of an employer', () => {
  test('is matched with the records, decided, and imported with its registrations', async () => {
    const known = await aCandidate(central)
    const sessionId = await aSession(central, { seats: 3 })
    await aDeskWith()
    const state = await paste([HEAD, elise, jan].join('\n'), { employer: 'Assurances du Midi' })
    expect(state.counts).toMatchObject({ all: 2, known: 1, new: 1, refused: 0, undecided: 2 })
    expect((await rows()).map(({ verdict, record }) => [verdict, record?.id])).toEqual([
      ['known', known],
      ['new', undefined],
    ])
    await decideAll()
    const planned = await desk.call('employerList:register', {
      registration: { sessionId, exams: ['M1'], language: 'fr', overrideReason: null },
    })
    expect(planned).toMatchObject({ free: 3, plan: { create: 1, take: 1, register: 2, undecided: 0 } })
    const done = await desk.call('employerList:import', {})
    expect(done).toMatchObject({ step: 'done', lines: 2, plan: { create: 1, take: 1, register: 2 } })
    // Of the list itself only the report is left, and what the next one is compared with.
    expect(inCache(`SELECT json_array_length(source, '$.rows') FROM employerDraft`)).toBe(0)

    const found = await desk.call('candidate:search', { text: 'peeters', offset: 0, limit: 5 })
    expect(found.rows).toMatchObject([{ lastName: 'Peeters', firstName: 'Jan', birthDate: '1990-04-01', login: null }])
    const session = await desk.call('session:read', { id: sessionId })
    expect(session.registrations.map(({ lastName }) => lastName).toSorted()).toEqual(['Peeters', 'Van den Broeck'])

    await desk.call('sync:now', {})
    expect(await desk.call('sync:read', {})).toMatchObject({ waiting: 0, refused: 0 })
    const created = await central.record(found.rows[0]?.id ?? '')
    expect(created).toMatchObject({ lastName: 'Peeters', email: 'jan.peeters@voorbeeld.be' })
    expect(created.login).toMatch(/^[A-Z]{2}\d+$/)
  })

  test('leaves out a national number, and keeps nothing of it', async () => {
    await aDeskWith()
    const state = await paste(`Nom;Prénom;NISS\nPeeters;Jan;85.07.30-033.28`)
    expect(state).toMatchObject({ nationalNumbers: [2], preview: [['Peeters', 'Jan', '']] })
    expect(JSON.stringify(opened().db.prepare('SELECT * FROM employerDraft').all())).not.toContain('033')
  })

  test('does not take over the address of an office', async () => {
    await aDeskWith()
    const text = [HEAD, 'A;Ann;;rh@exemple.be', 'B;Bob;;rh@exemple.be', 'C;Cas;;rh@exemple.be'].join('\n')
    const state = await paste(text)
    expect(state.sharedEmails).toEqual([{ email: 'rh@exemple.be', lines: 3 }])
    expect((await rows()).map(({ values, sharedEmail }) => [values?.email, sharedEmail])).toEqual(
      Array.from({ length: 3 }, () => [null, 'rh@exemple.be']),
    )
    await check(await desk.call('employerList:back', {}), { takenEmails: ['rh@exemple.be'] })
    expect((await rows()).map(({ values }) => values?.email)).toEqual(Array(3).fill('rh@exemple.be'))
  })

  test('says which lines are one person, and creates none of them twice in bulk', async () => {
    await aDeskWith()
    await paste([HEAD, jan, 'Peeters;Jan;01/04/1990;', elise].join('\n'))
    expect((await rows('twins')).map(({ line, twin }) => [line, twin])).toEqual([[3, 2]])
    await decideAll()
    expect((await rows('undecided')).map(({ line }) => line)).toEqual([3])
    expect(await desk.ask('employerList:import', {})).toMatchObject({ error: { code: 'list.undecided' } })
    expect(inCache('SELECT count(*) FROM change')).toBe(0)
  })

  test('creates somebody who resembles a record only with a reason, which central hears first', async () => {
    const known = await aCandidate(central)
    await aDeskWith()
    await paste([HEAD, elise].join('\n'))
    const bare = { line: 2, decision: { kind: 'create' as const, reason: null } }
    expect(await desk.ask('employerList:decide', bare)).toMatchObject({ error: { code: 'list.reasonMissing' } })
    const decision = { kind: 'create' as const, reason: 'Sœur jumelle, vérifié au téléphone' }
    await desk.call('employerList:decide', { line: 2, decision })
    await desk.call('employerList:import', {})
    const acts = opened().db.prepare('SELECT kind FROM change ORDER BY deskSeq').pluck().all()
    expect(acts).toEqual(['candidate.notDuplicate', 'candidate.create'])
    expect(inCache(`SELECT count(*) FROM distinction WHERE b = '${known}'`)).toBe(1)
  })

  test('survives a lock with every decision', async () => {
    await aCandidate(central)
    await aDeskWith()
    await paste([HEAD, elise, jan].join('\n'), { employer: 'Assurances du Midi' })
    await decideAll()
    await desk.desk.lock()
    await desk.call('operator:signIn', { username: 'marie.lambert', password: 'Sambre-et-Meuse-7' })
    const state = await matched()
    expect(state).toMatchObject({ step: 'check', choices: { employer: 'Assurances du Midi' }, plan: { undecided: 0 } })
    expect((await rows()).map(({ decision }) => decision?.kind)).toEqual(['take', 'create'])
  })

  test('is remembered by the words of its header', async () => {
    await aDeskWith()
    const head = 'Titulaire;Appelé;Code'
    const first = await desk.call('employerList:paste', { text: `${head}\nPeeters;Jan;12` })
    expect(first.remembered).toBe(false)
    await check(first, { columns: ['lastName', 'firstName', 'none'] })
    const second = await desk.call('employerList:paste', { text: `${head}\nMaes;An;13` })
    expect(second).toMatchObject({ remembered: true, choices: { columns: ['lastName', 'firstName', 'none'] } })
  })

  test('that has no column for the names is not read', async () => {
    await aDeskWith()
    const state = await desk.call('employerList:paste', { text: 'a;b\n1;2' })
    const choices = { ...state.choices, columns: ['none', 'none'] as const }
    expect(await desk.ask('employerList:check', { choices })).toMatchObject({ error: { code: 'list.columns' } })
  })
})

describe('the list after it', () => {
  test('says who is new, who changed and who is gone, and takes the records of the time before', async () => {
    await aDeskWith()
    const employer = 'Assurances du Midi'
    await paste([HEAD, elise, jan, 'Maes;An;2/2/1992;an@voorbeeld.be'].join('\n'), { employer })
    await decideAll()
    await desk.call('employerList:import', {})
    const next = [HEAD, elise, 'Peeters;Jan;1-4-1990;jan@nouveau.be', 'Benali;Youssef;3/3/1993;'].join('\n')
    const state = await paste(next, { employer: 'ASSURANCES DU MIDI' })
    expect(state).toMatchObject({ before: { lines: 3 }, counts: { added: 1, changed: 1, gone: 1, known: 2 } })
    expect((await rows()).map(({ change }) => change)).toMatchObject([
      { kind: 'same' },
      { kind: 'changed', fields: ['email'] },
      { kind: 'added' },
    ])
    expect((await rows('gone')).map(({ written, record }) => [written.lastName, record?.lastName])).toEqual([
      ['Maes', 'Maes'],
    ])
    await decideAll()
    expect((await read()).plan).toMatchObject({ take: 2, create: 1, undecided: 0 })
  })
})

describe('nothing is half imported', () => {
  test('when the session has not enough seats', async () => {
    const sessionId = await aSession(central, { seats: 1 })
    await aDeskWith()
    await paste([HEAD, elise, jan].join('\n'))
    await decideAll()
    const registration = { sessionId, exams: ['M1'], language: 'fr' as const, overrideReason: null }
    await desk.call('employerList:register', { registration })
    expect(await desk.ask('employerList:import', {})).toMatchObject({ error: { code: 'registration.full' } })
    expect([inCache('SELECT count(*) FROM change'), await count()]).toEqual([0, 0])
    expect(await read()).toMatchObject({ step: 'check', plan: { undecided: 0, create: 2 } })
  })

  test('more than the seats enter with a reason of the manager', async () => {
    const sessionId = await aSession(central, { seats: 1 })
    await aDeskWith('sofie.claes')
    await paste([HEAD, elise, jan].join('\n'))
    await decideAll()
    const registration = { sessionId, exams: ['M1'], language: 'fr' as const, overrideReason: 'Un PC de réserve' }
    await desk.call('employerList:register', { registration })
    await desk.call('employerList:import', {})
    expect(inCache('SELECT count(*) FROM registration')).toBe(2)
  })

  test('when the disk is full in the middle', async () => {
    await aDeskWith()
    await paste([HEAD, ...many(300)].join('\n'))
    await decideAll()
    const { db } = opened()
    const pages = Number(db.pragma('page_count', { simple: true }))
    db.pragma(`max_page_count = ${pages + 20}`)
    expect(await desk.ask('employerList:import', {})).toMatchObject({ error: { code: 'disk.full' } })
    expect([inCache('SELECT count(*) FROM candidate'), inCache('SELECT count(*) FROM change')]).toEqual([0, 0])
    db.pragma('max_page_count = 1000000')
    expect(await desk.call('employerList:import', {})).toMatchObject({ step: 'done', plan: { create: 300 } })
  })

  test('pressed twice, it is done once', async () => {
    await aDeskWith()
    await paste([HEAD, elise, jan].join('\n'))
    await decideAll()
    await Promise.all([desk.call('employerList:import', {}), desk.call('employerList:import', {})])
    expect(inCache('SELECT count(*) FROM candidate')).toBe(2)
    expect(await desk.ask('employerList:import', {})).toMatchObject({ error: { code: 'list.none' } })
  })
})

describe('a file', () => {
  test('of 5,000 lines names exactly the 37 that are wrong', async () => {
    await aDeskWith()
    const wrong: number[] = []
    const lines = many(5_000).map((line, at) => {
      if (at % 137 !== 100 && at !== 4_999) return line
      wrong.push(at + 2)
      const [last, first, born] = line.split(';')
      return [
        `${last};${first};31/02/1990;`,
        `;Sans nom;${born};`,
        `${last};${first};${born};pas une adresse`,
        `${line};une cellule de trop`,
      ][at % 4]
    })
    expect(wrong).toHaveLength(37)
    const state = await fromFile([HEAD, ...lines].join('\r\n'))
    expect(state.counts).toMatchObject({ all: 5_000, refused: 37 })
    expect((await rows('refused')).map(({ line }) => line)).toEqual(wrong)
    // Seconds alone; other tests may have the processors meanwhile.
  }, 120_000)

  test('in Latin-1 keeps its accents', async () => {
    await aDeskWith()
    await fromFile(Uint8Array.from(Buffer.from([HEAD, elise].join('\r\n'), 'latin1')))
    expect((await rows()).map(({ values }) => values?.firstName)).toEqual(['Élise'])
  })

  test.each([
    ['list.unreadable', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ['list.unreadable', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['list.empty', HEAD],
    ['list.empty', ''],
    ['list.tooLong', [HEAD, ...Array<string>(5_001).fill(elise)].join('\n')],
    ['list.tooBig', new Uint8Array(10_000_001).fill(0x61)],
  ] as const)('that cannot be taken is refused: $0', async (code, bytes) => {
    await aDeskWith()
    chosen = join(folder, 'list')
    writeFileSync(chosen, bytes)
    expect(await desk.ask('employerList:choose', {})).toMatchObject({ ok: false, error: { code } })
    expect(await desk.call('employerList:read', {})).toBeNull()
  })
})

test('the report has a row for each line, and opens in a spreadsheet', async () => {
  await aCandidate(central, { email: 'elise@ancienne.be' })
  await aDeskWith()
  await paste([HEAD, elise, jan, 'Sans date;X;31/02/1990;', '=cmd;Y;;'].join('\n'))
  await decideAll()
  await desk.call('employerList:import', {})
  expect(await desk.call('employerList:saveReport', {})).toBe(true)
  const text = readFileSync(report, 'utf8')
  expect(text.startsWith('\ufeffLigne;Nom;')).toBe(true)
  const [, first, second, third, fourth] = text.split('\r\n')
  expect(first).toMatch(
    /^2;Van den Broeck;Élise;14\/03\/1988;Fiche existante;VB\w+;;La liste diffère de la fiche\u00a0: Adresse mail$/,
  )
  expect(second).toBe('3;Peeters;Jan;1-4-1990;Fiche créée;Login après l’envoi;;')
  expect(third).toContain('Ligne refusée')
  expect(third).toContain('Date de naissance\u00a0: date non valable')
  expect(fourth).toContain("'=cmd")
})

test('500 lines are matched and imported without holding anybody up', async () => {
  const sessionId = await aSession(central, { seats: 500 })
  const here = await aCandidate(central)
  await aRegistration(central, sessionId, here)
  await aDeskWith()
  const pasted = await desk.call('employerList:paste', { text: [HEAD, ...many(499), elise].join('\n') })
  expect(await longestTurn(() => check(pasted, { employer: 'Grand employeur' }))).toBeLessThan(100)
  await decideAll()
  const registration = { sessionId, exams: ['M1'], language: 'fr' as const, overrideReason: null }
  await desk.call('employerList:register', { registration })
  await opened().sync.stop()
  expect(await longestTurn(() => desk.call('employerList:import', {}))).toBeLessThan(100)
  expect((await read()).plan).toMatchObject({ create: 499, take: 1, register: 499, registeredBefore: 1 })
  expect(inCache('SELECT count(*) FROM registration')).toBe(500)
})

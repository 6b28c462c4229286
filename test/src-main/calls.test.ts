import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../../shared/ipc.ts'
import { type CallName, callNames } from '../../shared/ipcNames.ts'
import { roles } from '../../shared/operator.ts'
import { answer } from '../../src-main/calls.ts'
import { handlers } from '../../src-main/handlers.ts'
import { aCandidate, newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'

let central: TestCentral
let desk: TestDesk
let id: string
beforeAll(async () => {
  central = await startCentral()
  id = await aCandidate(central)
  desk = await openDesk(central)
})
afterAll(async () => {
  await closeDesks()
  await stopCentrals()
})

const as = { administrator: 'marie.lambert', controller: 'koen.desmet', centreManager: 'sofie.claes' } as const
const ask = (name: unknown, args: unknown) => answer(handlers, desk.desk, name, args)
const codeOf = async (name: unknown, args: unknown) => {
  const reply = await ask(name, args)
  return reply.ok ? 'answered' : reply.error.code
}
const nobody = '01a20000-0000-7000-8000-000000000000'
const registration = {
  sessionId: nobody,
  candidateId: nobody,
  exams: ['M1'],
  language: 'fr',
  pc: null,
  overrideReason: null,
}
const typed = { lastName: 'Peeters', firstName: null, birthDate: '1990-01-01', email: null, phone: null }
/** Arguments that a call accepts; none of them changes anything that another row of the table needs. */
const sensible: Record<CallName, unknown> = {
  'desk:read': {},
  'desk:pair': { address: 'nowhere at all', code: 'X' },
  'desk:language': { language: 'fr' },
  'operator:signIn': { username: 'nobody', password: 'x' },
  'operator:lock': {},
  'candidate:search': { text: '', offset: 0, limit: 10 },
  'candidate:read': { id: '01a20000-0000-7000-8000-000000000000' },
  'candidate:edit': {
    changeId: newId(),
    id: '01a20000-0000-7000-8000-000000000000',
    patch: { firstName: 'A' },
    base: {},
  },
  'candidate:sendCodes': { changeId: newId(), id: nobody },
  'candidate:sessions': { id: nobody },
  'candidate:mails': { id: nobody },
  'candidate:similar': { id: nobody },
  'candidate:look': { person: typed },
  'candidate:lookUp': { person: typed },
  'candidate:create': { changeId: newId(), id: newId(), values: { ...typed, firstName: 'A', language: 'fr' } },
  'candidate:replaceEmail': {
    changeId: newId(),
    id: nobody,
    email: 'a@exemple.be',
    proof: { identitySeen: true, lastName: 'Peeters', firstName: null, birthDate: '1990-01-01', reason: 'x' },
  },
  'candidate:asked': { changeIds: [nobody] },
  'candidate:notDuplicate': { changeId: newId(), id: newId(), a: nobody, b: newId(), reason: 'x' },
  'hold:list': {},
  'hold:read': { id: nobody },
  'hold:resolve': {
    changeId: newId(),
    id: nobody,
    decision: { decision: 'different', with: null, takeEmail: false, reason: 'x' },
  },
  'pair:list': { offset: 0, limit: 10 },
  'merge:list': {},
  'merge:request': { changeId: newId(), id: newId(), a: nobody, b: newId(), reason: 'x' },
  'merge:withdraw': { changeId: newId(), id: nobody },
  'advice:read': { sessionId: nobody },
  'advice:give': { changeId: newId(), id: newId(), sessionId: nobody, way: 'spoken' },
  'contact:list': { candidateId: nobody },
  'contact:record': {
    changeId: newId(),
    id: newId(),
    candidateId: nobody,
    problem: 'codes',
    outcome: 'explained',
    note: null,
  },
  'correction:list': {},
  'correction:decide': {
    changeId: newId(),
    id: nobody,
    decision: { status: 'refused', answer: 'x' },
    proof: { seen: {} },
  },
  'employerList:read': {},
  'employerList:choose': {},
  'employerList:paste': { text: 'Nom;Prénom' },
  'employerList:check': {
    choices: { columns: ['lastName', 'firstName'], employer: '', language: 'fr', takenEmails: [] },
  },
  'employerList:back': {},
  'employerList:lines': { only: 'all', text: '', offset: 0, limit: 10 },
  'employerList:similar': { line: 2 },
  'employerList:decide': { line: 2, decision: null },
  'employerList:decideAll': { verdict: 'new', decision: 'create' },
  'employerList:register': { registration: null },
  'employerList:import': {},
  'employerList:saveReport': {},
  'employerList:end': {},
  'printBatch:choices': { sessionId: null, releasedSince: null, onlyUnprinted: true, order: 'name' },
  'printBatch:read': {},
  'printBatch:start': { id: newId(), documentIds: [nobody] },
  'printBatch:printSheet': { position: 300, printer: 'x' },
  'printBatch:settle': { position: 300, cameOut: false },
  'printBatch:end': {},
  'today:read': {},
  'centre:read': {},
  'session:list': { from: '2026-01-01', to: '2026-12-31' },
  'session:read': { id: nobody },
  'session:create': {
    changeId: newId(),
    id: newId(),
    values: {
      date: '2099-01-01',
      startTime: '09:00',
      endTime: '11:00',
      locationId: nobody,
      room: null,
      mode: 'room',
      exams: ['M1'],
      seats: 10,
      controllers: [],
      note: null,
    },
  },
  'session:edit': { changeId: newId(), id: nobody, patch: { seats: 1 }, base: {} },
  'session:cancel': { changeId: newId(), id: nobody, reason: 'x' },
  'registration:check': { sessionId: nobody, candidateId: nobody, exams: [] },
  'registration:create': { changeId: newId(), id: newId(), values: registration },
  'registration:edit': { changeId: newId(), id: nobody, patch: { pc: 1 } },
  'registration:move': { moves: [{ changeId: newId(), id: nobody }], sessionId: nobody, overrideReason: null },
  'registration:cancel': { changeId: newId(), id: nobody, reason: 'x' },
  'checkIn:sessions': {},
  'checkIn:list': { sessionId: nobody },
  'checkIn:record': { changeId: newId(), id: newId(), registrationId: nobody, mark: 'present', identity: 'matches' },
  'checkIn:undo': { changeId: newId(), id: nobody, reason: 'x' },
  'checkIn:elsewhere': { sessionId: nobody, text: 'x' },
  'checkIn:scan': { sessionId: nobody, code: 'x' },
  'checkIn:walkIn': {
    changeId: newId(),
    registrationId: newId(),
    markChangeId: newId(),
    markId: newId(),
    values: registration,
    identity: 'matches',
  },
  'checkIn:close': { changeId: newId(), sessionId: nobody },
  'attestation:list': { state: 'all', text: '', offset: 0, limit: 10 },
  'attestation:forCandidate': { candidateId: nobody },
  'attendance:issue': { changeId: newId(), id: newId(), registrationId: nobody },
  'document:preview': { kind: 'signList', id: nobody },
  'document:printers': {},
  'document:print': { changeId: newId(), job: 'none', printer: 'none', copies: 1 },
  'document:save': { changeId: newId(), job: 'none' },
  'document:close': { job: 'none' },
  'draft:list': {},
  'draft:write': { key: 'a', body: null },
  'preference:read': {},
  'preference:write': { key: 'a', value: '1' },
  'sync:read': {},
  'sync:now': {},
  'change:close': { id: newId() },
  'change:retry': { id: newId(), changeId: newId() },
  'change:list': { only: 'all', offset: 0, limit: 10 },
  'history:read': { candidateId: nobody, sessionId: null },
}

describe('every call × every role', () => {
  for (const role of [...roles, 'nobody'] as const) {
    test(`${role} is answered where the table allows it, and refused everywhere else`, async () => {
      for (const name of callNames) {
        await desk.call('operator:lock', {})
        if (role !== 'nobody') await desk.call('operator:signIn', { username: as[role], password })
        const { audience } = calls[name]
        const may =
          audience === 'anyone' ||
          (role !== 'nobody' && (audience === 'signedIn' || (audience as readonly string[]).includes(role)))
        const code = await codeOf(name, sensible[name])
        expect(code === 'call.forbidden', `${name} as ${role}: ${code}`).toBe(!may)
      }
    })
  }

  test('a controller reads and edits no candidate of the centre here', async () => {
    await desk.call('operator:signIn', { username: 'koen.desmet', password })
    expect(await codeOf('candidate:read', { id })).toBe('call.forbidden')
    expect(await codeOf('candidate:edit', sensible['candidate:edit'])).toBe('call.forbidden')
    expect(await codeOf('candidate:similar', { id })).toBe('call.forbidden')
  })

  test('who is whom is for the office: a controller neither looks people up nor decides about them', async () => {
    await desk.call('operator:signIn', { username: 'koen.desmet', password })
    for (const name of [
      'candidate:look',
      'candidate:lookUp',
      'candidate:create',
      'candidate:replaceEmail',
      'candidate:sendCodes',
      'candidate:asked',
      'candidate:notDuplicate',
      'hold:list',
      'hold:resolve',
      'merge:request',
      'merge:withdraw',
      'advice:read',
      'advice:give',
      'contact:list',
      'contact:record',
      'correction:list',
      'correction:decide',
    ] as const) {
      expect(await codeOf(name, sensible[name]), name).toBe('call.forbidden')
    }
  })
})

describe('what a hostile page could send', () => {
  beforeAll(() => desk.call('operator:signIn', { username: 'marie.lambert', password }))

  test.each([
    ['an unknown call', 'cache:read', {}, 'call.invalid'],
    ['a call that is a property of every object', '__proto__', {}, 'call.invalid'],
    ['no name', undefined, {}, 'call.invalid'],
    ['no arguments', 'candidate:read', undefined, 'input.invalid'],
    ['a wrong type', 'candidate:read', { id: 7 }, 'input.invalid'],
    ['an extra key', 'candidate:search', { text: '', offset: 0, limit: 10, sql: '1' }, 'input.invalid'],
    ['a page of a million', 'candidate:search', { text: '', offset: 0, limit: 1_000_000 }, 'input.invalid'],
    [
      'a field that nobody edits',
      'candidate:edit',
      { changeId: newId(), id: newId(), patch: { login: 'AA1' }, base: {} },
      'input.invalid',
    ],
    ['fifty megabytes', 'candidate:search', { text: 'x'.repeat(50_000_000), offset: 0, limit: 10 }, 'input.invalid'],
  ])('%s is refused', async (_what, name, args, code) => {
    expect(await codeOf(name, args)).toBe(code)
  })

  test('operators of SQL in a search are letters', async () => {
    for (const text of ["' OR 1=1 --", '%', '_', '"; DROP TABLE candidate', '\\', 'NEAR(x)']) {
      expect((await desk.call('candidate:search', { text, offset: 0, limit: 10 })).total, text).toBe(0)
    }
    expect((await desk.call('candidate:search', { text: 'BROECK van elise', offset: 0, limit: 10 })).total).toBe(1)
  })

  test('nothing at all is saved of an edit that is refused', async () => {
    const before = await desk.call('sync:read', {})
    const reply = await desk.ask('candidate:edit', {
      changeId: newId(),
      id,
      patch: { email: 'no at sign', lastName: 'Good' },
      base: {},
    })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'input.invalid', fields: [{ field: 'patch.email', code: 'email.invalid' }] },
    })
    expect((await desk.call('candidate:read', { id })).candidate.lastName).toBe('Van den Broeck')
    expect((await desk.call('sync:read', {})).waiting).toBe(before.waiting)
  })
})

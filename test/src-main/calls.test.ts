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
  'sync:read': {},
  'sync:now': {},
  'change:close': { id: newId() },
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

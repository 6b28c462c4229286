import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RegistrationWarning, SessionRecord } from '../../shared/calls/session.ts'
import { canConfirm, createRegister, pcOf } from '../../src-renderer/sessions/registerStore.ts'
import { row } from './helpers.ts'
import { openSessionsDesk, somebody, someRecord } from './sessionHelpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function openRegister() {
  const desk = openSessionsDesk()
  const accepted: SessionRecord[] = []
  const register = createRegister(desk.desk, desk.newId, (record) => accepted.push(record))
  return { ...desk, register, accepted }
}
const full = (mayOverride: boolean): RegistrationWarning => ({ kind: 'full', seats: 12, mayOverride })

async function choose(session = someRecord({ exams: ['IC1'] }), warnings: readonly RegistrationWarning[] = []) {
  const desk = openRegister()
  desk.register.choose(row('Peeters'), session)
  await desk.last().answer(warnings)
  return desk
}

describe('looking for somebody', () => {
  test('asks once a pause, and only the last answer counts', async () => {
    const { register, asked, named } = openRegister()
    register.type('cl')
    vi.advanceTimersByTime(200)
    for (const text of ['m', 'ma', 'mae']) register.type(text)
    vi.advanceTimersByTime(200)
    expect(named('candidate:search').map(({ args }) => args['text'])).toEqual(['cl', 'mae'])
    await asked[1]?.answer({ rows: [row('Maes')], total: 1 })
    await asked[0]?.answer({ rows: [row('Claes')], total: 1 })
    expect(register.getState()).toMatchObject({ answered: 'mae', found: [{ lastName: 'Maes' }] })
  })

  test('an empty field finds nobody, and drops what was on the way', async () => {
    const { register, last } = openRegister()
    register.type('maes')
    vi.advanceTimersByTime(200)
    register.type(' ')
    await last().answer({ rows: [row('Maes')], total: 1 })
    expect(register.getState()).toMatchObject({ answered: null, found: [] })
  })
})

describe('the person chosen', () => {
  test('gets the only exam, his language and the next free PC', async () => {
    const taken = [somebody({ id: 'r1', pc: 1 }), somebody({ id: 'r2', pc: 2, status: 'cancelled' })]
    const { register } = await choose(someRecord({ exams: ['IC1'] }, taken))
    expect(register.getState().choice).toMatchObject({ exams: ['IC1'], language: 'nl', pc: '2' })
  })

  test('chooses himself among several exams, and each choice is weighed anew', async () => {
    const { register, asked, named } = await choose(someRecord())
    expect(register.getState().choice?.exams).toEqual([])
    expect(canConfirm(register.getState())).toBe(false)
    register.set({ exams: ['IC1'] })
    register.set({ exams: ['IC1', 'IC2'] })
    expect(named('registration:check')).toHaveLength(3)
    await asked[2]?.answer([{ kind: 'past' }])
    await asked[1]?.answer([])
    expect(register.getState().warnings).toEqual([{ kind: 'past' }])
  })
})

describe('what stands against it', () => {
  test('forbids nothing but a second registration', async () => {
    const { register } = await choose(undefined, [{ kind: 'past' }, { kind: 'incomplete', fields: ['email'] }])
    expect(canConfirm(register.getState())).toBe(true)
    expect(canConfirm({ ...register.getState(), warnings: [{ kind: 'already' }] })).toBe(false)
  })

  test('is awaited before anything is written', async () => {
    const { register, asked } = openRegister()
    register.choose(row('Peeters'), someRecord({ exams: ['IC1'] }))
    expect(await register.confirm()).toBe(false)
    expect(asked.map(({ name }) => name)).toEqual(['registration:check'])
  })

  test('a full session takes one more from a manager with a reason, and from nobody else', async () => {
    const { register, last } = await choose(undefined, [full(true)])
    expect(canConfirm({ ...register.getState(), warnings: [full(false)] })).toBe(false)
    expect(canConfirm(register.getState())).toBe(false)
    register.set({ reason: 'PC portable ajouté' })
    void register.confirm()
    expect(last().args).toMatchObject({ values: { overrideReason: 'PC portable ajouté' } })
  })
})

describe('registering', () => {
  test('writes what was chosen and is ready for the next one', async () => {
    const { register, last, accepted } = await choose()
    register.set({ pc: '7', language: 'fr' })
    const done = register.confirm()
    expect(last()).toMatchObject({
      name: 'registration:create',
      args: {
        changeId: 'id 1',
        id: 'id 2',
        values: { candidateId: 'id of Peeters', exams: ['IC1'], language: 'fr', pc: 7, overrideReason: null },
      },
    })
    await last().answer(someRecord({ room: 'written' }))
    expect(await done).toBe(true)
    expect(accepted[0]?.session.room).toBe('written')
    expect(register.getState()).toMatchObject({ choice: null, text: '', saving: false, done: { lastName: 'Peeters' } })
  })

  test('pressed again after a failure is the same act, and what stands against it is asked again', async () => {
    const { register, last, named } = await choose()
    const first = register.confirm()
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(register.getState()).toMatchObject({ error: { code: 'disk.full' }, choice: { pc: '1' } })
    expect(last().name).toBe('registration:check')
    await last().answer([])
    void register.confirm()
    expect(named('registration:create').map(({ args }) => args['id'])).toEqual(['id 2', 'id 2'])
  })

  test('given up while it is written says nothing afterwards', async () => {
    const { register, last } = await choose()
    const done = register.confirm()
    register.reset()
    await last().answer(someRecord())
    await done
    expect(register.getState()).toMatchObject({ choice: null, done: null, saving: false })
  })
})

test('a PC is a number, none, or wrong', () => {
  expect(['7', ' 12 ', '', '0', '1000', 'a'].map(pcOf)).toEqual([7, 12, null, undefined, undefined, undefined])
})

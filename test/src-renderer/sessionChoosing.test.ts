import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import { emptyForm } from '../../src-renderer/sessions/form.ts'
import { createSessions } from '../../src-renderer/sessions/store.ts'
import { openSessionsDesk, someRecord, someSession } from './sessionHelpers.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const jan: Candidate = {
  id: 'jan',
  login: 'PJ12345678',
  lastName: 'Peeters',
  firstName: 'Jan',
  language: 'nl',
  email: null,
  birthDate: null,
  phone: null,
  version: 1,
  fieldVersions: {},
}

function openScreen() {
  const desk = openSessionsDesk()
  const sessions = createSessions(desk)
  const answer = async (name: string, value: unknown) => desk.named(name).at(-1)?.answer(value)
  return { ...desk, sessions, answer, chosen: () => sessions.register.getState().choice?.candidate.id }
}

async function chooseForJan() {
  const screen = openScreen()
  screen.sessions.chooseFor('jan', null)
  await screen.answer('candidate:read', { candidate: jan })
  return screen
}

describe('somebody who comes to be registered', () => {
  test('waits for a session: the one that was open is no answer', async () => {
    const { sessions, chosen, answer } = openScreen()
    sessions.open.open('a')
    await answer('session:read', someRecord({ id: 'a' }))
    sessions.chooseFor('jan', null)
    await answer('candidate:read', { candidate: jan })
    expect(sessions.open.getState().id).toBeNull()
    expect(sessions.choosing.getState().person?.lastName).toBe('Peeters')
    expect(chosen()).toBeUndefined()
  })

  test('stands before every session that is opened, until one is taken', async () => {
    const { sessions, chosen, answer, named } = await chooseForJan()
    sessions.open.open('a')
    await answer('session:read', someRecord({ id: 'a', exams: ['IC1'] }))
    expect(chosen()).toBe('jan')
    sessions.open.open('b')
    expect(chosen()).toBeUndefined()
    await answer('session:read', someRecord({ id: 'b', exams: ['IC1'] }))
    expect(chosen()).toBe('jan')
    expect(named('registration:check').at(-1)?.args).toMatchObject({ sessionId: 'b', candidateId: 'jan' })

    await answer('registration:check', [])
    const done = sessions.register.confirm()
    await answer('registration:create', someRecord({ id: 'b' }))
    expect(await done).toBe(true)
    expect(sessions.choosing.getState().person).toBeNull()
    sessions.open.open('a')
    await answer('session:read', someRecord({ id: 'a' }))
    expect(chosen()).toBeUndefined()
  })

  test('is not pushed on again when the open session merely changes', async () => {
    const { sessions, chosen, answer } = await chooseForJan()
    sessions.open.open('a')
    await answer('session:read', someRecord({ id: 'a' }))
    sessions.register.giveUp()
    sessions.open.refresh()
    await answer('session:read', someRecord({ id: 'a', room: 'B' }))
    expect(chosen()).toBeUndefined()
  })

  test('is not placed in a session that is over', async () => {
    const { sessions, chosen, answer } = await chooseForJan()
    sessions.open.open('a')
    await answer('session:read', someRecord({ id: 'a', status: 'cancelled' }))
    expect(chosen()).toBeUndefined()
    expect(sessions.choosing.getState().person).not.toBeNull()
  })

  test('stands in a session that is asked for with him, whichever is read first', async () => {
    const { sessions, chosen, answer } = openScreen()
    sessions.chooseFor('jan', 'a')
    await answer('session:read', someRecord({ id: 'a' }))
    expect(chosen()).toBeUndefined()
    await answer('candidate:read', { candidate: jan })
    expect(chosen()).toBe('jan')
  })

  test('is given up with his form, and an answer that comes late brings him back to nobody', async () => {
    const { sessions, chosen, answer } = openScreen()
    sessions.chooseFor('jan', 'a')
    await answer('session:read', someRecord({ id: 'a' }))
    sessions.stopRegistering()
    await answer('candidate:read', { candidate: jan })
    expect(chosen()).toBeUndefined()
    expect(sessions.choosing.getState()).toMatchObject({ candidateId: null, person: null })
  })

  test('is said to be unknown when his record is gone', async () => {
    const { sessions, named } = openScreen()
    sessions.chooseFor('jan', null)
    await named('candidate:read').at(-1)?.refuse('candidate.unknown')
    expect(sessions.choosing.getState().error?.code).toBe('candidate.unknown')
  })
})

describe('what was left in a form', () => {
  const at = '2026-11-21T10:00:00.000Z'
  const typed = { ...emptyForm, room: 'Salle C' }
  const correction = { key: 'session:a', body: '{}', at }
  const creation = { key: 'session:new', body: JSON.stringify({ typed, start: emptyForm, copy: true }), at }

  function enter(screen = openScreen()) {
    vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined })
    return { ...screen, leave: screen.sessions.follow() }
  }

  test('opens its session again', async () => {
    const { sessions, answer } = enter()
    await answer('draft:list', [creation, { key: 'candidate:x', body: '{}', at }, correction])
    expect(sessions.open.getState()).toMatchObject({ id: 'a', fresh: null })
  })

  test('begins the new session again, with what it began with', async () => {
    const { sessions, answer } = enter()
    await answer('draft:list', [correction, creation])
    expect(sessions.open.getState()).toMatchObject({ id: null, fresh: { values: emptyForm, copy: true } })
  })

  test('waits where somebody came for something else', async () => {
    const screen = openScreen()
    screen.sessions.chooseFor('jan', null)
    const { sessions, answer } = enter(screen)
    await answer('draft:list', [correction])
    expect(sessions.open.getState().id).toBeNull()
    expect(sessions.drafts.getState().found?.has('session:a')).toBe(true)
  })

  test('goes with a session that is gone', async () => {
    const { sessions, answer, named } = enter()
    await answer('draft:list', [correction])
    await named('session:read').at(-1)?.refuse('session.unknown')
    expect(sessions.drafts.getState().found?.size).toBe(0)
    expect(named('draft:write').map(({ args }) => args)).toEqual([{ key: 'session:a', body: null }])
  })

  test('is written when the screen is left', async () => {
    const { sessions, answer, named, leave } = enter()
    await answer('draft:list', [])
    sessions.drafts.keep(`session:${someSession().id}`, { typed })
    leave()
    expect(named('draft:write')).toHaveLength(1)
  })
})

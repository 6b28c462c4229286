import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Candidate } from '../../shared/candidate.ts'
import { draftKey, draftOf as draftIn, recordOfDraft, restore } from '../../src-renderer/candidates/draft.ts'
import { baseOf, shown } from '../../src-renderer/candidates/form.ts'
import * as session from '../../src-renderer/sessions/draft.ts'
import { baseOf as sessionBase, emptyForm, shown as shownSession, valuesOf } from '../../src-renderer/sessions/form.ts'
import { createDrafts, readOnce } from '../../src-renderer/ui/drafts.ts'
import { openBridge } from './helpers.ts'
import { someSession } from './sessionHelpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const key = 'candidate:a'
const at = '2026-11-21T10:00:00.000Z'
function openDrafts() {
  const bridge = openBridge()
  const drafts = createDrafts(bridge.desk)
  const writes = () => bridge.asked.filter(({ name }) => name === 'draft:write').map(({ args }) => args)
  return { ...bridge, drafts, writes }
}

describe('what is typed', () => {
  test('is written once a pause, as it is then', () => {
    const { drafts, writes } = openDrafts()
    for (const phone of ['0', '04', '047']) drafts.keep(key, { phone })
    vi.advanceTimersByTime(399)
    expect(writes()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(writes()).toEqual([{ key, body: '{"phone":"047"}' }])
  })

  test('is not written again when it is the same', () => {
    const { drafts, writes } = openDrafts()
    drafts.keep(key, { phone: '0' })
    vi.advanceTimersByTime(400)
    drafts.keep(key, { phone: '0' })
    vi.advanceTimersByTime(400)
    expect(writes()).toHaveLength(1)
  })

  test('is written at once before a lock', () => {
    const { drafts, writes } = openDrafts()
    drafts.keep(key, { phone: '0' })
    drafts.flush()
    expect(writes()).toEqual([{ key, body: '{"phone":"0"}' }])
    vi.advanceTimersByTime(1000)
    expect(writes()).toHaveLength(1)
  })

  test('and saved before its pause leaves no trace', () => {
    const { drafts, writes } = openDrafts()
    drafts.keep(key, { phone: '0' })
    drafts.forget(key)
    vi.advanceTimersByTime(1000)
    expect(writes()).toEqual([])
  })

  test('is forgotten when it was saved', () => {
    const { drafts, writes } = openDrafts()
    drafts.keep(key, { phone: '0' })
    drafts.flush()
    drafts.forget(key)
    drafts.forget(key)
    expect(writes().slice(1)).toEqual([{ key, body: null }])
  })
})

describe('what was left behind', () => {
  test('is found, until it is dealt with', async () => {
    const { drafts, last, writes } = openDrafts()
    void drafts.read()
    await last().answer([{ key, body: '{}', at }])
    expect(drafts.getState().found?.get(key)?.at).toBe(at)
    drafts.forget(key)
    expect(drafts.getState().found?.size).toBe(0)
    expect(writes()).toEqual([{ key, body: null }])
  })

  test('is handed over once a sign-in: what was typed last, of what the screen can open', async () => {
    const { drafts, asked, last } = openDrafts()
    const mine = (draft: { readonly key: string }) => draft.key.startsWith('candidate:')
    const first = readOnce(drafts, mine)
    await last().answer(['candidate:a', 'candidate:b', 'session:new'].map((key) => ({ key, body: '{}', at })))
    expect((await first)?.key).toBe('candidate:b')
    expect(await readOnce(drafts, mine)).toBeUndefined()
    expect(asked).toHaveLength(1)
  })

  test('is nothing when it cannot be read, and the screen goes on', async () => {
    const { drafts, last } = openDrafts()
    void drafts.read()
    await last().refuse('call.failed')
    expect(drafts.getState().found?.size).toBe(0)
  })
})

const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  id: '01900000-0000-7000-8000-000000000001',
  login: 'PJ12345678',
  lastName: 'Peeters',
  firstName: 'Jan',
  language: 'nl',
  email: 'jan@exemple.be',
  birthDate: '1998-03-21',
  phone: null,
  version: 4,
  fieldVersions: { phone: 2 },
  ...more,
})
const today = '2026-11-21'
const draftOf = (typed: object) => ({
  key: draftKey(candidate().id),
  body: JSON.stringify({ typed: { ...shown(candidate()), ...typed }, base: baseOf(candidate()) }),
  at,
})

describe('the draft of a record', () => {
  test('names the record, and no other screen’s draft does', () => {
    expect(recordOfDraft(draftOf({}))).toBe(candidate().id)
    expect(recordOfDraft({ ...draftOf({}), key: 'session:new' })).toBeUndefined()
  })

  test('stands over the record as it is now, with the version that was seen', () => {
    const now = candidate({ firstName: 'Johan', phone: '02 1', fieldVersions: { phone: 3, firstName: 1 } })
    const restored = restore(draftOf({ phone: '0471' }), now, today)
    expect(restored?.typed).toMatchObject({ phone: '0471', firstName: 'Johan' })
    expect(restored?.base).toMatchObject({ values: { phone: null }, versions: { phone: 2, firstName: 1 } })
  })

  test('is found in the record that its own has become, and says which it was', () => {
    const now = candidate({ id: '01900000-0000-7000-8000-000000000002', phone: '02 1', fieldVersions: { phone: 2 } })
    const draft = draftOf({ phone: '0471' })
    const found = new Map([[draft.key, draft]])
    expect(draftIn({ candidate: now, formerly: [] }, found)).toBeUndefined()
    expect(draftIn({ candidate: now, formerly: [candidate().id] }, found)).toBe(draft)
    const restored = restore(draft, now, today)
    expect(restored).toMatchObject({ typed: { phone: '0471' }, was: { lastName: 'Peeters', firstName: 'Jan' } })
    expect(restored?.base.versions.phone).toBe(-1)
  })

  test.each(['', 'null', '{}', '{"typed":{},"base":{}}', '{"typed":{"phone":1},"base":{"values":{},"versions":{}}}'])(
    'of another program is none: %s',
    (body) => expect(restore({ ...draftOf({}), body }, candidate(), today)).toBeUndefined(),
  )
})

const sessionDraft = (typed: object) => ({
  key: session.draftKey(someSession().id),
  body: JSON.stringify({
    typed: { ...shownSession(valuesOf(someSession())), ...typed },
    base: sessionBase(someSession()),
  }),
  at,
})

describe('the draft of a session', () => {
  test('names the session, and no other screen’s draft is of the sessions', () => {
    expect(session.isOurs(sessionDraft({}))).toBe(true)
    expect(session.sessionOfDraft(sessionDraft({}))).toBe(someSession().id)
    expect(session.isOurs({ ...sessionDraft({}), key })).toBe(false)
  })

  test('stands over the session as it is now, with the version that was seen', () => {
    const now = someSession({ room: 'Salle B', seats: 20, fieldVersions: { room: 2, seats: 5 } })
    const restored = session.restore(sessionDraft({ room: 'Salle C', exams: ['IC2'] }), now, today)
    expect(restored?.typed).toMatchObject({ room: 'Salle C', exams: ['IC2'], seats: '20' })
    expect(restored?.base).toMatchObject({ values: { room: 'Salle A' }, versions: { room: 0, seats: 5 } })
  })

  test.each(['', '[]', '{"typed":{},"base":{}}'])('of another program is none: %s', (body) =>
    expect(session.restore({ ...sessionDraft({}), body }, someSession(), today)).toBeUndefined(),
  )

  test('with a text where a list belongs is none', () =>
    expect(session.restore(sessionDraft({ exams: 'IC1' }), someSession(), today)).toBeUndefined())
})

describe('the draft of a new session', () => {
  const draft = (content: object) => ({ key: session.newKey, body: JSON.stringify(content), at })
  const typed = { ...emptyForm, room: 'Salle C', exams: ['IC1'] }

  test('stands as it was typed, with what it began with', () => {
    const content = { typed, start: emptyForm, copy: true }
    expect(session.restoreNew(draft(content))).toEqual(content)
  })

  test.each([{}, { typed }, { typed: { ...typed, seats: 12 }, start: emptyForm }, { typed, start: {} }])(
    'of another program is none: %j',
    (content) => expect(session.restoreNew(draft(content))).toBeUndefined(),
  )
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DoorRow } from '../../shared/calls/checkIn.ts'
import { createCheckIn } from '../../src-renderer/checkIn/store.ts'
import { checkIn, doorList, person } from './checkInWorld.ts'
import { openBridge } from './helpers.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const people = [person('Amrani', 'Yasmina', 'present'), person('Claes', 'Pieter'), person('Delvaux', 'Anne')]

/** A door that stands open on these people. */
async function openDoor(rows: readonly DoorRow[] = people, more = {}) {
  const bridge = openBridge()
  let ids = 0
  let clock = 1_000_000
  const stores = createCheckIn(
    bridge.desk,
    () => `id ${(ids += 1)}`,
    () => clock,
  )
  stores.open('session')
  await bridge.last().answer(doorList(rows, more))
  return {
    ...bridge,
    ...stores,
    later: (milliseconds = 1000) => {
      clock += milliseconds
    },
    calls: (name: string) => bridge.asked.filter((call) => call.name === name),
    under: () => {
      const { items, cursor } = stores.acts.shown()
      return items[cursor]?.key
    },
  }
}

describe('which session', () => {
  test('the only one of today is opened at once, several wait for a choice', async () => {
    for (const [ids, opened] of [
      [['session'], 'session'],
      [['session', 'other'], null],
    ] as const) {
      const bridge = openBridge()
      const stores = createCheckIn(
        bridge.desk,
        () => 'id',
        () => 0,
      )
      const stop = stores.follow()
      const sessions = ids.map((id) => ({ ...doorList([]), session: { ...doorList([]).session, id } }))
      await bridge.asked[0]?.answer(sessions)
      expect(stores.door.getState().sessionId).toBe(opened)
      stop()
    }
  })

  test('an answer about the session of before is dropped', async () => {
    const { open, asked, door } = await openDoor()
    void door.refresh()
    const early = asked.at(-1)
    open('other')
    await early?.answer(doorList(people))
    expect(door.getState().list).toBeNull()
  })
})

describe('a mark', () => {
  test('empties the search and goes to the next person before the answer comes', async () => {
    const { acts, view, under, last } = await openDoor()
    acts.search('claes')
    acts.enter()
    expect(last()).toMatchObject({ name: 'checkIn:record', args: { registrationId: 'Claes', mark: 'present' } })
    expect(last().args).toMatchObject({ at: null, identity: 'matches', refusal: null })
    expect(view.getState().text).toBe('')
    expect(under()).toBe('Delvaux')
  })

  test('is shown when it is written here, with what was done', async () => {
    const { acts, door, last } = await openDoor()
    acts.enter()
    expect(door.getState().done).toBeNull()
    await last().answer(doorList([person('Claes', 'Pieter', 'present')]))
    expect(door.getState().done).toMatchObject({ kind: 'present', registrationId: 'Claes' })
    expect(door.getState().list?.rows[0]?.mark).toBe('present')
  })

  test('that fails keeps its ids, so that pressing again is the same act', async () => {
    const { acts, later, calls } = await openDoor()
    const ids = () => calls('checkIn:record').map(({ args }) => [args['changeId'], args['id']])
    acts.enter()
    await calls('checkIn:record')[0]?.refuse('disk.full')
    later()
    acts.enter()
    expect(ids()[1]).toEqual(ids()[0])
    await calls('checkIn:record')[1]?.answer(doorList(people))
    later()
    acts.enter()
    expect(ids()[2]).not.toEqual(ids()[0])
  })

  test('that is refused says whom it was about, and the cursor goes back to him', async () => {
    const { acts, door, under, last, calls } = await openDoor()
    acts.enter()
    expect(under()).toBe('Delvaux')
    await calls('checkIn:record').at(-1)?.refuse('checkIn.oneself')
    expect(door.getState().failure).toMatchObject({ error: { code: 'checkIn.oneself' }, registrationId: 'Claes' })
    expect(under()).toBe('Claes')
    expect(last().name).toBe('checkIn:list')
  })

  test('a second Enter at once marks nobody: a scanner may end a line twice', async () => {
    const { acts, calls, later } = await openDoor()
    acts.enter()
    later(100)
    acts.enter()
    expect(calls('checkIn:record')).toHaveLength(1)
    later()
    acts.enter()
    expect(calls('checkIn:record').map(({ args }) => args['registrationId'])).toEqual(['Claes', 'Delvaux'])
  })

  test('of somebody who has one is explained and not sent', async () => {
    const { acts, view, calls } = await openDoor()
    acts.search('amrani')
    acts.enter()
    expect(calls('checkIn:record')).toEqual([])
    expect(view.getState()).toMatchObject({ text: '', chosen: 'Amrani', hint: { kind: 'already' } })
  })

  test('is not possible on a list that is closed', async () => {
    const { acts, calls } = await openDoor(people, { open: false })
    acts.enter()
    acts.letter('absent')
    acts.undo()
    expect(calls('checkIn:record')).toEqual([])
    expect(acts.asking.getState().asking).toBeNull()
  })

  test('says what was said of the identity, for this person only', async () => {
    const { acts, view, later, last } = await openDoor()
    acts.letter('identity')
    acts.enter()
    expect(last().args['identity']).toBe('differs')
    expect(view.getState().identity).toBe('matches')
    later()
    acts.letter('identity')
    acts.letter('absent')
    expect(last().args).toMatchObject({ mark: 'absent', identity: 'notSeen' })
  })

  test('from a paper list has the hour of the paper, in Belgian time', async () => {
    const { acts, view, later, last } = await openDoor()
    view.setHour('08:45')
    acts.letter('late')
    expect(last().args).toMatchObject({ mark: 'late', at: '2026-11-21T07:45:00.000Z' })
    later()
    view.setHour(null)
    acts.enter()
    expect(last().args['at']).toBeNull()
  })

  test('"left early" needs somebody who came in', async () => {
    const { acts, view, last, calls } = await openDoor()
    acts.letter('leftEarly')
    expect(calls('checkIn:record')).toEqual([])
    expect(view.getState().hint?.kind).toBe('notIn')
    acts.search('amrani')
    acts.letter('leftEarly')
    expect(last().args).toMatchObject({ registrationId: 'Amrani', mark: 'leftEarly', identity: 'matches' })
  })

  test('an older answer never takes a newer mark away', async () => {
    const { acts, door, asked } = await openDoor()
    void door.refresh()
    const old = asked.at(-1)
    acts.enter()
    await asked.at(-1)?.answer(doorList([person('Claes', 'Pieter', 'present')]))
    await old?.answer(doorList(people))
    expect(door.getState().list?.rows).toHaveLength(1)
  })
})

describe('an undo', () => {
  test('asks for the last mark made here, and for the row that was chosen', async () => {
    const { acts, view, last, later } = await openDoor()
    acts.undo()
    expect(acts.asking.getState().asking).toBeNull()
    acts.enter()
    const id = String(last().args['id'])
    const marked = { ...person('Claes', 'Pieter', 'present'), arrival: checkIn('present', id) }
    await last().answer(doorList([person('Amrani', 'Yasmina', 'present'), marked]))
    acts.undo()
    expect(acts.asking.getState().asking).toMatchObject({ kind: 'undo', mark: { id } })
    later()
    view.choose('Amrani')
    acts.undo()
    expect(acts.asking.getState().asking).toMatchObject({ kind: 'undo', mark: { id: 'arrival of Amrani' } })
  })

  test('is sent with its reason', async () => {
    const { door, last } = await openDoor()
    void door.undo('Amrani', 'arrival of Amrani', 'Mauvaise personne')
    expect(last()).toMatchObject({
      name: 'checkIn:undo',
      args: { id: 'arrival of Amrani', reason: 'Mauvaise personne' },
    })
  })
})

describe('somebody who is not on the list', () => {
  const stranger = {
    candidateId: 'stranger',
    lastName: 'Dubois',
    firstName: 'Émilie',
    birthDate: null,
    language: 'fr',
    registered: null,
  }

  test('is looked for after a pause, only when nobody on the list fits', async () => {
    const { acts, calls } = await openDoor()
    acts.search('claes')
    vi.advanceTimersByTime(500)
    expect(calls('checkIn:elsewhere')).toEqual([])
    for (const text of ['d', 'du', 'dub']) acts.search(text)
    vi.advanceTimersByTime(500)
    expect(calls('checkIn:elsewhere').map(({ args }) => args)).toEqual([{ sessionId: 'session', text: 'dub' }])
  })

  test('is one Enter away from his request, and an answer to another text is dropped', async () => {
    const { acts, calls, under } = await openDoor()
    acts.search('dubois')
    vi.advanceTimersByTime(500)
    acts.search('claes')
    await calls('checkIn:elsewhere')[0]?.answer([stranger])
    expect(under()).toBe('Claes')
    acts.search('dubois')
    vi.advanceTimersByTime(500)
    await calls('checkIn:elsewhere')[1]?.answer([stranger])
    expect(under()).toBe('stranger')
    acts.enter()
    expect(acts.asking.getState().asking).toMatchObject({ kind: 'walkIn', person: { candidateId: 'stranger' } })
  })

  test('enters in one act with four ids of its own', async () => {
    const { door, last } = await openDoor()
    const values = {
      sessionId: 'session',
      candidateId: 'stranger',
      exams: ['M1'],
      language: 'fr',
      pc: null,
      overrideReason: null,
    } as const
    void door.walkIn(values, 'matches')
    const { changeId, registrationId, markChangeId, markId } = last().args
    expect(last().name).toBe('checkIn:walkIn')
    expect(new Set([changeId, registrationId, markChangeId, markId]).size).toBe(4)
  })
})

describe('a scan', () => {
  const token = 'A2M9QZW7C8D6E5F4G3H2'
  const onAzerty = 'Qé?çAWZèC!D§E(F\'G"Hé'
  const invited = (row: DoorRow, formerTokens: readonly string[] = []): DoorRow => ({
    ...row,
    registration: { ...row.registration, checkInToken: token, formerTokens },
  })
  const other = {
    kind: 'otherSession' as const,
    registrationId: 'his',
    lastName: 'Claes',
    firstName: 'Pieter',
    sessionId: 'other',
    date: '2026-11-21',
    startTime: '14:00',
    location: 'Namur',
    room: null,
    reason: null,
    today: true,
    mayGo: true,
  }
  async function scanned(text: string, rows?: readonly DoorRow[], more = {}) {
    const door = await openDoor(rows, more)
    door.acts.search(text)
    vi.advanceTimersByTime(500)
    door.acts.enter()
    return { ...door, asked: () => door.calls('checkIn:scan'), marked: () => door.calls('checkIn:record') }
  }

  test.each([token, onAzerty])('of somebody on the list marks him present at once, typed as %s', async (text) => {
    const { marked, asked, calls } = await scanned(text, [
      person('Amrani', 'Yasmina'),
      invited(person('Claes', 'Pieter')),
    ])
    expect(marked().map(({ args }) => [args['registrationId'], args['mark']])).toEqual([['Claes', 'present']])
    expect([...asked(), ...calls('checkIn:elsewhere')]).toEqual([])
  })

  test('that follows another one at once marks the next person: nobody waits between two invitations', async () => {
    const next = { ...person('Delvaux', 'Anne'), registration: { ...person('Delvaux', 'Anne').registration } }
    const last = { ...next, registration: { ...next.registration, checkInToken: 'ZZZZZYYYYYXXXXXWWWWW' } }
    const { marked, acts } = await scanned(token, [invited(person('Claes', 'Pieter')), last])
    acts.enter()
    acts.search('ZZZZZYYYYYXXXXXWWWWW')
    acts.enter()
    acts.enter()
    expect(marked().map(({ args }) => args['registrationId'])).toEqual(['Claes', 'Delvaux'])
  })

  test('of an invitation to a registration that became this one marks him too', async () => {
    const { marked } = await scanned('ZZZZZYYYYYXXXXXWWWWW', [
      invited(person('Claes', 'Pieter'), ['ZZZZZYYYYYXXXXXWWWWW']),
    ])
    expect(marked()).toHaveLength(1)
  })

  test('of somebody who has a mark says so on his line, and marks nobody', async () => {
    const { marked, view, under } = await scanned(token, [
      invited(person('Amrani', 'Yasmina', 'present')),
      ...people.slice(1),
    ])
    expect(view.getState()).toMatchObject({ text: '', hint: { kind: 'already', registrationId: 'Amrani' } })
    expect(under()).toBe('Amrani')
    expect(marked()).toEqual([])
  })

  test('of a code that no line says is asked of the desk; whom it means here is marked', async () => {
    const { asked, marked, view } = await scanned(onAzerty)
    expect(asked().map(({ args }) => args)).toEqual([{ sessionId: 'session', code: onAzerty }])
    expect(view.getState().text).toBe('')
    await asked()[0]?.answer({ kind: 'here', registrationId: 'Claes' })
    expect(marked().map(({ args }) => args['registrationId'])).toEqual(['Claes'])
  })

  test('of nobody is said, and no Enter that comes with it or answers it marks whoever is under the cursor', async () => {
    const { asked, marked, acts, view, later, calls, under } = await scanned('0190a000-0000-7000')
    acts.enter()
    await asked()[0]?.answer({ kind: 'unreadable' })
    expect(under()).toBeUndefined()
    acts.enter()
    expect(view.getState()).toMatchObject({ text: '', hint: { kind: 'scanned', scanned: { kind: 'unreadable' } } })
    later()
    acts.enter()
    expect(view.getState().hint).toBeNull()
    expect([...marked(), ...calls('checkIn:elsewhere')]).toEqual([])
    expect(asked()).toHaveLength(1)
  })

  test('of another session of today offers its list, and Enter opens it on him', async () => {
    const { asked, acts, view, later, last, door, under } = await scanned(token)
    await asked()[0]?.answer(other)
    expect(view.getState().hint).toEqual({ kind: 'scanned', scanned: other })
    later()
    acts.enter()
    expect(door.getState().sessionId).toBe('other')
    const his = { ...person('Claes', 'Pieter').registration, id: 'his' }
    await last().answer(doorList([person('Amrani', 'Yasmina'), { ...person('Claes', 'Pieter'), registration: his }]))
    expect(under()).toBe('his')
  })

  test('of another day is only said: Enter goes nowhere', async () => {
    const { asked, acts, later, door } = await scanned(token)
    await asked()[0]?.answer({ ...other, today: false, mayGo: false })
    later()
    acts.enter()
    expect(door.getState().sessionId).toBe('session')
  })

  test('that the desk cannot look up says why', async () => {
    const { asked, door, view } = await scanned(token)
    await asked()[0]?.refuse('disk.full')
    expect(door.getState().failure).toMatchObject({ error: { code: 'disk.full' }, registrationId: null })
    expect(view.getState().hint).toBeNull()
  })

  test('before a session is chosen opens his', async () => {
    const bridge = openBridge()
    const stores = createCheckIn(
      bridge.desk,
      () => 'id',
      () => 1_000_000,
    )
    void stores.acts.scan(onAzerty)
    expect(bridge.last().args).toEqual({ sessionId: null, code: onAzerty })
    await bridge.last().answer(other)
    expect(stores.door.getState().sessionId).toBe('other')
    expect(stores.view.getState()).toMatchObject({ chosen: 'his', hint: null })
  })
})

describe('the end of the session', () => {
  test('everybody without a mark is absent, one call each, until one fails', async () => {
    const { door, calls } = await openDoor()
    const rest = people.slice(1)
    const done = door.markAbsent(rest)
    await calls('checkIn:record')[0]?.answer(doorList(people))
    await calls('checkIn:record')[1]?.refuse('disk.full')
    expect(await done).toBe(false)
    expect(calls('checkIn:record').map(({ args }) => [args['registrationId'], args['mark']])).toEqual([
      ['Claes', 'absent'],
      ['Delvaux', 'absent'],
    ])
    expect(door.getState().failure).toMatchObject({ registrationId: 'Delvaux' })
  })

  test('closing answers with the list as it stands now', async () => {
    const { door, last } = await openDoor()
    const closing = door.close()
    expect(last()).toMatchObject({ name: 'checkIn:close', args: { sessionId: 'session' } })
    await last().answer(doorList(people, { open: false, unsent: 3 }))
    expect(await closing).toBe(true)
    expect(door.getState().list).toMatchObject({ open: false, unsent: 3 })
  })
})

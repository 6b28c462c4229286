import { describe, expect, test } from 'vitest'
import type { SessionRecord } from '../../shared/calls/session.ts'
import { createMove } from '../../src-renderer/sessions/moveStore.ts'
import { createPeople } from '../../src-renderer/sessions/peopleStore.ts'
import { openSessionsDesk, someRecord, someRow } from './sessionHelpers.ts'

function openPeople() {
  const desk = openSessionsDesk()
  const accepted: SessionRecord[] = []
  const accept = (record: SessionRecord) => void accepted.push(record)
  return {
    ...desk,
    accepted,
    people: createPeople(desk.desk, desk.newId, accept),
    move: createMove(desk.desk, desk.newId, desk.now, accept),
  }
}

describe('the people of a session', () => {
  test('are selected and let go one by one or together', () => {
    const { people } = openPeople()
    people.select(['a', 'b'], true)
    people.select(['a'], false)
    expect([...people.getState().selected]).toEqual(['b'])
  })

  test('a corrected line closes when it is written, and stays with its error when not', async () => {
    const { people, last, accepted } = openPeople()
    people.edit('a')
    const first = people.save('a', { pc: 4 })
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(people.getState()).toMatchObject({ editing: 'a', error: { code: 'disk.full' } })
    const again = people.save('a', { pc: 4 })
    expect(last().args).toEqual({ changeId: 'id 1', id: 'a', patch: { pc: 4 } })
    await last().answer(someRecord())
    expect(await again).toBe(true)
    expect(people.getState()).toMatchObject({ editing: null, error: null })
    expect(accepted).toHaveLength(1)
  })

  test('whoever is cancelled is no longer selected', async () => {
    const { people, last } = openPeople()
    people.select(['a', 'b'], true)
    const done = people.cancel('a', 'Malade')
    expect(last()).toMatchObject({ name: 'registration:cancel', args: { id: 'a', reason: 'Malade' } })
    await last().answer(someRecord())
    await done
    expect([...people.getState().selected]).toEqual(['b'])
  })

  test('an act that ends after its session was left says nothing about the next one', async () => {
    const { people, last } = openPeople()
    const done = people.save('a', { pc: 4 })
    people.reset()
    people.edit('b')
    await last().refuse('disk.full')
    await done
    expect(people.getState()).toMatchObject({ editing: 'b', error: null })
  })
})

describe('moving people', () => {
  const targets = [
    someRow({ id: 'from' }),
    someRow({ id: 'cancelled', status: 'cancelled' }),
    someRow({ id: 'closed', closedAt: '2026-11-22T10:00:00.000Z' }),
    someRow({ id: 'free' }, { registered: 3 }),
  ]

  test('offers the sessions to come that still take people, not the one they come from', async () => {
    const { move, last } = openPeople()
    move.begin('from', ['a'])
    expect(last().args).toEqual({ from: '2026-11-22', to: '2027-12-27', locationId: null })
    await last().answer(targets)
    expect(move.getState().targets.map(({ session }) => session.id)).toEqual(['free'])
  })

  test('is one act with a change for each, the same ones when it is pressed again', async () => {
    const { move, last, named, accepted } = openPeople()
    move.begin('from', ['a', 'b'])
    await last().answer(targets)
    expect(await move.confirm()).toBe(false)
    move.choose('free')
    const first = move.confirm()
    await last().refuse('registration.full')
    expect(await first).toBe(false)
    expect(move.getState()).toMatchObject({ ids: ['a', 'b'], chosen: 'free', error: { code: 'registration.full' } })
    const again = move.confirm()
    await last().answer(someRecord({ id: 'from' }))
    expect(await again).toBe(true)
    const moves = [
      { id: 'a', changeId: 'id 1' },
      { id: 'b', changeId: 'id 2' },
    ]
    const args = { moves, sessionId: 'free', overrideReason: null }
    expect(named('registration:move').map((one) => one.args)).toEqual([args, args])
    expect(accepted).toHaveLength(1)
    expect(move.getState().ids).toBeNull()
  })

  test('given up before the answer does not come back', async () => {
    const { move, last } = openPeople()
    move.begin('from', ['a'])
    move.giveUp()
    await last().answer(targets)
    expect(move.getState()).toMatchObject({ ids: null, targets: [] })
  })
})

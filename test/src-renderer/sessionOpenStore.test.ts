import { describe, expect, test } from 'vitest'
import { valuesOf } from '../../src-renderer/sessions/form.ts'
import { createOpenSession } from '../../src-renderer/sessions/openStore.ts'
import { openSessionsDesk, someRecord, someSession } from './sessionHelpers.ts'

function openDesk() {
  const desk = openSessionsDesk()
  return { ...desk, open: createOpenSession(desk.desk, desk.newId) }
}
const values = valuesOf(someSession())
const changeIds = (asked: readonly { readonly args: Readonly<Record<string, unknown>> }[]) =>
  asked.map(({ args }) => args['changeId'])

describe('an open session', () => {
  test('is the last one that was asked for', async () => {
    const { open, asked } = openDesk()
    open.open('a')
    open.open('b')
    await asked[1]?.answer(someRecord({ room: 'B' }))
    await asked[0]?.answer(someRecord({ room: 'A' }))
    expect(open.getState().record?.session.room).toBe('B')
  })

  test('takes the answer of another act only while it is open', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(someRecord({ id: 'a', room: 'A' }))
    open.accept(someRecord({ id: 'a', room: 'A2' }))
    open.accept(someRecord({ id: 'b', room: 'B' }))
    expect(open.getState().record?.session.room).toBe('A2')
  })

  test('an older reading does not undo what was just written', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(someRecord({ id: 'a' }))
    open.refresh()
    const saved = open.save({ room: 'new' }, { room: 1 }, null)
    await asked[2]?.answer(someRecord({ id: 'a', room: 'new' }))
    await asked[1]?.answer(someRecord({ id: 'a', room: 'old' }))
    expect(await saved).toBe(true)
    expect(open.getState().record?.session.room).toBe('new')
  })
})

describe('a new session', () => {
  test('writes nothing before it is created, and is then the open one', async () => {
    const { open, asked, last } = openDesk()
    open.begin({ date: '28/11/2026' })
    expect(asked).toEqual([])
    const created = open.create(values)
    expect(last()).toMatchObject({ name: 'session:create', args: { id: 'id 1', changeId: 'id 2', values } })
    await last().answer(someRecord({ id: 'id 1' }))
    expect(await created).toBe(true)
    expect(open.getState()).toMatchObject({ id: 'id 1', fresh: null, saving: false, saveError: null })
  })

  test('pressed again after a failure is the same act', async () => {
    const { open, last, named } = openDesk()
    open.begin({})
    const first = open.create(values)
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(open.getState()).toMatchObject({ saveError: { code: 'disk.full' }, saving: false })
    expect(open.getState().fresh).not.toBeNull()
    void open.create(values)
    expect(changeIds(named('session:create'))).toEqual(['id 2', 'id 2'])
  })

  test('left while it is being written is not opened over what is open now', async () => {
    const { open, asked } = openDesk()
    open.begin({})
    void open.create(values)
    open.open('b')
    await asked[0]?.answer(someRecord({ id: 'id 1' }))
    expect(open.getState().id).toBe('b')
    expect(open.getState().record).toBeNull()
  })
})

describe('an edit', () => {
  test('pressed twice at once is sent once', async () => {
    const { open, last, named } = openDesk()
    open.open('a')
    await last().answer(someRecord({ id: 'a' }))
    void open.save({ room: '1' }, { room: 1 }, null)
    expect(await open.save({ room: '1' }, { room: 1 }, null)).toBe(false)
    expect(named('session:edit')).toHaveLength(1)
  })

  test('names the refused change that it settles', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(someRecord({ id: 'a' }))
    void open.save({ room: '1' }, { room: 4 }, 'refused')
    expect(last().args).toMatchObject({ closes: 'refused', patch: { room: '1' }, base: { room: 4 } })
  })
})

describe('a refused change', () => {
  test('sent again keeps its new id while that fails', async () => {
    const { open, last, named } = openDesk()
    open.open('a')
    await last().answer(someRecord({ id: 'a' }))
    const first = open.retryChange('refused')
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(open.getState().saveError?.code).toBe('disk.full')
    const again = open.retryChange('refused')
    await last().answer(null)
    await last().answer(someRecord({ id: 'a', room: 'read again' }))
    expect(await again).toBe(true)
    expect(changeIds(named('change:retry'))).toEqual(['id 1', 'id 1'])
    expect(open.getState().record?.session.room).toBe('read again')
  })
})

import { describe, expect, test } from 'vitest'
import { createOpenRecord } from '../../src-renderer/candidates/recordStore.ts'
import { openBridge } from './helpers.ts'

function openDesk() {
  const bridge = openBridge()
  let made = 0
  const open = createOpenRecord(bridge.desk, () => `change ${(made += 1)}`)
  return { ...bridge, open }
}
const record = (lastName: string, id = 'a') => ({ candidate: { id, lastName } })
const changeIds = (asked: ReturnType<typeof openDesk>['asked']) =>
  asked.filter(({ name }) => name === 'candidate:edit').map(({ args }) => args['changeId'])

describe('an open record', () => {
  test('is the last one that was asked for', async () => {
    const { open, asked } = openDesk()
    open.open('a')
    open.open('b')
    await asked[1]?.answer(record('B', 'b'))
    await asked[0]?.answer(record('A'))
    expect(open.getState()).toMatchObject({ record: record('B', 'b'), was: null })
  })

  test('that is closed stays closed when its answer comes', async () => {
    const { open, last } = openDesk()
    open.open('a')
    open.open(null)
    await last().answer(record('A'))
    expect(open.getState().record).toBeNull()
  })
})

describe('a record that becomes another one while it is open', () => {
  test('is that one from then on, says which it was, and keeps its form', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    open.refresh()
    await last().answer(record('B', 'b'))
    expect(open.getState()).toMatchObject({ id: 'b', openedAs: 'a', was: { id: 'a', lastName: 'A' } })
    void open.save({ phone: '1' }, { phone: 1 }, null)
    expect(last().args['id']).toBe('b')
    await last().answer(record('B', 'b'))
    expect(open.getState().was).toEqual(record('A').candidate)
    open.seenMerged()
    expect(open.getState()).toMatchObject({ was: null, id: 'b' })
  })

  test('in the moment of saving too', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const saved = open.save({ phone: '1' }, { phone: 1 }, null)
    await last().answer(record('B', 'b'))
    expect(await saved).toBe(true)
    expect(open.getState()).toMatchObject({ id: 'b', was: { id: 'a' }, saving: false })
  })

  test('was asked for under its old name by something left behind: nobody had it open', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(record('B', 'b'))
    expect(open.getState()).toMatchObject({ id: 'b', openedAs: 'a', was: null })
  })
})

describe('saving', () => {
  test('shows the record as it was written', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const saved = open.save({ lastName: 'Nouveau' }, { lastName: 1 }, null)
    expect(asked[1]?.args).toEqual({
      changeId: 'change 1',
      id: 'a',
      closes: null,
      patch: { lastName: 'Nouveau' },
      base: { lastName: 1 },
      thenCodes: null,
    })
    await last().answer(record('Nouveau'))
    expect(await saved).toBe(true)
    expect(open.getState()).toMatchObject({ record: record('Nouveau'), saving: false, saveError: null })
  })

  test('pressed again after a failure is the same act', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const first = open.save({ phone: '1' }, { phone: 1 }, null)
    await last().refuse('disk.full')
    expect(await first).toBe(false)
    expect(open.getState().saveError?.code).toBe('disk.full')
    void open.save({ phone: '1' }, { phone: 2 }, null)
    expect(changeIds(asked)).toEqual(['change 1', 'change 1'])
    expect(last().args['base']).toEqual({ phone: 1 })
  })

  test('other values are another act', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    void open.save({ phone: '1' }, { phone: 1 }, null)
    await last().refuse('disk.full')
    void open.save({ phone: '2' }, { phone: 1 }, null)
    expect(changeIds(asked)).toEqual(['change 1', 'change 2'])
  })

  test('the same values after a success are another act', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    void open.save({ phone: '1' }, { phone: 1 }, null)
    await last().answer(record('A'))
    void open.save({ phone: '1' }, { phone: 1 }, null)
    expect(changeIds(asked)).toEqual(['change 1', 'change 2'])
  })

  test('pressed twice at once is sent once', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    void open.save({ phone: '1' }, { phone: 1 }, null)
    expect(await open.save({ phone: '1' }, { phone: 1 }, null)).toBe(false)
    expect(changeIds(asked)).toEqual(['change 1'])
  })

  test('an older reading does not undo what was just written', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    open.refresh()
    void open.save({ phone: '1' }, { phone: 1 }, null)
    await asked[2]?.answer(record('written'))
    await asked[1]?.answer(record('read before'))
    expect(open.getState().record).toEqual(record('written'))
  })
})

describe('a refused or conflicting change', () => {
  test('is closed by the edit that settles it, and by no call of its own', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const saved = open.save({ phone: '1' }, { phone: 3 }, 'refused change')
    expect(last().args).toMatchObject({ closes: 'refused change', base: { phone: 3 } })
    await last().answer(record('A'))
    expect(await saved).toBe(true)
    expect(asked.map(({ name }) => name)).not.toContain('change:close')
  })

  test('settled by the same values is another act than a plain edit', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    void open.save({ phone: '1' }, { phone: 1 }, null)
    await last().refuse('disk.full')
    void open.save({ phone: '1' }, { phone: 1 }, 'refused change')
    expect(changeIds(asked)).toEqual(['change 1', 'change 2'])
  })

  test('that could not be closed is said, and the record stays as it was', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const closing = open.closeChange('refused change')
    await last().refuse('disk.full')
    expect(await closing).toBe(false)
    expect(open.getState()).toMatchObject({ record: record('A'), saveError: { code: 'disk.full' } })
  })
})

describe('codes', () => {
  test('pressed again after a failure are the same act; after a success another one', async () => {
    const { open, asked, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    const ids = () => asked.filter(({ name }) => name === 'candidate:sendCodes').map(({ args }) => args['changeId'])
    for (const fails of [true, false, false]) {
      const sent = open.sendCodes()
      if (fails) await last().refuse('disk.full')
      else await last().answer(record('A'))
      expect(await sent).toBe(!fails)
    }
    const [first, second, third] = ids()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  test('after an edit go with it, in one call under an id of their own', async () => {
    const { open, last } = openDesk()
    open.open('a')
    await last().answer(record('A'))
    void open.save({ email: 'a@exemple.be' }, { email: 1 }, null, true)
    expect(last()).toMatchObject({ name: 'candidate:edit', args: { changeId: 'change 2', thenCodes: 'change 1' } })
  })
})

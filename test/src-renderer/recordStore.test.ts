import { describe, expect, test } from 'vitest'
import { createOpenRecord } from '../../src-renderer/candidates/recordStore.ts'
import { openBridge } from './helpers.ts'

function openDesk() {
  const bridge = openBridge()
  let made = 0
  const open = createOpenRecord(bridge.desk, () => `change ${(made += 1)}`)
  return { ...bridge, open }
}
const record = (lastName: string) => ({ candidate: { lastName } })
const changeIds = (asked: ReturnType<typeof openDesk>['asked']) =>
  asked.filter(({ name }) => name === 'candidate:edit').map(({ args }) => args['changeId'])

describe('an open record', () => {
  test('is the last one that was asked for', async () => {
    const { open, asked } = openDesk()
    open.open('a')
    open.open('b')
    await asked[1]?.answer(record('B'))
    await asked[0]?.answer(record('A'))
    expect(open.getState().record).toEqual(record('B'))
  })

  test('that is closed stays closed when its answer comes', async () => {
    const { open, last } = openDesk()
    open.open('a')
    open.open(null)
    await last().answer(record('A'))
    expect(open.getState().record).toBeNull()
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

import { beforeEach, describe, expect, test } from 'vitest'
import { createEmployerList, type EmployerList } from '../../src-renderer/employerList/store.ts'
import { openBridge } from './helpers.ts'

let bridge: ReturnType<typeof openBridge>
let list: EmployerList
const answers = (step: 'columns' | 'check' | 'done') => ({ step, lines: 2 })
const names = () => bridge.asked.map(({ name }) => name)

beforeEach(() => {
  bridge = openBridge()
  list = createEmployerList(bridge.desk)
})

describe('the list of an employer', () => {
  test('stands where the desk left it', async () => {
    list.follow()
    expect(list.getState().loaded).toBe(false)
    await bridge.last().answer(answers('columns'))
    expect(list.getState()).toMatchObject({ loaded: true, list: answers('columns') })
  })

  test('is asked for again when the desk says that it changed, and not for another noun', async () => {
    const leave = list.follow()
    await bridge.last().answer(null)
    bridge.tell('data:changed', { tables: ['print'] })
    expect(bridge.asked).toHaveLength(1)
    bridge.tell('data:changed', { tables: ['employerList'] })
    expect(bridge.asked).toHaveLength(2)
    leave()
    bridge.tell('data:changed', { tables: ['employerList'] })
    expect(bridge.asked).toHaveLength(2)
  })

  test('an act that is pressed twice is done once', async () => {
    void list.import()
    void list.import()
    expect(names()).toEqual(['employerList:import'])
    await bridge.last().answer(answers('done'))
    expect(list.getState()).toMatchObject({ busy: false, list: answers('done') })
  })

  test('a refusal is said, and nothing moves on', async () => {
    void list.register({ sessionId: 's', exams: ['M1'], language: 'fr', overrideReason: null })
    await bridge.last().refuse('call.failed')
    expect(list.getState()).toMatchObject({ view: 'check', busy: false, error: { code: 'call.failed' } })
  })

  test('remembers the session that it was begun for until it is given up', async () => {
    list.want('s')
    void list.paste('Nom;Prénom')
    await bridge.last().answer(answers('columns'))
    expect(list.getState().wantedSession).toBe('s')
    void list.end()
    await bridge.last().answer(null)
    expect(list.getState()).toMatchObject({ list: null, wantedSession: null })
  })
})

describe('the records that look like a line', () => {
  test('are those of the line that is still open', async () => {
    list.similar.open(2)
    list.similar.open(3)
    await bridge.asked[1]?.answer({ people: ['three'], ready: true, receivedAt: null })
    await bridge.asked[0]?.answer({ people: ['two'], ready: true, receivedAt: null })
    expect(list.similar.getState()).toMatchObject({ line: 3, similar: { people: ['three'] } })
    list.similar.open(null)
    expect(list.similar.getState()).toEqual({ line: null, similar: null, error: null })
  })
})

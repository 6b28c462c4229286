import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { candidate, checkedAt, elise, openAnswered, openDesk, stranger } from './creationWorld.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('looking for somebody', () => {
  test('asks this desk once a pause, and Certassur by itself once everything is there', async () => {
    const { creation, write, asked } = openDesk()
    await creation.begin()
    write({ lastName: 'Vandenbroek' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked('candidate:look')).toHaveLength(0)
    write({ firstName: 'Elise', birthDate: '14/03/1988' })
    await vi.advanceTimersByTimeAsync(200)
    expect(asked('candidate:look')).toHaveLength(1)
    expect(asked('candidate:lookUp')).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked('candidate:lookUp').map(({ args }) => args)).toEqual([
      { person: { lastName: 'Vandenbroek', firstName: 'Elise', birthDate: '1988-03-14', email: null, phone: null } },
    ])
    write({ email: 'neuf@exemple.be' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked('candidate:lookUp')).toHaveLength(1)
  })

  test('asks Certassur nothing without a line, and by itself when it is back', async () => {
    const { creation, write, asked, look, say } = openDesk('offline')
    await creation.begin()
    write(elise)
    await look()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked('candidate:lookUp')).toHaveLength(0)
    say('online')
    expect(asked('candidate:lookUp')).toHaveLength(1)
  })

  test('forgets whom it found when another name is typed, and not when something is added', async () => {
    const { creation, write } = await openAnswered([], [stranger])
    write({ birthDate: '15/03/1988' })
    expect(creation.search.getState().there?.value.people).toEqual([stranger])
    write({ lastName: 'Peeters' })
    expect(creation.search.getState().there).toBeNull()
  })

  test('takes the answer about what stands there now', async () => {
    const { creation, write, newest } = openDesk()
    await creation.begin()
    write(elise)
    void creation.search.ask()
    const first = newest('candidate:lookUp')
    write({ email: 'autre@exemple.be' })
    void creation.search.ask()
    await newest('candidate:lookUp').answer({ people: [], checkedAt })
    await first.answer({ people: [stranger], checkedAt })
    expect(creation.search.getState().there?.value.people).toEqual([])
  })

  test('shows the whole record of somebody of this centre whom only Certassur took for likely', async () => {
    const { creation, newest, asked } = await openAnswered([], [])
    creation.type('email', 'encore@exemple.be')
    void creation.search.ask()
    await newest('candidate:lookUp').answer({ people: [{ ...stranger, id: 'ours', inScope: true }], checkedAt })
    expect(asked('candidate:read').map(({ args }) => args)).toEqual([{ id: 'ours' }])
    await newest('candidate:read').answer({ candidate: candidate('ours') })
    expect(creation.search.getState().records.get('ours')).toEqual(candidate('ours'))
  })
})

describe('creating', () => {
  test('is not possible before Certassur answered', async () => {
    const { creation, write, look, asked } = openDesk()
    await creation.begin()
    write({ ...elise, language: 'fr' })
    await look()
    expect(await creation.create()).toBeNull()
    expect(asked('candidate:create')).toHaveLength(0)
  })

  test('is not possible while somebody likely is undecided, and says of each who is somebody else', async () => {
    const certain = { candidate: candidate('here'), verdict: 'certain', reasons: [] }
    const { creation, newest, asked } = await openAnswered([certain], [stranger])
    expect(await creation.create()).toBeNull()
    const [first, second] = [{ id: 'here' }, { id: 'elsewhere' }] as Parameters<typeof creation.decide>[0][]
    if (!first || !second) throw new Error('two of them')
    creation.decide(first, { kind: 'other', reason: 'sa sœur' })
    expect(await creation.create()).toBeNull()
    creation.decide(second, { kind: 'other', reason: 'sa cousine' })
    expect(asked('candidate:create')).toHaveLength(0)
    const created = creation.create()
    expect(newest('candidate:create').args).toMatchObject({
      values: { lastName: 'Vandenbroek', birthDate: '1988-03-14', language: 'fr', phone: null },
      notThese: [
        { candidateId: 'here', reason: 'sa sœur' },
        { candidateId: 'elsewhere', reason: 'sa cousine' },
      ],
    })
    await newest('candidate:create').answer({ candidate: candidate('new') })
    expect(await created).toEqual({ candidate: candidate('new') })
    expect(creation.getState()).toMatchObject({ id: null, shown: false })
  })

  test('asks again about somebody when what was compared changes', async () => {
    const certain = { candidate: candidate('here'), verdict: 'certain', reasons: [] }
    const { creation, look, newest } = await openAnswered([certain])
    creation.decide({ id: 'here' } as Parameters<typeof creation.decide>[0], { kind: 'other', reason: 'sa sœur' })
    creation.type('firstName', 'Élisa')
    await look([certain])
    void creation.search.ask()
    await newest('candidate:lookUp').answer({ people: [], checkedAt })
    expect(await creation.create()).toBeNull()
    expect(creation.getState().id).not.toBeNull()
  })

  test('leaves out whom Certassur is to link', async () => {
    const { creation, newest } = await openAnswered([], [stranger])
    creation.decide({ id: 'elsewhere' } as Parameters<typeof creation.decide>[0], { kind: 'same' })
    void creation.create()
    expect(newest('candidate:create').args['notThese']).toEqual([])
  })

  test('pressed again after a failure is the same act, and the form is still there', async () => {
    const { creation, newest, asked } = await openAnswered()
    const first = creation.create()
    await newest('candidate:create').refuse('disk.full')
    expect(await first).toBeNull()
    expect(creation.getState()).toMatchObject({ shown: true, saveError: { code: 'disk.full' }, typed: elise })
    void creation.create()
    const ids = asked('candidate:create').map(({ args }) => [args['changeId'], args['id']])
    expect(ids).toHaveLength(2)
    expect(ids[1]).toEqual(ids[0])
  })

  test('says which fields are wrong, and asks nothing', async () => {
    const { creation, asked } = await openAnswered()
    creation.type('language', '')
    expect(await creation.create()).toBeNull()
    expect(creation.wrong()).toEqual([{ field: 'language', code: 'field.required' }])
    expect(creation.getState().left.has('language')).toBe(true)
    expect(asked('candidate:create')).toHaveLength(0)
  })
})

describe('the same person with another address', () => {
  test('keeps his record, whose address is replaced over the version that it has', async () => {
    const certain = { candidate: candidate('here'), verdict: 'certain', reasons: [] }
    const { creation, newest } = await openAnswered([certain])
    const replaced = creation.replaceEmail({ id: 'here' } as Parameters<typeof creation.decide>[0])
    await newest('candidate:read').answer({ candidate: candidate('here') })
    expect(newest('candidate:edit').args).toMatchObject({
      id: 'here',
      patch: { email: 'neuf@exemple.be' },
      base: { email: 3 },
    })
    await newest('candidate:edit').answer({ candidate: candidate('here') })
    expect(await replaced).toBe(true)
    expect(creation.getState().id).toBeNull()
  })
})

describe('waiting for a verification', () => {
  const body = (typed: object) => JSON.stringify({ typed, decisions: {}, waitingKey: null })
  const whole = { language: '', phone: '', ...elise }

  test('keeps the form on this desk and closes it; what could not be written stays on the screen', async () => {
    const { creation, newest, write } = openDesk('offline')
    await creation.begin()
    write(elise)
    const failed = creation.keep()
    await newest('draft:write').refuse('disk.full')
    expect(await failed).toBe(false)
    expect(creation.getState()).toMatchObject({ shown: true, saveError: { code: 'disk.full' }, typed: elise })

    const first = newest('draft:write').args['key']
    const kept = creation.keep()
    // Were the first one written after all, he does not wait twice.
    expect(newest('draft:write').args['key']).toBe(first)
    const { key, body: written } = newest('draft:write').args
    expect(key).toMatch(/^creation:waiting:/)
    await newest('draft:write').answer(null)
    await newest('draft:list').answer([{ key, body: written, at: checkedAt }])
    expect(await kept).toBe(true)
    expect(creation.getState().id).toBeNull()
    expect(creation.waiting.getState().people).toMatchObject([{ key, at: checkedAt, creation: { typed: elise } }])
  })

  test('taken up and created he waits no longer', async () => {
    const { creation, newest, look } = openDesk()
    await newest('draft:list').answer([
      { key: 'creation:waiting:a', body: body({ ...whole, language: 'nl' }), at: checkedAt },
      { key: 'creation:waiting:b', body: 'not ours', at: checkedAt },
      { key: 'session:new', body: body(whole), at: checkedAt },
    ])
    const [waiting, ...rest] = creation.waiting.getState().people
    if (!waiting) throw new Error('nobody waits')
    expect(rest).toEqual([])
    creation.take(waiting)
    expect(creation.pending()).toBe(false)
    await look()
    await vi.advanceTimersByTimeAsync(1_000)
    await newest('candidate:lookUp').answer({ people: [], checkedAt })
    const created = creation.create()
    await newest('candidate:create').answer({ candidate: candidate('new') })
    expect(newest('draft:write').args).toEqual({ key: 'creation:waiting:a', body: null })
    await newest('draft:write').answer(null)
    await newest('draft:list').answer([])
    expect(await created).not.toBeNull()
    expect(creation.waiting.getState().people).toEqual([])
  })

  test('a form that is left aside comes back as it stood', async () => {
    const { creation, write } = openDesk()
    await creation.begin()
    write(elise)
    creation.putAside()
    expect(creation.getState()).toMatchObject({ shown: false, typed: elise })
    await creation.begin()
    expect(creation.getState()).toMatchObject({ shown: true, typed: elise })
  })

  test('a form without a word is closed when it is left', async () => {
    const { creation } = openDesk()
    await creation.begin()
    creation.putAside()
    expect(creation.getState()).toMatchObject({ id: null, shown: false })
  })
})

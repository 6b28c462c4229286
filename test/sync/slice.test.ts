import { afterEach, describe, expect, test } from 'vitest'
import { aCandidate, newId, password, startCentral, stopCentrals } from '../helpers/central.ts'
import { closeDesks, openDesk, pushOnly, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

describe('one record, there and back', () => {
  test('an edit on one desk is judged by central and read on another', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    const room = await openDesk(central)

    const saved = await office.edit(id, { lastName: 'Vandenbroeck', email: 'e.vandenbroeck@exemple.be' })
    expect(saved.status).toBe('waiting')
    await office.call('sync:now', {})
    await room.call('sync:now', {})

    const here = await office.call('candidate:read', { id })
    const there = await room.call('candidate:read', { id })
    expect(here.status).toBe('registered')
    expect(here.changes[0]?.verdict?.status).toBe('accepted')
    expect(there.candidate).toEqual(here.candidate)
    expect(there.candidate).toMatchObject({
      lastName: 'Vandenbroeck',
      email: 'e.vandenbroeck@exemple.be',
      version: 1,
      fieldVersions: { lastName: 1, email: 1 },
    })
  })

  test('saved with central gone, an edit waits and then arrives by itself', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    await central.kill()

    expect((await office.edit(id, { firstName: 'Elise' })).status).toBe('waiting')
    await until(async () => (await office.call('sync:read', {})).line === 'offline', 2_000)
    expect(await office.call('sync:read', {})).toMatchObject({ waiting: 1, problem: null })
    expect((await central.record(id)).firstName).toBe('Élise')

    await central.restart()
    await until(async () => (await office.call('sync:read', {})).waiting === 0)
    expect((await central.record(id)).firstName).toBe('Elise')
    expect((await office.call('candidate:read', { id })).status).toBe('registered')
  })

  test('two edits of one field made without a line arrive in order and do not conflict with each other', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    await central.kill()
    await office.edit(id, { lastName: 'Vandenbroek' })
    await office.edit(id, { lastName: 'Van den Broek', phone: '0471 22 36 40' })
    await central.restart()
    await until(async () => (await office.call('sync:read', {})).waiting === 0)
    expect(await central.record(id)).toMatchObject({ lastName: 'Van den Broek', phone: '0471 22 36 40', version: 2 })
    expect(await office.call('sync:read', {})).toMatchObject({ refused: 0 })
  })

  test('a form opened before its own earlier edit came back does not conflict with it', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    const opened = await office.call('candidate:read', { id })
    await office.edit(id, { lastName: 'Vandenbroek' })
    await office.call('sync:now', {})
    const base = opened.candidate.fieldVersions
    await office.call('candidate:edit', {
      changeId: newId(),
      id,
      patch: { lastName: 'Broek' },
      base,
    })
    await office.call('sync:now', {})
    expect((await central.record(id)).lastName).toBe('Broek')
  })

  test('different fields changed on two desks are both kept', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await office.edit(id, { firstName: 'Elise' })
    await room.edit(id, { phone: '0471 22 36 40' })
    await office.call('sync:now', {})
    await room.call('sync:now', {})
    expect(await central.record(id)).toMatchObject({ firstName: 'Elise', phone: '0471 22 36 40' })
    expect((await room.call('candidate:read', { id })).candidate.firstName).toBe('Elise')
  })

  test('the same field changed on two desks goes to a person, with both values', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    await office.edit(id, { lastName: 'Vandenbroeck' })
    await room.edit(id, { lastName: 'Van den Broek', phone: '0471 22 36 40' })
    // Whose edit comes first is the point: the other desk is away until the first has been judged.
    await room.desk.lock()
    await central.restart()
    await until(async () => (await office.call('sync:now', {})).waiting === 0)
    await room.call('operator:signIn', { username: 'marie.lambert', password })
    await until(async () => (await room.call('sync:now', {})).waiting === 0)

    const record = await room.call('candidate:read', { id })
    expect(record.status).toBe('conflict')
    expect(record.changes[0]).toMatchObject({
      patch: { lastName: 'Van den Broek' },
      verdict: { status: 'conflict', conflicts: { lastName: { value: 'Vandenbroeck', version: 1 } } },
    })
    expect(record.candidate).toMatchObject({ lastName: 'Vandenbroeck', phone: '0471 22 36 40' })

    await room.edit(id, { lastName: 'Van den Broek' })
    await room.call('change:close', { id: record.changes[0]?.id ?? '' })
    await room.call('sync:now', {})
    expect((await room.call('candidate:read', { id })).status).toBe('registered')
    expect((await central.record(id)).lastName).toBe('Van den Broek')
  })

  test('a row pulled under an unsent edit becomes its base and the edit stays on the screen', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await office.edit(id, { phone: '0471 22 36 40' })
    await office.call('sync:now', {})
    // The line drops between the desks' exchanges: the other one edits on the old row.
    await central.kill()
    await room.edit(id, { firstName: 'Elise' })
    await central.restart()
    await room.call('sync:now', {})
    expect((await room.call('candidate:read', { id })).candidate).toMatchObject({
      firstName: 'Elise',
      phone: '0471 22 36 40',
    })
  })

  test('the same press of the button, delivered twice, is written once', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    const edit = { changeId: newId(), id, patch: { firstName: 'Elise' }, base: {} }
    await office.call('candidate:edit', edit)
    await office.call('candidate:edit', edit)
    await office.call('sync:now', {})
    expect(await central.record(id)).toMatchObject({ firstName: 'Elise', version: 1 })
  })

  test('a value of somebody else that was never pulled is never overwritten unseen', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await room.edit(id, { phone: '0471 11 11 11' })
    await room.call('sync:now', {})
    // The push of another field goes through, and the line drops before the pull.
    await central.kill()
    await office.edit(id, { firstName: 'Elise' })
    await central.restart()
    await pushOnly(central, office)
    expect((await office.call('candidate:read', { id })).candidate.phone).toBeNull()
    await office.edit(id, { phone: '0472 22 22 22' })
    await pushOnly(central, office)
    expect((await office.call('candidate:read', { id })).status).toBe('conflict')
    expect((await central.record(id)).phone).toBe('0471 11 11 11')
  })

  test('after a conflict on one field, a later edit of another field that was applied does not conflict with itself', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    await office.edit(id, { lastName: 'Vandenbroeck' })
    await room.edit(id, { lastName: 'Van den Broek', phone: '1' })
    await room.edit(id, { phone: '2' })
    // Whose edit comes first is the point: the other desk is away until the first has been judged.
    await room.desk.lock()
    await central.restart()
    await until(async () => (await office.call('sync:now', {})).waiting === 0)
    await room.call('operator:signIn', { username: 'marie.lambert', password })
    await until(async () => (await room.call('sync:now', {})).waiting === 0)
    expect((await room.call('candidate:read', { id })).changes.map((change) => change.status)).toEqual([
      'accepted',
      'conflict',
    ])
    expect(await central.record(id)).toMatchObject({ lastName: 'Vandenbroeck', phone: '2' })
  })

  test('an edit on a base that somebody else has changed since conflicts, also after own edits of the field', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await office.edit(id, { phone: '1' })
    await office.call('sync:now', {})
    const { candidate } = await office.call('candidate:read', { id })
    await room.call('sync:now', {})
    await room.edit(id, { phone: '2' })
    await room.call('sync:now', {})
    await office.call('sync:now', {})
    await office.call('candidate:edit', { changeId: newId(), id, patch: { phone: '3' }, base: candidate.fieldVersions })
    await office.call('sync:now', {})
    expect((await office.call('candidate:read', { id })).status).toBe('conflict')
    expect((await central.record(id)).phone).toBe('2')
  })

  test('a conflict stays until the edit that settles it is written, and leaves the list to review with it', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const [office, room] = [await openDesk(central), await openDesk(central)]
    await central.kill()
    await office.edit(id, { lastName: 'Vandenbroeck' })
    await room.edit(id, { lastName: 'Van den Broek' })
    // Whose edit comes first is the point: the other desk is away until the first has been judged.
    await room.desk.lock()
    await central.restart()
    await until(async () => (await office.call('sync:now', {})).waiting === 0)
    await room.call('operator:signIn', { username: 'marie.lambert', password })
    await until(async () => (await room.call('sync:now', {})).waiting === 0)
    const toReview = async () =>
      (await room.call('candidate:search', { text: '', only: 'toReview', offset: 0, limit: 10 })).total
    expect(await toReview()).toBe(1)
    const { candidate, changes } = await room.call('candidate:read', { id })
    const settling = {
      id,
      patch: { lastName: 'Van den Broek' },
      base: candidate.fieldVersions,
      closes: changes[0]?.id ?? null,
    }
    expect((await room.ask('candidate:edit', { ...settling, changeId: newId(), patch: { lastName: '' } })).ok).toBe(
      false,
    )
    expect(await toReview()).toBe(1)
    await room.call('candidate:edit', { ...settling, changeId: newId() })
    expect(await toReview()).toBe(0)
    await room.call('sync:now', {})
    expect((await central.record(id)).lastName).toBe('Van den Broek')
  })

  test('what still waits cannot be closed', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const office = await openDesk(central)
    await central.kill()
    const { changes } = await office.edit(id, { phone: '1' })
    expect(await office.ask('change:close', { id: changes[0]?.id ?? '' })).toMatchObject({
      error: { code: 'change.unknown' },
    })
    expect((await office.call('sync:read', {})).waiting).toBe(1)
  })

  test('a record from an import that nobody could type reaches its centre all the same', async () => {
    const central = await startCentral()
    const id = await aCandidate(central, { birthDate: '1998', firstName: '', email: 'jean.dupont@exemple' })
    const office = await openDesk(central)
    expect((await office.call('candidate:read', { id })).candidate).toMatchObject({ birthDate: '1998', firstName: '' })
  })
})

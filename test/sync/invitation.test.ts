import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import { textsOf } from '../../shared/documents/texts.ts'
import {
  aCandidate,
  aRegistration,
  aSession,
  newId,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'
import { drawingPorts } from '../helpers/fonts.ts'
import { typed } from '../helpers/keyboards.ts'
import { type Page, placed, render, scan } from '../helpers/pixels.ts'

let central: TestCentral
let folder: string
beforeEach(async () => {
  central = await startCentral()
  folder = mkdtempSync(join(tmpdir(), 'invitation-'))
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'saved.pdf')
const anOffice = () =>
  openDesk(central, {
    documents: {
      ...drawingPorts,
      printing: { printers: async () => [], print: () => Promise.reject(new Error('this desk has no printer')) },
      askWhere: async () => file(),
    },
  })
const sent = (desk: TestDesk) => until(async () => (await desk.call('sync:read', {})).waiting === 0)
const code = { x: 148, y: 90, width: 42, height: 40 }

test('the code on the sheet that one desk prints opens the door at another one, without a line', async () => {
  const person = await aCandidate(central, { lastName: 'Nguyễn Thị', firstName: 'Hương' })
  const session = await aSession(central, { room: 'Salle B' })
  const [office, room] = [await anOffice(), await openDesk(central)]
  await central.kill()
  const id = await office.register(session, person)
  const early = await office.call('document:preview', { kind: 'invitation', id })
  expect(early.withoutCode).toBe(1)
  await central.restart()
  await sent(office)
  await office.call('sync:now', {})
  await room.call('sync:now', {})
  await central.kill()

  const preview = await office.call('document:preview', { kind: 'invitation', id })
  expect(preview).toMatchObject({ withoutCode: 0, copy: 1 })
  expect(preview.fileName).toMatch(/^Convocation-S-[0-9a-f]{6}-[0-9a-f]{6}\.pdf$/)
  expect(await office.call('document:save', { changeId: newId(), job: preview.job })).toBe(true)
  const { pages } = await render(new Uint8Array(readFileSync(file())))
  expect(pages).toHaveLength(1)
  placed(pages[0] as Page, 'Hương Nguyễn Thị')
  const token = await scan(pages[0] as Page, code)
  expect(await room.call('checkIn:scan', { sessionId: session, code: typed(token ?? '', 'qwerty', 'azerty') })).toEqual(
    {
      kind: 'here',
      registrationId: id,
    },
  )
  // Made anew, it is no duplicate; what was saved is noted with the person.
  expect((await office.call('document:preview', { kind: 'invitation', id })).copy).toBe(1)
  const { prints } = await office.call('attestation:forCandidate', { candidateId: person })
  expect(prints).toMatchObject([{ documentKind: 'invitation', documentId: id, candidateId: person, way: 'file' }])
})

test('those of a session are a sheet each, in the language of each person, without whoever is no longer registered', async () => {
  const session = await aSession(central)
  for (const [lastName, language] of [
    ['Adam', 'fr'],
    ['Baert', 'nl'],
    ['Claus', 'de'],
    ['Dumont', 'fr'],
  ] as const) {
    await aRegistration(central, session, await aCandidate(central, { lastName, firstName: 'Jo', language }))
  }
  const office = await anOffice()
  const { rows } = await office.call('checkIn:list', { sessionId: session })
  const last = rows.find(({ lastName }) => lastName === 'Dumont')?.registration.id ?? ''
  await office.call('registration:cancel', { changeId: newId(), id: last, reason: 'malade' })
  const preview = await office.call('document:preview', { kind: 'invitations', id: session })
  const { pages } = await render(preview.bytes)
  expect(pages).toHaveLength(3)
  const titles = (['fr', 'nl', 'fr'] as const).map((language) => textsOf(language).invitation.title)
  for (const [at, page] of pages.entries()) {
    placed(page, titles[at] ?? '')
    placed(page, `Jo ${['Adam', 'Baert', 'Claus'][at]}`)
  }
  expect(await office.ask('document:preview', { kind: 'invitation', id: last })).toMatchObject({
    ok: false,
    error: { code: 'registration.cancelled' },
  })
})

test('what changed since the preview is not what leaves; nobody is invited to a session that is off', async () => {
  const session = await aSession(central)
  const id = await aRegistration(central, session, await aCandidate(central))
  const office = await anOffice()
  const preview = await office.call('document:preview', { kind: 'invitation', id })
  await office.call('registration:edit', { changeId: newId(), id, patch: { exams: ['M1', 'M3'] } })
  expect(await office.ask('document:save', { changeId: newId(), job: preview.job })).toMatchObject({
    ok: false,
    error: { code: 'document.unknown' },
  })
  await office.call('session:cancel', { changeId: newId(), id: session, reason: 'panne' })
  for (const source of [
    { kind: 'invitation', id },
    { kind: 'invitations', id: session },
  ] as const) {
    expect(await office.ask('document:preview', source)).toMatchObject({
      ok: false,
      error: { code: 'session.cancelled' },
    })
  }
})

test('a controller prints them for his own session of the day and no other', async () => {
  const { id: koen } = await central.central.db
    .selectFrom('operator')
    .select('id')
    .where('username', '=', 'koen.desmet')
    .executeTakeFirstOrThrow()
  const tomorrow = addDays(inBelgium(new Date()).date, 1)
  const [mine, other, later] = [
    await aSession(central, { controllers: [koen] }),
    await aSession(central),
    await aSession(central, { controllers: [koen], date: tomorrow }),
  ]
  const room = await openDesk(central, { username: 'koen.desmet' })
  expect((await room.ask('document:preview', { kind: 'invitations', id: mine })).ok).toBe(true)
  for (const id of [other, later]) {
    expect(await room.ask('document:preview', { kind: 'invitations', id })).toMatchObject({
      ok: false,
      error: { code: 'call.forbidden' },
    })
  }
})

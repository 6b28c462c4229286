import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Attestation, Print } from '../../shared/attestation.ts'
import type { BatchSheet } from '../../shared/calls/printBatch.ts'
import type { Session } from '../../shared/session.ts'
import { mergeRecords } from '../../src-central/duplicates/merge.ts'
import { signSuccess } from '../../src-central/jobs/successAttestation.ts'
import { writeStored } from '../../src-main/cache/records.ts'
import { cupsPrinting } from '../../src-main/documents/cups.ts'
import type { PrintPort } from '../../src-main/documents/ports.ts'
import { aCandidate, newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'
import { drawingPorts } from '../helpers/fonts.ts'
import { render } from '../helpers/pixels.ts'
import { type PrintServer, startPrintServer } from '../helpers/printServer.ts'

let server: PrintServer
let central: TestCentral
let desk: TestDesk

beforeEach(async () => {
  server = await startPrintServer()
  central = await startCentral()
  desk = await deskWith(cupsPrinting(server.settings))
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  await server.close()
})

const deskWith = (printing: PrintPort, report = (_what: string, error: unknown): void => expect.fail(String(error))) =>
  openDesk(central, { documents: { ...drawingPorts, printing, askWhere: async () => null }, report })
const cacheOf = ({ desk: { opened } }: TestDesk) => opened()?.db ?? expect.fail('locked')

function aSession(changes: Partial<Session> = {}, at = desk): string {
  const session: Session = {
    id: newId(),
    code: 'NAM-2026-118',
    date: '2026-11-20',
    startTime: '09:00',
    endTime: '11:30',
    locationId: newId(),
    room: null,
    mode: 'room',
    exams: ['M2'],
    seats: 12,
    controllers: [],
    note: null,
    status: 'planned',
    cancelReason: null,
    closedAt: null,
    closedBy: null,
    version: 1,
    fieldVersions: {},
    ...changes,
  }
  writeStored(cacheOf(at), 'session', session, undefined)
  return session.id
}

/** Released attestations in the cache of a desk, numbered from 1; a person each, unless it is said whose they are. */
async function released(count: number, changes: Partial<Attestation> = {}, at = desk): Promise<readonly Attestation[]> {
  const made: Attestation[] = []
  const sessionId = changes.sessionId ?? aSession({}, at)
  for (let n = 1; n <= count; n++) {
    const number = changes.number ?? `CA-2026-${String(n).padStart(7, '0')}`
    const attestation: Attestation = {
      id: newId(),
      candidateId: newId(),
      registrationId: newId(),
      sessionId,
      exam: 'M2',
      number,
      status: 'released',
      expectedFrom: '2026-11-21T06:00:00.000Z',
      lateAfter: '2026-11-23T06:00:00.000Z',
      releasedAt: '2026-11-21T09:12:00.000Z',
      jws: await signSuccess(central.central, {
        number,
        lastName: 'Wiśniewski',
        firstName: `Łukasz ${n}`,
        birthDate: '1988-03-14',
        language: 'fr',
        exam: { code: 'M2', title: { fr: 'Module 2 : assurances non-vie', nl: 'Module 2: schadeverzekeringen' } },
        date: '2026-11-20',
        centre: 'Centre Meuse-Sambre',
        location: 'Namur',
        releasedAt: '2026-11-21T09:12:00.000Z',
      }),
      replacedBy: null,
      version: 1,
      ...changes,
    }
    writeStored(cacheOf(at), 'attestation', attestation, undefined)
    made.push(attestation)
  }
  return made
}

const idsOf = (attestations: readonly Attestation[]) => attestations.map(({ id }) => id)
const start = (attestations: readonly Attestation[], at = desk) =>
  at.call('printBatch:start', { id: newId(), documentIds: idsOf(attestations) })
const print = (position: number, printer = 'Bureau', at = desk) =>
  at.call('printBatch:printSheet', { position, printer })
const sheets = async (at = desk): Promise<readonly BatchSheet[]> => (await at.call('printBatch:read', {}))?.sheets ?? []
const statuses = async (at = desk) => (await sheets(at)).map(({ status }) => status)
const journal = (at = desk): readonly Print[] =>
  (cacheOf(at).prepare('SELECT body FROM print ORDER BY at, id').pluck().all() as string[]).map((body) =>
    JSON.parse(body),
  )
const refusedWith = (code: string) => ({ ok: false, error: { code } })
const textsOf = async (bytes: Uint8Array | undefined) =>
  (await render(new Uint8Array(bytes ?? []))).pages[0]?.texts.map(({ text }) => text)

describe('what a batch can take', () => {
  const ask = (wanted: object = {}) =>
    desk.call('printBatch:choices', {
      sessionId: null,
      releasedSince: null,
      onlyUnprinted: true,
      order: 'name',
      ...wanted,
    })
  const numbers = async (wanted: object = {}) => (await ask(wanted)).rows.map(({ number }) => number)

  test('is what is released and not printed, by name, and the sessions that it comes from', async () => {
    const [first, second] = [await aCandidate(central), await aCandidate(central, { lastName: 'Adam' })]
    await desk.call('sync:now', {})
    const before = await released(1, { candidateId: first, number: 'B' })
    await released(1, { candidateId: second, number: 'A' })
    await released(1, { status: 'awaited' })
    await released(1, { status: 'replaced' })
    expect(await numbers()).toEqual(['A', 'B'])
    const { sessions, total } = await ask()
    expect([sessions.map(({ count }) => count), total]).toEqual([[1, 1], 2])
    await start(before)
    await print(1)
    expect(await numbers()).toEqual(['A'])
    expect((await ask({ onlyUnprinted: false })).rows.map(({ number, copies }) => [number, copies])).toEqual([
      ['A', 0],
      ['B', 1],
    ])
  })

  test('is of one session, and of those released since a Belgian day', async () => {
    const session = aSession({ date: '2026-11-25' })
    await released(1, { number: 'late', sessionId: session, releasedAt: '2026-11-25T23:10:00.000Z' })
    await released(1, { number: 'early', releasedAt: '2026-11-25T22:50:00.000Z' })
    expect(await numbers({ sessionId: session })).toEqual(['late'])
    // Midnight of the 26th in Belgium is eleven in the evening of Greenwich.
    expect(await numbers({ releasedSince: '2026-11-26' })).toEqual(['late'])
    expect(await numbers({ releasedSince: '2026-11-25', order: 'session' })).toEqual(['late', 'early'])
    expect((await ask({ sessionId: session })).sessions, 'the others can still be chosen').toHaveLength(2)
  })
})

describe('a batch', () => {
  test('reaches the printer sheet by sheet in its order, each noted with who, when and which copy, and central hears of it', async () => {
    const batch = await released(3)
    const started = await start(batch)
    expect(started).toMatchObject({ startedBy: 'marie lambert' })
    expect(started.sheets.map(({ number, copy, status }) => [number, copy, status])).toEqual(
      batch.map(({ number }) => [number, 1, 'waiting']),
    )
    for (const position of [1, 2, 3]) expect(await print(position)).toMatchObject({ position, status: 'sent' })
    const got = await server.receives('Bureau', 3)
    expect(got.map(({ title, copies }) => [title, copies])).toEqual(batch.map(({ number }) => [number, 1]))
    for (const [at, { bytes }] of got.entries()) expect(await textsOf(bytes)).toContain(`Łukasz ${at + 1} Wiśniewski`)
    expect(journal()).toMatchObject(
      batch.map(({ id, candidateId }) => ({
        documentKind: 'success',
        documentId: id,
        candidateId,
        copy: 1,
        way: 'printer',
        printer: 'Bureau',
        actorName: 'marie lambert',
      })),
    )
    await desk.call('sync:now', {})
    const kept = await central.central.db.selectFrom('print').select(['documentId', 'copy']).execute()
    expect(new Set(kept.map(({ documentId }) => documentId))).toEqual(new Set(idsOf(batch)))
    await desk.call('printBatch:end', {})
    expect(await desk.call('printBatch:read', {})).toBeNull()
    expect(journal(), 'the journal stays').toHaveLength(3)
  })

  test('goes on after the program ended, whoever is signed in, and nothing is printed twice', async () => {
    await start(await released(3))
    await print(1)
    await desk.desk.lock()
    await desk.call('operator:signIn', { username: 'sofie.claes', password })
    expect(await statuses()).toEqual(['sent', 'waiting', 'waiting'])
    for (const position of [1, 2, 3]) await print(position)
    await server.receives('Bureau', 3)
    expect(server.queued()).toEqual([])
    expect(server.received('Bureau')).toHaveLength(3)
    expect(journal().map(({ actorName, copy }) => [actorName, copy])).toEqual([
      ['marie lambert', 1],
      ['sofie claes', 1],
      ['sofie claes', 1],
    ])
  })

  test('is one at a time: another one waits until this one is over or given up', async () => {
    const batch = await released(2)
    await start(batch)
    const another = { id: newId(), documentIds: idsOf(batch) }
    expect(await desk.ask('printBatch:start', another)).toMatchObject(refusedWith('printBatch.open'))
    await desk.call('printBatch:end', {})
    expect(await desk.call('printBatch:start', another)).toEqual(await desk.call('printBatch:start', another))
    expect(journal()).toEqual([])
  })

  test('prints a sheet once, however many hands ask for it, also from the preview of one document', async () => {
    const batch = await released(1)
    await start(batch)
    const { job } = await desk.call('document:preview', { kind: 'success', id: batch[0]?.id ?? '' })
    const [first, second, alone] = await Promise.all([
      print(1),
      print(1),
      desk.ask('document:print', { changeId: newId(), job, printer: 'Accueil', copies: 1 }),
    ])
    expect([first.status, second.status]).toEqual(['sent', 'sent'])
    expect(alone).toMatchObject(refusedWith('document.unknown'))
    await server.receives('Bureau', 1)
    expect([server.received('Bureau').length, server.received('Accueil').length, journal().length]).toEqual([1, 0, 1])
  })

  test('of eighty whose printer vanishes is resumed on another one at the sheet that failed', {
    timeout: 60_000,
  }, async () => {
    const batch = await released(80)
    await start(batch)
    for (let position = 1; position <= 7; position++) await print(position)
    await server.receives('Bureau', 7)
    await server.remove('Bureau')
    expect(await print(8)).toMatchObject({ status: 'failed', error: { code: 'printer.unknown' } })
    expect(journal(), 'what the printer did not take is noted nowhere').toHaveLength(7)
    for (let position = 8; position <= 80; position++) {
      expect(await print(position, 'Accueil'), `sheet ${position}`).toMatchObject({ status: 'sent', error: null })
    }
    const rest = await server.receives('Accueil', 73)
    expect([...server.received('Bureau'), ...rest].map(({ title }) => title)).toEqual(batch.map(({ number }) => number))
    expect(journal().map(({ copy }) => copy)).toEqual(Array.from({ length: 80 }, () => 1))
  })
})

describe('while a batch runs', () => {
  test('an attestation that is replaced is not printed, and the next one is', async () => {
    const batch = await released(3)
    await start(batch)
    await print(1)
    const [, second] = batch
    if (second) writeStored(cacheOf(desk), 'attestation', { ...second, status: 'replaced' }, undefined)
    expect(await print(2)).toMatchObject({ status: 'failed', error: { code: 'attestation.replaced' } })
    expect(await print(3)).toMatchObject({ status: 'sent' })
    expect(journal().map(({ documentId }) => documentId)).toEqual([batch[0]?.id, batch[2]?.id])
  })

  test('a person who is merged into another record has his sheet, noted at the record that stays', async () => {
    const [from, into] = [await aCandidate(central), await aCandidate(central)]
    await desk.call('sync:now', {})
    await start(await released(1, { candidateId: from }))
    await central.central.db.transaction().execute((db) =>
      mergeRecords(db, {
        id: newId(),
        from,
        into,
        why: 'request',
        actorName: 'Certassur',
        at: new Date().toISOString(),
      }),
    )
    await desk.call('sync:now', {})
    expect(await print(1)).toMatchObject({ status: 'sent', lastName: 'Van den Broeck' })
    expect(journal()).toMatchObject([{ candidateId: into, copy: 1 }])
  })

  test('an attestation that leaves this desk fails alone, and can still be told by its number', async () => {
    const batch = await released(2)
    await start(batch)
    cacheOf(desk).prepare('DELETE FROM attestation WHERE id = ?').run(batch[0]?.id)
    expect(await print(1)).toMatchObject({ number: batch[0]?.number, error: { code: 'document.unknown' } })
    expect(await print(2)).toMatchObject({ status: 'sent' })
  })

  test('one that somebody printed elsewhere is no silent duplicate: it is said first, and printed as one when asked again', async () => {
    const batch = await released(1)
    const [first] = batch
    await start(batch)
    const { job } = await desk.call('document:preview', { kind: 'success', id: first?.id ?? '' })
    await desk.call('document:print', { changeId: newId(), job, printer: 'Accueil', copies: 1 })
    expect(await print(1)).toMatchObject({
      status: 'failed',
      copy: 2,
      error: { code: 'attestation.copied', params: { copy: 2 } },
    })
    expect(await print(1)).toMatchObject({ status: 'sent', copy: 2 })
    const [sheet] = await server.receives('Bureau', 1)
    expect(await textsOf(sheet?.bytes)).toContain('Duplicata n° 2')
  })

  test('a lock stops it at a sheet: the one under way is noted, the others wait', async () => {
    await start(await released(2))
    const [first, second] = [desk.ask('printBatch:printSheet', { position: 1, printer: 'Bureau' }), desk.desk.lock()]
    await Promise.all([first, second])
    await desk.call('operator:signIn', { username: 'marie.lambert', password })
    const [became] = await statuses()
    expect(server.received('Bureau').length + server.queued().length).toBe(became === 'sent' ? 1 : 0)
    expect(journal()).toHaveLength(became === 'sent' ? 1 : 0)
    expect(became).not.toBe('sending')
  })
})

describe('a sheet whose fate is not known', () => {
  /** The program ends when the printer has taken the sheet, and before that is noted. */
  async function interrupted(): Promise<{ at: TestDesk; first: Attestation }> {
    const real = cupsPrinting(server.settings)
    let cuts = 1
    const printing: PrintPort = {
      ...real,
      print: async (job) => {
        await real.print(job)
        cuts -= 1
        if (cuts >= 0) throw new Error('the power is cut')
      },
    }
    const at = await deskWith(printing, () => undefined)
    const batch = await released(2, {}, at)
    await start(batch, at)
    await at.ask('printBatch:printSheet', { position: 1, printer: 'Bureau' })
    await server.receives('Bureau', 1)
    await at.desk.lock()
    await at.call('operator:signIn', { username: 'marie.lambert', password })
    return { at, first: batch[0] ?? expect.fail() }
  }

  test('is never printed again before somebody looked: not by the batch, and alone only as a duplicate', async () => {
    const { at, first } = await interrupted()
    expect(await statuses(at)).toEqual(['sending', 'waiting'])
    expect(journal(at)).toEqual([])
    const again = await at.ask('printBatch:printSheet', { position: 1, printer: 'Bureau' })
    expect(again).toMatchObject(refusedWith('printBatch.unsettled'))
    expect(await at.ask('printBatch:end', {})).toMatchObject(refusedWith('printBatch.unsettled'))
    expect((await at.call('document:preview', { kind: 'success', id: first.id })).copy).toBe(2)
    expect(server.received('Bureau')).toHaveLength(1)
  })

  test('is noted as the original when it came out, at the time when it was sent, once', async () => {
    const { at, first } = await interrupted()
    const before = new Date().toISOString()
    for (const _ of [1, 2]) {
      const { sheets: after } = await at.call('printBatch:settle', { position: 1, cameOut: true })
      expect(after.map(({ status }) => status)).toEqual(['sent', 'waiting'])
    }
    expect(journal(at)).toMatchObject([{ documentId: first.id, copy: 1, printer: 'Bureau' }])
    expect(journal(at)[0]?.at.localeCompare(before)).toBe(-1)
    expect((await at.call('document:preview', { kind: 'success', id: first.id })).copy).toBe(2)
  })

  test('is printed as the original when it did not', async () => {
    const { at } = await interrupted()
    await at.call('printBatch:settle', { position: 1, cameOut: false })
    expect(await print(1, 'Accueil', at)).toMatchObject({ status: 'sent', copy: 1 })
    const [sheet] = await server.receives('Accueil', 1)
    expect((await textsOf(sheet?.bytes))?.join(' ')).not.toContain('Duplicata')
    expect(journal(at)).toMatchObject([{ copy: 1, printer: 'Accueil' }])
  })

  test('is also one that a print server took without ever saying so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lp-'))
    try {
      // The job is handed over, and then the line to the server hangs.
      writeFileSync(join(folder, 'lp'), '#!/bin/sh\n/usr/bin/lp "$@" > /dev/null\nexec sleep 30\n')
      chmodSync(join(folder, 'lp'), 0o755)
      const settings = { ...server.settings, PATH: `${folder}:${process.env['PATH']}` }
      const at = await deskWith(cupsPrinting(settings, 1_500))
      await start(await released(1, {}, at), at)
      const asked = await at.ask('printBatch:printSheet', { position: 1, printer: 'Bureau' })
      expect(asked).toMatchObject(refusedWith('printer.silent'))
      await server.receives('Bureau', 1)
      expect([await statuses(at), journal(at)]).toEqual([['sending'], []])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

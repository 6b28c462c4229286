import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Attendance, Attestation, DocumentKind, Print, SuccessData } from '../../shared/attestation.ts'
import type { Session } from '../../shared/session.ts'
import { inBelgium } from '../../shared/time.ts'
import { signSuccess } from '../../src-central/jobs/successAttestation.ts'
import { writeStored } from '../../src-main/cache/records.ts'
import { cupsPrinting } from '../../src-main/documents/cups.ts'
import type { DeskOptions } from '../../src-main/desk/desk.ts'
import { newId, password, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'
import { drawingPorts } from '../helpers/fonts.ts'
import { render } from '../helpers/pixels.ts'
import { type PrintServer, startPrintServer } from '../helpers/printServer.ts'

let server: PrintServer
let central: TestCentral
let folder: string
let where: string | null
let desk: TestDesk

beforeAll(async () => {
  server = await startPrintServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  central = await startCentral()
  folder = mkdtempSync(join(tmpdir(), 'saved-'))
  where = join(folder, 'here.pdf')
  desk = await openDesk(central, { documents: ports() })
})
afterEach(async () => {
  await closeDesks()
  await stopCentrals()
  rmSync(folder, { recursive: true, force: true })
})

const ports = (): DeskOptions['documents'] => ({
  ...drawingPorts,
  printing: cupsPrinting(server.settings),
  askWhere: async () => where,
})

const said: SuccessData = {
  number: 'CA-2026-0048812',
  lastName: 'Wiśniewski',
  firstName: 'Łukasz',
  birthDate: '1988-03-14',
  language: 'fr',
  exam: { code: 'M2', title: { fr: 'Module 2 : assurances non-vie', nl: 'Module 2: schadeverzekeringen' } },
  date: '2026-11-20',
  centre: 'Centre Meuse-Sambre',
  location: 'Namur',
  releasedAt: '2026-11-21T09:12:00.000Z',
}

const cacheOf = ({ desk }: TestDesk) => {
  const open = desk.opened()
  if (!open) throw new Error('locked')
  return open.db
}

/** An attestation as central released it, in the cache of a desk. */
async function anAttestation(
  changes: Partial<Attestation> = {},
  data: Partial<SuccessData> = {},
): Promise<Attestation> {
  const attestation: Attestation = {
    id: newId(),
    candidateId: newId(),
    registrationId: newId(),
    sessionId: newId(),
    exam: 'M2',
    number: said.number,
    status: 'released',
    expectedFrom: '2026-11-21T06:00:00.000Z',
    lateAfter: '2026-11-23T06:00:00.000Z',
    releasedAt: said.releasedAt,
    jws: await signSuccess(central.central, { ...said, ...data }),
    replacedBy: null,
    version: 1,
    ...changes,
  }
  writeStored(cacheOf(desk), 'attestation', attestation, undefined)
  return attestation
}

const look = (kind: DocumentKind, id: string, at = desk) => at.call('document:preview', { kind, id })
const print = (job: string, more: { printer?: string; copies?: number; changeId?: string } = {}) =>
  desk.ask('document:print', { changeId: newId(), job, printer: 'Bureau', copies: 1, ...more })
const prints = (): readonly Print[] =>
  (cacheOf(desk).prepare('SELECT body FROM print ORDER BY at, id').pluck().all() as string[]).map((body) =>
    JSON.parse(body),
  )
const outbox = (): readonly string[] =>
  cacheOf(desk).prepare('SELECT kind FROM change ORDER BY deskSeq').pluck().all() as string[]
const refusedWith = (code: string) => ({ ok: false, error: { code } })

describe('a success attestation', () => {
  test('reaches the printer as the very bytes of its preview, and is noted with who, where and which sheet', async () => {
    const { id, candidateId } = await anAttestation()
    const before = server.received('Bureau').length
    const preview = await look('success', id)
    expect(preview).toMatchObject({ copy: 1, fileName: 'CA-2026-0048812.pdf' })
    expect(await print(preview.job, { copies: 2 })).toEqual({ ok: true, value: null })
    const got = (await server.receives('Bureau', before + 1)).at(-1)
    expect(got).toMatchObject({ copies: 2, title: said.number })
    expect(Buffer.compare(got?.bytes ?? Buffer.alloc(0), preview.bytes)).toBe(0)
    expect(prints()).toMatchObject([
      { documentId: id, candidateId, copy: 1, way: 'printer', printer: 'Bureau', actorName: 'marie lambert' },
    ])
    expect(outbox()).toEqual(['document.printed'])
    expect(desk.events).toContain('data:changed')
  })

  test('says on its second sheet that it is a duplicate, whichever way the first one went', async () => {
    const { id } = await anAttestation()
    await print((await look('success', id)).job)
    const second = await look('success', id)
    expect(second.copy).toBe(2)
    const texts = (await render(second.bytes)).pages[0]?.texts.map(({ text }) => text)
    expect(texts).toContain('Duplicata n° 2')
    expect(await desk.call('document:save', { changeId: newId(), job: second.job })).toBe(true)
    expect((await look('success', id)).copy).toBe(3)
  })

  test('is printed once, however often and by whomever the button is pressed', async () => {
    const { id } = await anAttestation()
    const before = server.received('Accueil').length
    const { job } = await look('success', id)
    const changeId = newId()
    const twice = await Promise.all([
      print(job, { printer: 'Accueil', changeId }),
      print(job, { printer: 'Accueil', changeId }),
      print(job, { printer: 'Accueil' }),
    ])
    expect(twice).toMatchObject([{ ok: true }, { ok: true }, refusedWith('document.unknown')])
    expect(await print(job, { printer: 'Accueil', changeId })).toMatchObject({ ok: true })
    await server.receives('Accueil', before + 1)
    expect(server.queued()).toEqual([])
    expect(server.received('Accueil')).toHaveLength(before + 1)
    expect(prints()).toHaveLength(1)
  })

  test('that is not released is not drawn, and the answer says since when it is expected', async () => {
    const { id, expectedFrom } = await anAttestation({ status: 'awaited', jws: null })
    expect(await desk.ask('document:preview', { kind: 'success', id })).toMatchObject({
      ok: false,
      error: { code: 'attestation.notReleased', params: { status: 'awaited', expectedFrom } },
    })
    const replaced = await anAttestation({ status: 'replaced' })
    expect(await desk.ask('document:preview', { kind: 'success', id: replaced.id })).toMatchObject(
      refusedWith('attestation.replaced'),
    )
  })

  test('whose words were changed, or signed by somebody else, or belong to another, is not drawn', async () => {
    const { jws } = await anAttestation()
    const [head, , tail] = (jws ?? '').split('.')
    const forged = Buffer.from(JSON.stringify({ ...said, lastName: 'Faussaire' })).toString('base64url')
    const others = await anAttestation({}, { number: 'CA-2026-0000001' })
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged}.`
    for (const bad of [`${head}.${forged}.${tail}`, others.jws, unsigned, 'nonsense']) {
      const { id } = await anAttestation({ jws: bad })
      expect(await desk.ask('document:preview', { kind: 'success', id })).toMatchObject(
        refusedWith('attestation.badSignature'),
      )
    }
    expect(prints()).toEqual([])
  })

  test('is drawn from what was signed, not from what the cache says beside it', async () => {
    const { id } = await anAttestation({}, { firstName: 'Élise', lastName: 'Van den Broeck' })
    const { pages } = await render((await look('success', id)).bytes)
    expect(pages[0]?.texts.map(({ text }) => text)).toContain('Élise Van den Broeck')
  })

  test('replaced while somebody looks at it is not printed any more', async () => {
    const attestation = await anAttestation()
    const { job } = await look('success', attestation.id)
    writeStored(cacheOf(desk), 'attestation', { ...attestation, status: 'replaced' }, undefined)
    expect(await print(job)).toMatchObject(refusedWith('attestation.replaced'))
    expect(prints()).toEqual([])
  })
})

describe('the printers', () => {
  test('are listed by the names that people know, with the usual one and the last one chosen', async () => {
    const { id } = await anAttestation()
    expect(await desk.call('document:printers', {})).toEqual({
      printers: expect.arrayContaining([
        { name: 'Bureau', label: 'Imprimante du bureau', isDefault: true },
        { name: 'Accueil', label: 'Imprimante de l’accueil', isDefault: false },
      ]) as unknown,
      last: null,
    })
    await print((await look('success', id)).job, { printer: 'Accueil' })
    expect((await desk.call('document:printers', {})).last).toBe('Accueil')
  })

  test('one that vanished, or whose name is made up, prints nothing and nothing is noted', async () => {
    const { id } = await anAttestation()
    const { job } = await look('success', id)
    for (const printer of ['Cave', '-d Bureau', 'Bureau; true', '']) {
      expect(await print(job, { printer }), printer).toMatchObject(refusedWith('printer.unknown'))
    }
    expect([prints(), outbox()]).toEqual([[], []])
    expect(await print(job), 'and the preview is still there').toMatchObject({ ok: true })
  })

  test('one that is stopped or takes no jobs is said at once, and nothing waits in its queue', async () => {
    const own = await startPrintServer()
    try {
      const printing = cupsPrinting(own.settings)
      const send = (printer: string) =>
        printing.print({ printer, bytes: new Uint8Array([37]), copies: 1, title: 'CA-1' })
      await own.stop('Bureau')
      await expect(send('Bureau')).rejects.toMatchObject({ error: { code: 'printer.failed' } })
      await own.refuse('Accueil')
      await expect(send('Accueil')).rejects.toMatchObject({ error: { code: 'printer.failed' } })
      expect(own.queued()).toEqual([])
      await own.remove('Accueil')
      await expect(send('Accueil')).rejects.toMatchObject({ error: { code: 'printer.unknown' } })
      expect((await printing.printers()).map(({ name }) => name)).toEqual(['Bureau'])
    } finally {
      await own.close()
    }
    expect(await cupsPrinting(own.settings).printers(), 'with no server there is no printer').toEqual([])
  })

  test('on a PC without any of CUPS there is none', async () => {
    const printing = cupsPrinting({ PATH: folder })
    expect(await printing.printers()).toEqual([])
    const sent = printing.print({ printer: 'Bureau', bytes: new Uint8Array([37]), copies: 1, title: '' })
    await expect(sent).rejects.toMatchObject({ error: { code: 'printer.unknown' } })
  })
})

describe('a saved document', () => {
  test('is the very bytes of its preview, in one whole file, noted as saved', async () => {
    const { id } = await anAttestation()
    const { job, bytes } = await look('success', id)
    expect(await desk.call('document:save', { changeId: newId(), job })).toBe(true)
    expect(readdirSync(folder)).toEqual(['here.pdf'])
    expect(Buffer.compare(readFileSync(where ?? ''), bytes)).toBe(0)
    expect(prints()).toMatchObject([{ way: 'file', printer: null }])
  })

  test('is not noted when the operator gave up, or the folder is gone; the preview stays', async () => {
    const { id } = await anAttestation()
    const { job } = await look('success', id)
    where = null
    expect(await desk.call('document:save', { changeId: newId(), job })).toBe(false)
    where = join(folder, 'gone', 'here.pdf')
    expect(await desk.ask('document:save', { changeId: newId(), job })).toMatchObject(refusedWith('file.notWritten'))
    expect(prints()).toEqual([])
    expect(readdirSync(folder)).toEqual([])
    where = join(folder, 'here.pdf')
    expect(await desk.call('document:save', { changeId: newId(), job })).toBe(true)
  })

  test('goes nowhere when the desk is locked while the operator looks for a folder', async () => {
    const { id } = await anAttestation()
    let answer: (file: string) => void = () => undefined
    const asked = new Promise<string>((resolve) => {
      answer = resolve
    })
    const slow = await openDesk(central, { documents: { ...ports(), askWhere: () => asked } })
    writeStored(cacheOf(slow), 'attestation', await anAttestation({ id }), undefined)
    const { job } = await look('success', id, slow)
    const saving = slow.ask('document:save', { changeId: newId(), job })
    await slow.desk.lock()
    answer(join(folder, 'late.pdf'))
    expect(await saving).toMatchObject(refusedWith('document.unknown'))
    expect(existsSync(join(folder, 'late.pdf'))).toBe(false)
  })
})

test('what is on its way to the printer is noted before a lock closes the cache', async () => {
  let release: () => void = () => undefined
  const printed = new Promise<void>((resolve) => {
    release = resolve
  })
  const printing = { printers: async () => [], print: () => printed }
  const slow = await openDesk(central, { documents: { ...ports(), printing } })
  const attestation = await anAttestation()
  writeStored(cacheOf(slow), 'attestation', attestation, undefined)
  const { job } = await look('success', attestation.id, slow)
  const sending = slow.ask('document:print', { changeId: newId(), job, printer: 'Bureau', copies: 1 })
  const locked = slow.desk.lock()
  release()
  expect(await sending).toEqual({ ok: true, value: null })
  await locked
  await slow.call('operator:signIn', { username: 'marie.lambert', password })
  expect(cacheOf(slow).prepare('SELECT count(*) FROM print').pluck().get()).toBe(1)
})

test('a closed preview and a preview of another operator cannot be printed', async () => {
  const { id } = await anAttestation()
  const { job } = await look('success', id)
  await desk.call('document:close', { job })
  expect(await print(job)).toMatchObject(refusedWith('document.unknown'))
})

describe('the list to sign', () => {
  const aSession = (changes: Partial<Session> = {}): Session => ({
    id: newId(),
    code: 'NAM-2026-118',
    date: inBelgium(new Date()).date,
    startTime: '09:00',
    endTime: '11:30',
    locationId: newId(),
    room: 'Salle 2',
    mode: 'room',
    exams: ['M1'],
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
  })

  test('is drawn from the session, noted for nobody, and never a duplicate', async () => {
    const session = aSession()
    writeStored(cacheOf(desk), 'session', session, undefined)
    for (let sheet = 1; sheet <= 2; sheet++) {
      const preview = await look('signList', session.id)
      expect(preview).toMatchObject({ copy: 1, fileName: 'NAM-2026-118.pdf' })
      expect(await print(preview.job)).toMatchObject({ ok: true })
    }
    expect(prints()).toMatchObject([
      { documentKind: 'signList', documentId: session.id, candidateId: null, copy: 1 },
      { documentKind: 'signList', copy: 2 },
    ])
  })

  test('is all that a controller may print, and only of his own session of the day', async () => {
    const attestation = await anAttestation()
    const koen = await openDesk(central, { username: 'koen.desmet', documents: ports() })
    const operator = koen.desk.opened()?.operator
    const his = aSession({ controllers: [operator?.id ?? ''] })
    const others = aSession()
    const tomorrow = aSession({ controllers: [operator?.id ?? ''], date: '2199-01-01' })
    writeStored(cacheOf(koen), 'attestation', attestation, undefined)
    for (const session of [his, others, tomorrow]) writeStored(cacheOf(koen), 'session', session, undefined)
    expect((await look('signList', his.id, koen)).copy).toBe(1)
    const forbidden: readonly [DocumentKind, string][] = [
      ['signList', others.id],
      ['signList', tomorrow.id],
      ['success', attestation.id],
      ['attendance', newId()],
    ]
    for (const [kind, id] of forbidden) {
      expect(await koen.ask('document:preview', { kind, id }), kind).toMatchObject(refusedWith('call.forbidden'))
    }
  })
})

test('an attendance attestation is drawn from what was stated when it was issued', async () => {
  const attendance: Attendance = {
    id: newId(),
    registrationId: newId(),
    sessionId: newId(),
    candidateId: newId(),
    number: 'NAM-NAM 01/2-2026-0042',
    issuedAt: '2026-11-21T11:40:00.000Z',
    version: 1,
    data: { ...said, exams: [said.exam], from: '09:00', to: '11:30', issuedBy: 'Marie Lambert' },
  }
  writeStored(cacheOf(desk), 'attendance', attendance, undefined)
  const preview = await look('attendance', attendance.id)
  expect(preview.fileName).toBe('NAM-NAM-01-2-2026-0042.pdf')
  const { pages } = await render(preview.bytes)
  expect(pages[0]?.texts.map(({ text }) => text)).toContain('Łukasz Wiśniewski')
  expect(await desk.ask('document:preview', { kind: 'attendance', id: newId() })).toMatchObject(
    refusedWith('document.unknown'),
  )
})

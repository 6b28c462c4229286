import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Attendance, AttendanceData } from '../../shared/attestation.ts'
import { writeStored } from '../../src-main/cache/records.ts'
import { createDrawing } from '../../src-main/documents/drawing/drawing.ts'
import type { Drawable } from '../../src-main/documents/drawing/worker.ts'
import { newId, startCentral, stopCentrals } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'
import { drawingPorts } from '../helpers/fonts.ts'
import { render } from '../helpers/pixels.ts'

let desk: TestDesk
let threads: Worker[]
let defects: string[]
const note = (thread: Worker) => threads.push(thread)
/** A thread has no number any more when it has ended. */
const running = () => threads.filter(({ threadId }) => threadId !== -1).length

beforeEach(async () => {
  threads = []
  defects = []
  desk = await openDesk(await startCentral(), { report: (what) => defects.push(what) })
  // Only from here on: the first load was a thread as well.
  process.on('worker', note)
})
afterEach(async () => {
  process.off('worker', note)
  await closeDesks()
  await stopCentrals()
})

const exam = { code: 'M2', title: { fr: 'Module 2 : assurances non-vie', nl: 'Module 2: schadeverzekeringen' } }

/** An attendance attestation as it was issued, in the cache of the desk; answers its id. */
function anAttendance(data: Partial<AttendanceData> = {}): string {
  const attendance: Attendance = {
    id: newId(),
    registrationId: newId(),
    sessionId: newId(),
    candidateId: newId(),
    number: 'NAM-01-2026-0042',
    issuedAt: '2026-11-21T11:40:00.000Z',
    version: 1,
    data: {
      lastName: 'Wiśniewski',
      firstName: 'Łukasz',
      birthDate: '1988-03-14',
      language: 'fr',
      exams: [exam],
      date: '2026-11-21',
      from: '09:00',
      to: '11:30',
      centre: 'Centre Meuse-Sambre',
      location: 'Namur',
      issuedBy: 'Marie Lambert',
      ...data,
    },
  }
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  writeStored(open.db, 'attendance', attendance, undefined)
  return attendance.id
}

const look = (id: string) => desk.ask('document:preview', { kind: 'attendance', id })
const refusedWith = (code: string) => ({ ok: false, error: { code } })

/** How long some work took, and the longest time that this thread was held up meanwhile; in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<{ took: number; heldUp: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  // It measures from its first beat to the next: whatever comes before the first one is not seen.
  await setTimeout(20)
  const begin = performance.now()
  await work()
  const took = performance.now() - begin
  await setTimeout(20)
  delays.disable()
  return { took, heldUp: delays.max / 1e6 }
}

describe('drawing a document', () => {
  test('holds up the main thread for a small part of the time that it takes', async () => {
    const long = anAttendance({ exams: Array.from({ length: 400 }, () => exam) })
    expect(await look(long)).toMatchObject({ ok: true })
    const parts: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const { took, heldUp } = await timed(() => look(long))
      parts.push(heldUp / took)
    }
    // Whatever else the machine does can only make it look worse: the best round is the truest.
    expect(Math.min(...parts)).toBeLessThan(0.25)
  })

  test('starts one thread, with the first document, for all the documents until the lock', async () => {
    expect(threads).toEqual([])
    const looks = [anAttendance(), anAttendance({ firstName: 'Élise' }), anAttendance({ firstName: 'Ömer' })].map(look)
    const names = ['Łukasz Wiśniewski', 'Élise Wiśniewski', 'Ömer Wiśniewski']
    for (const [at, name] of names.entries()) {
      const preview = await looks[at]
      const { pages } = await render(preview?.ok ? preview.value.bytes : new Uint8Array())
      expect(pages[0]?.texts.map(({ text }) => text)).toContain(name)
    }
    expect([threads.length, running()]).toEqual([1, 1])
    await desk.desk.lock()
    expect([threads.length, running()]).toEqual([1, 0])
  })

  test('answers a letter that no typeface has as data, and draws the next document in the same thread', async () => {
    expect(await look(anAttendance({ lastName: '李' }))).toMatchObject(refusedWith('document.letterMissing'))
    expect(await look(anAttendance())).toMatchObject({ ok: true })
    expect(threads).toHaveLength(1)
    expect(defects).toEqual([])
  })

  test('in a thread that crashes is an error as data, and the next document is drawn in another', async () => {
    const broken = anAttendance({ language: 'xx' as 'fr' })
    expect(await look(broken)).toMatchObject(refusedWith('call.failed'))
    expect(defects).toEqual(['document:preview'])
    expect(await look(anAttendance())).toMatchObject({ ok: true })
    expect([threads.length, running()]).toEqual([2, 1])
  })
})

describe('a lock', () => {
  test('ends a thread in the middle of a document, which is refused and is no defect', async () => {
    const looking = look(anAttendance({ exams: Array.from({ length: 400 }, () => exam) }))
    await expect.poll(() => threads.length).toBe(1)
    await desk.desk.lock()
    expect(await looking).toMatchObject(refusedWith('document.unknown'))
    expect(running()).toBe(0)
    expect(defects).toEqual([])
  })

  test('lets no thread begin for a document that was still being read', async () => {
    const looking = look(anAttendance())
    await desk.desk.lock()
    expect(await looking).toMatchObject(refusedWith('document.unknown'))
    expect(threads).toEqual([])
  })
})

test.each([
  ['ends without a word', 'parentPort.on("message", () => process.exit(0))', 'the thread that draws ended'],
  ['cannot even begin', 'throw new TypeError("no typefaces")', 'no typefaces'],
])('a thread that %s fails everything that it was asked for', async (_what, script, message) => {
  const code = `import { parentPort } from 'node:worker_threads'; ${script}`
  const drawingWorker = new URL(`data:text/javascript,${encodeURIComponent(code)}`)
  const drawing = createDrawing({ ...drawingPorts, drawingWorker })
  const list = { kind: 'signList', list: {} } as Drawable
  const failed = { status: 'rejected', reason: { message } }
  expect(await Promise.allSettled([drawing.draw(list), drawing.draw(list)])).toMatchObject([failed, failed])
})

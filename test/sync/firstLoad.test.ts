import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { addDays, inBelgium } from '../../shared/time.ts'
import {
  aCandidate,
  aLocation,
  newId,
  password,
  sessionValues,
  startCentral,
  stopCentrals,
  type TestCentral,
} from '../helpers/central.ts'
import { changes } from '../../shared/api.ts'
import { readMeta } from '../../src-main/cache/meta.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { type AskPage, readPages } from '../../src-main/sync/firstLoad/pages.ts'
import { carryOver } from '../../src-main/sync/firstLoad/carryOver.ts'
import { createSideCache } from '../../src-main/cache/open.ts'
import { takeOver } from '../../src-main/sync/overlay.ts'
import { aDesk, closeDesks, openDesk, type TestDesk, until } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const loaded = (desk: TestDesk) => until(async () => !(await desk.call('sync:read', {})).firstLoad)

/** A desk that is paired, with central gone before anything of the centre was received. */
async function aPairedDesk(central: TestCentral, username = 'marie.lambert'): Promise<TestDesk> {
  const desk = aDesk({ firstLoadWorker: new URL('data:text/javascript,setInterval(() => {}, 1000)') })
  await desk.call('desk:pair', { address: central.address, code: await central.pairingCode() })
  await desk.call('operator:signIn', { username, password })
  return desk
}

describe('the first load', () => {
  test('brings everything of the centre, indexed, into a file that begins as the old one did', async () => {
    const central = await startCentral()
    for (let i = 0; i < 5; i += 1) await aCandidate(central)
    const desk = await openDesk(central)
    const db = desk.desk.opened()?.db
    expect((await desk.call('candidate:search', { text: '', offset: 0, limit: 10 })).total).toBe(5)
    const indexes = db?.prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`).pluck().all()
    expect(indexes).toContain('candidateSort')
    expect(indexes).toContain('registrationCandidate')
    expect(db?.pragma('synchronous', { simple: true })).toBe(2)
    expect(db?.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(readdirSync(desk.folder).filter((name) => name.includes('.load'))).toEqual([])
    await desk.desk.lock()
    await desk.call('operator:signIn', { username: 'marie.lambert', password })
    expect((await desk.call('sync:read', {})).firstLoad).toBe(false)
  })

  test('keeps what was done, typed and chosen on the desk while it ran', async () => {
    const central = await startCentral()
    const candidate = await aCandidate(central)
    await aLocation(central)
    const desk = await aPairedDesk(central)
    const session = newId()
    const values = await sessionValues(central, { date: addDays(inBelgium(new Date()).date, 2) })
    await central.kill()
    await desk.call('session:create', { changeId: newId(), id: session, values })
    await desk.call('draft:write', { key: 'candidate', body: '{"lastName":"Peeters"}' })
    await desk.call('preference:write', { key: 'rail', value: 'narrow' })
    await desk.desk.lock()

    const again = aDesk({ folder: desk.folder })
    await central.restart()
    await again.call('operator:signIn', { username: 'marie.lambert', password })
    await loaded(again)
    await until(async () => (await again.call('sync:read', {})).waiting === 0)
    expect((await again.call('session:read', { id: session })).session.code).toMatch(/^S-/)
    expect((await again.call('candidate:read', { id: candidate })).candidate.lastName).toBe('Van den Broeck')
    expect((await again.call('draft:list', {})).map(({ body }) => body)).toEqual(['{"lastName":"Peeters"}'])
    expect(await again.call('preference:read', {})).toEqual({ rail: 'narrow' })
    const audit = again.desk.opened()?.db.prepare('SELECT kind FROM audit').pluck().all()
    expect(audit).toEqual(['session.create'])
  })

  test('lays an act that central has not answered over what it sends', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const desk = await openDesk(central)
    await desk.desk.opened()?.sync.stop()
    await desk.edit(id, { phone: '0471 22 36 40' })
    // A load begun anew, as after a restore of central.
    desk.desk.opened()?.db.prepare(`DELETE FROM meta WHERE key = 'loadedAt'`).run()
    await desk.desk.lock()
    const again = aDesk({ folder: desk.folder })
    await central.kill()
    await again.call('operator:signIn', { username: 'marie.lambert', password })
    const live = again.desk.opened()?.db
    if (!live) throw new Error('locked')
    const side = createSideCache(join(again.folder, 'side.db'), Buffer.alloc(32, 7), 'ab'.repeat(16))
    const { candidate } = await again.call('candidate:read', { id })
    takeOver(side, 'candidate', { ...candidate, phone: null, firstName: 'Lise', version: 4 } as never)
    carryOver(live, side)
    expect(side.prepare('SELECT firstName, phone, version FROM candidate').get()).toEqual({
      firstName: 'Lise',
      phone: '0471 22 36 40',
      version: 4,
    })
    side.close()
  })

  test('that was cut off leaves nothing: the next one begins anew', async () => {
    const central = await startCentral()
    await aCandidate(central)
    const desk = await aPairedDesk(central)
    await desk.desk.lock()
    for (const ending of ['', '-journal']) writeFileSync(join(desk.folder, `cache.db.load${ending}`), 'half a file')
    const again = aDesk({ folder: desk.folder })
    await again.call('operator:signIn', { username: 'marie.lambert', password })
    await loaded(again)
    expect((await again.call('candidate:search', { text: '', offset: 0, limit: 10 })).total).toBe(1)
    expect(existsSync(join(desk.folder, 'cache.db.load'))).toBe(false)
  })

  describe('reads two pages ahead', () => {
    /** Reads everything in pages of two, with something happening at central just before one of the requests. */
    async function readAll(
      central: TestCentral,
      before: (asked: number) => Promise<unknown>,
      alter = (skip: number) => skip,
    ) {
      const desk = await openDesk(central)
      const open = desk.desk.opened()
      await open?.sync.stop()
      const http = openHttp(central.address)
      const token = open ? (readMeta(open.db, 'deskToken') ?? '') : ''
      let asked = 0
      let last: Promise<unknown> = Promise.resolve()
      const seen: string[] = []
      const ask: AskPage = async (cursor, skip) => {
        asked += 1
        const number = asked
        // One at a time, as on a line that reorders nothing.
        const lines = last.then(async () => {
          await before(number)
          return http.lines(changes, { cursor, limit: 2, skip: alter(skip) }, token)
        })
        last = lines
        return lines
      }
      const end = await readPages(ask, { limit: 2, epoch: central.central.epoch }, async (page) => {
        seen.push(...page.rows.flatMap((line) => (line.kind === 'candidate' ? [line.row.id] : [])))
      })
      return { end, seen, asked }
    }

    test('and brings every row in its order', async () => {
      const central = await startCentral()
      const ids = []
      for (let i = 0; i < 7; i += 1) ids.push(await aCandidate(central))
      const { end, seen, asked } = await readAll(central, async () => undefined)
      expect(end.ok).toBe(true)
      expect(seen).toEqual(ids)
      expect(asked).toBe(5)
    })

    test('and skips nobody when a row moved meanwhile', async () => {
      const central = await startCentral()
      const ids: string[] = []
      for (let i = 0; i < 7; i += 1) ids.push(await aCandidate(central))
      const { end, seen } = await readAll(central, async (asked) => {
        if (asked === 2)
          await central.central.db
            .updateTable('candidate')
            .set({ phone: '0470 11 22 33' })
            .where('id', '=', ids[0] ?? '')
            .execute()
      })
      expect(end.ok).toBe(true)
      expect(seen).toEqual([...ids, ids[0]])
    })

    test('and takes no page for the one that was asked for when it is another', async () => {
      const central = await startCentral()
      for (let i = 0; i < 5; i += 1) await aCandidate(central)
      const { end } = await readAll(
        central,
        async () => undefined,
        (skip) => skip + 2,
      )
      expect(end).toMatchObject({ ok: false, error: { code: 'central.notCertassur' } })
    })
  })

  test('ends with the lock, at once, however long it would have taken', async () => {
    const central = await startCentral()
    const desk = await aPairedDesk(central)
    await desk.call('operator:lock', {})
    expect(desk.desk.opened()).toBeUndefined()
    expect(existsSync(join(desk.folder, 'cache.db.load'))).toBe(false)
  })
})

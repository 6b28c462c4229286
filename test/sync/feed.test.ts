import { afterEach, describe, expect, test } from 'vitest'
import { changes, type FeedLine } from '../../shared/api.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import { applyPage, type Page, pullAll, wholePage } from '../../src-main/sync/pull.ts'
import { ok } from '../../shared/result.ts'
import { openHttp } from '../../src-main/sync/http.ts'
import { readMeta } from '../../src-main/cache/meta.ts'
import { aCandidate, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'
import { closeDesks, openDesk, type TestDesk } from '../helpers/desk.ts'

afterEach(async () => {
  await closeDesks()
  await stopCentrals()
})

const read = async (central: TestCentral, cursor: string, limit: number, skip = 0): Promise<FeedLine[]> => {
  const text = await feedPage(central.central, central.centreId, cursor, limit, skip)
  return text
    .trim()
    .split('\n')
    .map((line) => changes.line.parse(JSON.parse(line)))
}
const whole = (lines: readonly FeedLine[]): Page => {
  const page = wholePage(lines)
  if (!page) throw new Error('not a whole page')
  return page
}
/** The people of a page; the centre itself comes with them. */
const people = (page: Page) => page.rows.flatMap((line) => (line.kind === 'candidate' ? [line.row] : []))
const cacheOf = (desk: TestDesk) => {
  const open = desk.desk.opened()
  if (!open) throw new Error('locked')
  return open.db
}

describe('the change feed', () => {
  test('page by page everything comes once, in order, and a change comes again at the end', async () => {
    const central = await startCentral()
    const ids = []
    for (let i = 0; i < 7; i += 1) ids.push(await aCandidate(central))
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const page = whole(await read(central, cursor, 3))
      seen.push(...people(page).map((row) => row.id))
      cursor = page.end.to
      if (!page.end.more) break
    }
    expect(seen).toEqual(ids)
    expect(whole(await read(central, cursor, 3)).rows).toEqual([])
    await central.central.db
      .updateTable('candidate')
      .set({ phone: '1' })
      .where('id', '=', ids[2] ?? '')
      .execute()
    expect(people(whole(await read(central, cursor, 3))).map((row) => row.id)).toEqual([ids[2]])
  })

  test('a centre sees its own scope only, and a record that enters it later comes then', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    const { db } = central.central
    await db.updateTable('scope').set({ until: new Date().toISOString() }).execute()
    const out = whole(await read(central, '', 10))
    expect(people(out)).toEqual([])
    expect(out.rows).toContainEqual({ kind: 'tombstone', entity: 'candidate', id, why: 'outOfScope' })
    await aCandidate(central)
    const { end } = whole(await read(central, '', 10))
    await db.updateTable('scope').set({ until: null }).where('candidateId', '=', id).execute()
    expect(people(whole(await read(central, end.to, 10))).map((row) => row.id)).toEqual([id])
  })

  test('a page asked for before its beginning is known says itself where it begins', async () => {
    const central = await startCentral()
    for (let i = 0; i < 7; i += 1) await aCandidate(central)
    const [first, second] = [whole(await read(central, '', 3)), whole(await read(central, '', 3, 3))]
    expect(second.head.from).toBe(first.end.to)
    expect(second).toEqual({ ...whole(await read(central, first.end.to, 3)), head: { ...second.head } })
    const beyond = whole(await read(central, '', 3, 50))
    expect([beyond.rows, beyond.end.more, beyond.head.from === beyond.end.to]).toEqual([[], false, true])
  })

  test('a cursor that this central did not make is told as gone', async () => {
    const central = await startCentral()
    await expect(read(central, "1' or '1'='1", 10)).rejects.toMatchObject({ status: 410 })
  })
})

describe('a page on the desk', () => {
  test('cut short anywhere it is not a page, and nothing of it is applied', async () => {
    const central = await startCentral()
    for (let i = 0; i < 4; i += 1) await aCandidate(central)
    const lines = await read(central, '', 10)
    for (let cut = 0; cut < lines.length; cut += 1) {
      expect(wholePage(lines.slice(0, cut)), `first ${cut} lines`).toBeUndefined()
      expect(wholePage(lines.filter((_line, at) => at !== cut)), `without line ${cut}`).toBeUndefined()
    }
  })

  test('that does not begin where the last one ended changes nothing', async () => {
    const central = await startCentral()
    await aCandidate(central)
    const desk = await openDesk(central)
    const cursor = readMeta(cacheOf(desk), 'cursor')
    const old = whole(await read(central, '', 10))
    applyPage(cacheOf(desk), { ...old, end: { ...old.end, to: 'elsewhere' } }, new Date())
    expect(readMeta(cacheOf(desk), 'cursor')).toBe(cursor)
  })

  test('that fails in the middle leaves neither its rows nor its cursor', async () => {
    const central = await startCentral()
    const desk = await openDesk(central)
    const db = cacheOf(desk)
    const cursor = readMeta(db, 'cursor') ?? ''
    await aCandidate(central)
    await aCandidate(central)
    const page = whole(await read(central, cursor, 10))
    const poisoned = {
      ...page,
      rows: page.rows.map((line, at) =>
        at === 1 && line.kind === 'candidate' ? { ...line, row: { ...line.row, lastName: null as never } } : line,
      ),
    }
    expect(() => applyPage(db, poisoned, new Date())).toThrow()
    expect(readMeta(db, 'cursor')).toBe(cursor)
    expect((await desk.call('candidate:search', { text: '', offset: 0, limit: 10 })).all).toBe(0)
  })

  test.each([
    ['of another version of the contract', { head: { schema: 99 } }, 'central.refused'],
    ['that begins elsewhere, for ever', { head: { from: 'elsewhere' }, end: { more: true } }, 'central.notCertassur'],
    ['that leads nowhere, for ever', { end: { to: '', more: true } }, 'central.notCertassur'],
  ])('%s ends the pull with nothing applied', async (_what, changed: { head?: object; end?: object }, code) => {
    const central = await startCentral()
    const desk = await openDesk(central)
    const open = desk.desk.opened()
    await open?.sync.stop()
    await aCandidate(central)
    cacheOf(desk).prepare("DELETE FROM meta WHERE key = 'cursor'").run()
    const { head, rows, end } = whole(await read(central, '', 10))
    const http = {
      ...openHttp(central.address),
      lines: async () => ok([{ ...head, ...changed.head }, ...rows, { ...end, ...changed.end }]) as never,
    }
    const pulled = await pullAll(
      cacheOf(desk),
      http,
      '',
      () => new Date(),
      () => {},
    )
    expect(pulled).toMatchObject({ ok: false, error: { code } })
    expect(readMeta(cacheOf(desk), 'cursor')).toBeNull()
    expect((await desk.call('candidate:search', { text: '', offset: 0, limit: 10 })).all).toBe(0)
  })

  test('fields that this program does not know are kept', async () => {
    const central = await startCentral()
    const id = await aCandidate(central)
    await central.central.db
      .updateTable('candidate')
      .set({ extra: JSON.stringify({ nickname: 'Lise' }) })
      .where('id', '=', id)
      .execute()
    const desk = await openDesk(central)
    const kept = cacheOf(desk).prepare('SELECT extra FROM candidate WHERE id = ?').pluck().get(id)
    expect(JSON.parse(String(kept))).toEqual({ nickname: 'Lise' })
    await desk.edit(id, { phone: '1' })
    await desk.call('sync:now', {})
    expect(
      JSON.parse(String(cacheOf(desk).prepare('SELECT extra FROM candidate WHERE id = ?').pluck().get(id))),
    ).toEqual({ nickname: 'Lise' })
  })
})

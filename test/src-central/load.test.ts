import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changes } from '../../shared/api.ts'
import { readText } from '../../shared/delimited.ts'
import type { Central } from '../../src-central/central.ts'
import { FolderInUse, holdFolder } from '../../src-central/database/holdFolder.ts'
import { loadPeople, LoadRefused } from '../../src-central/load/load.ts'
import { readTable } from '../../src-central/load/table.ts'
import { feedPage } from '../../src-central/sync/feed.ts'
import { aCandidate, startCentral, stopCentrals, type TestCentral } from '../helpers/central.ts'

let central: TestCentral
beforeEach(async () => {
  central = await startCentral()
  // A clock that moves on at each look: rows are then in the order in which they were made.
  let now = new Date('2026-11-22T09:00:00.000Z').getTime()
  central.setClock(() => new Date((now += 1)))
})
afterEach(stopCentrals)

const columns = { lastName: 'nom', firstName: 'prénom', birthDate: 'né le', email: 'mail', language: 'langue' }
const header = 'nom;prénom;né le;mail;langue'
const utf8 = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join('\r\n'))
const latin1 = (...lines: string[]) => Uint8Array.from(Buffer.from([header, ...lines].join('\r\n'), 'latin1'))
const load = (bytes: Uint8Array, more: object = {}) => loadPeople(central.central, bytes, { columns, ...more })
const people = () => central.central.db.selectFrom('candidate').selectAll().orderBy('id').execute()

describe('a file of people', () => {
  test('is loaded with its accents, its dates in every form, and a login for each', async () => {
    const report = await load(
      utf8(
        'Lefèvre ; Élise;19881231;elise@exemple.be;FR',
        'Peeters;Jan;31/12/1988;;nl',
        'Weiß;Käthe;1988;;de',
        'Nguyễn;Thị Hương;1988-12-31;;',
        'El Idrissi;Yasmina;1-2-1990;;',
        'Benali;Youssef;;;',
        'Popescu;Ioana;1990-02;;',
      ),
    )
    expect(report).toEqual({ loaded: 7, refused: [], withoutBirthDate: 1, birthYearOnly: 2, sharedEmail: 0 })
    const loaded = await people()
    expect(loaded.map((one) => [one.lastName, one.firstName, one.birthDate, one.language])).toEqual([
      ['Lefèvre', 'Élise', '1988-12-31', 'fr'],
      ['Peeters', 'Jan', '1988-12-31', 'nl'],
      ['Weiß', 'Käthe', '1988', 'de'],
      ['Nguyễn', 'Thị Hương', '1988-12-31', 'fr'],
      ['El Idrissi', 'Yasmina', '1990-02-01', 'fr'],
      ['Benali', 'Youssef', null, 'fr'],
      ['Popescu', 'Ioana', '1990-02', 'fr'],
    ])
    expect(new Set(loaded.map((one) => one.login)).size).toBe(7)
    for (const { login } of loaded) expect(login).toMatch(/^[A-Z]{2}\d{8}$/)
  })

  test('may begin with a mark, be Latin-1, or be separated by commas or tabs', async () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('Noël;Zoé;1990;;')])
    expect((await load(marked)).loaded).toBe(1)
    expect((await load(latin1('Gérard;Anaïs;1991;;'))).loaded).toBe(1)
    for (const separator of [',', '\t']) {
      const text = [header, `Thiry;Loïc${separator};1992;;`].join('\n').replaceAll(';', separator)
      const trimmed = text.replace(`${separator}${separator}1992`, `${separator}1992`)
      expect((await load(new TextEncoder().encode(trimmed))).loaded).toBe(1)
    }
    expect((await people()).map((one) => one.firstName)).toEqual(['Zoé', 'Anaïs', 'Loïc', 'Loïc'])
  })

  test('a line that is wrong is named with its fields, never with a value, and stops no other', async () => {
    const report = await load(
      utf8(
        'Dupont;Jean;31/02/1990;jean@exemple.be;fr',
        '',
        '"De',
        'Smet";Bart;1990;;nl',
        ';Anne;1990;anne-exemple;es',
        'Dubois;Luc;2030;;',
        'Dubois;Luc',
        'Dubois;Luc;1990;;;;',
        `${'x'.repeat(121)};Luc;1990;;`,
        'Maes;Els;1990;;nl',
      ),
    )
    expect(report.loaded).toBe(1)
    expect(report.refused).toEqual([
      { line: 2, why: ['birthDate date.invalid'] },
      { line: 4, why: ['lastName field.unprintable'] },
      { line: 6, why: ['lastName field.required', 'language field.invalid', 'email email.invalid'] },
      { line: 7, why: ['birthDate date.notInPast'] },
      { line: 8, why: ['line.cells'] },
      { line: 9, why: ['line.cells'] },
      { line: 10, why: ['lastName field.tooLong'] },
    ])
    expect(JSON.stringify(report)).not.toMatch(/dupont|anne|xxx|2030/i)
    expect((await people()).map((one) => one.lastName)).toEqual(['Maes'])
  })

  test('of five thousand lines with one bad, all the others are loaded, and reach the centre', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `Peeters;Jan${at};19${10 + (at % 90)}0101;p${at}@voorbeeld.be;nl`,
    )
    lines[3210] = 'Peeters;Jan;19991301;;nl'
    const report = await load(utf8(...lines), { centre: 'NAM' })
    expect(report).toMatchObject({ loaded: 4999, refused: [{ line: 3212, why: ['birthDate date.invalid'] }] })
    const page = await feedPage(central.central, central.centreId, '', 5000)
    const kinds = page
      .trim()
      .split('\n')
      .map((line) => changes.line.parse(JSON.parse(line)).kind)
    expect(kinds.filter((kind) => kind === 'candidate')).toHaveLength(4999)
  })

  test('nothing is loaded when it is interrupted, and it can be loaded then', async () => {
    const bytes = utf8('Dupont;Jean;1990;;', 'Maes;Els;1990;;')
    let ids = 0
    const interrupted: Central = {
      ...central.central,
      newId: () => {
        ids += 1
        return ids === 2 ? 'not an id' : central.central.newId()
      },
    }
    await expect(loadPeople(interrupted, bytes, { columns })).rejects.toThrow(/uuid/)
    expect(await people()).toEqual([])
    expect((await load(bytes)).loaded).toBe(2)
  })

  test('is not loaded twice by mistake', async () => {
    const bytes = utf8('Dupont;Jean;1990;;')
    await load(bytes)
    await expect(load(bytes)).rejects.toThrow(LoadRefused)
    expect((await load(bytes, { again: true })).loaded).toBe(1)
  })

  test('shared e-mails are counted, also with somebody known before; they are no identity', async () => {
    await aCandidate(central, { email: 'Info@exemple.be' })
    const report = await load(
      utf8('Dupont;Jean;1990;info@exemple.be;', 'Maes;Els;1990;els@exemple.be;', 'Claes;An;1990;els@exemple.be;'),
    )
    expect(report).toMatchObject({ loaded: 3, sharedEmail: 3 })
  })

  test('a column that is not there and a centre that does not exist are said, and nothing is loaded', async () => {
    const bytes = utf8('Dupont;Jean;1990;;')
    const wrong = { columns: { lastName: 'nom', firstName: 'voornaam' } }
    await expect(load(bytes, wrong)).rejects.toThrow(/voornaam.*prénom/)
    await expect(load(bytes, { centre: 'NOWHERE' })).rejects.toThrow(/NAM/)
    await expect(load(new Uint8Array())).rejects.toThrow(LoadRefused)
    expect(await people()).toEqual([])
  })

  test("the file's own number of a person is kept beside the record", async () => {
    await load(utf8('Dupont;Jean;1990;;K-17'), {
      columns: { lastName: 'nom', firstName: 'prénom', reference: 'langue' },
    })
    expect((await people())[0]?.extra).toEqual({ reference: 'K-17' })
  })
})

describe('the lines of a file', () => {
  test('are counted as an editor does, also after a cell of several lines', () => {
    const { lines, broken } = readTable('a,b\r\n"one\r\ntwo",x\r\n\r\n3,4\r\n"5,6')
    expect(lines.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [2, 'x'],
      [5, '4'],
    ])
    expect(broken.map(({ line }) => line)).toEqual([6])
  })

  test('of an older program are Latin-1', () => {
    expect(readText(Uint8Array.of(0x4e, 0x6f, 0xeb, 0x6c))).toBe('Noël')
  })
})

describe('the folder of an embedded central', () => {
  test('is refused while a process works on it, and free again however that one ended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'central-data-'))
    const module = new URL('../../src-central/database/holdFolder.ts', import.meta.url).href
    const script = `import { holdFolder } from '${module}'
      await holdFolder(process.argv[1]); console.log('held'); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, folder])
    await once(other.stdout, 'data')
    await expect(holdFolder(folder)).rejects.toThrow(FolderInUse)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await holdFolder(folder)
    await expect(holdFolder(folder)).rejects.toThrow(FolderInUse)
    rmSync(folder, { recursive: true })
  })
})

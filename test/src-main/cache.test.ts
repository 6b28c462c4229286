import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, migrations } from '../../src-main/cache/migrate.ts'
import { createCache, openCache, saltOf } from '../../src-main/cache/open.ts'
import { query, run } from '../../src-main/cache/run.ts'

let folder: string
let file: string
const key = randomBytes(32)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'))
  file = join(folder, 'cache.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

function opened(at = file, salt = saltOf(file)) {
  const cache = openCache(at, key, salt)
  if (!cache.ok) throw new Error(cache.error.code)
  return cache.value
}
const refusal = (at: string, withKey: Buffer, salt: string) => {
  const cache = openCache(at, withKey, salt)
  if (!cache.ok) return cache.error.code
  cache.value.close()
  return 'opened'
}

describe('the cache at rest', () => {
  test('neither the file nor its log holds a readable word', () => {
    const db = createCache(file, key)
    run(db, query.insertInto('meta').values({ key: 'deskToken', value: 'Vandekerckhove' }))
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for (const word of ['SQLite format', 'Vandekerckhove', 'CREATE TABLE', 'candidate'])
        expect(bytes.includes(word), `${word} in ${name}`).toBe(false)
    }
    db.close()
  })

  test('every opening says all pragmas again: full synchronisation does not survive a reopen by itself', () => {
    createCache(file, key).close()
    const db = opened()
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect([
      pragma('cipher'),
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('foreign_keys'),
      pragma('secure_delete'),
      pragma('temp_store'),
      pragma('trusted_schema'),
    ]).toEqual(['sqlcipher', 'wal', 2, 1, 1, 2, 0])
    db.close()
  })

  test('the audit can be added to and nothing else', () => {
    const db = createCache(file, key)
    run(
      db,
      query
        .insertInto('audit')
        .values({ at: 'now', operatorId: 'o', kind: 'k', entityId: 'e', changeId: null, fields: '[]' }),
    )
    expect(() => db.exec("UPDATE audit SET kind = 'x'")).toThrow('append-only')
    expect(() => db.exec('DELETE FROM audit')).toThrow('append-only')
    db.close()
  })

  test.each([
    ['one record', "SELECT * FROM candidate WHERE id = 'x'", /SEARCH candidate USING PRIMARY KEY/],
    [
      'a list in its order',
      'SELECT * FROM candidate ORDER BY sortName, id LIMIT 100',
      /SCAN candidate USING INDEX candidateSort/,
    ],
    [
      'what waits to be sent',
      "SELECT * FROM change WHERE status = 'pending' ORDER BY deskSeq",
      /SEARCH change USING INDEX changeStatus/,
    ],
    [
      'the changes of a record',
      "SELECT * FROM change WHERE entityId = 'x' AND status = 'pending'",
      /SEARCH change USING INDEX changeEntity/,
    ],
    [
      'whose code was scanned',
      "SELECT * FROM registration r WHERE r.body ->> '$.checkInToken' IN (SELECT value FROM json_each('[]'))",
      /SEARCH r USING INDEX registrationToken/,
    ],
    [
      'whose older code was scanned',
      "SELECT * FROM registration r WHERE r.body ->> '$.formerTokens' IS NOT NULL",
      /SCAN r USING INDEX registrationFormerTokens/,
    ],
  ])('%s is found by an index', (_what, statement, plan) => {
    const db = createCache(file, key)
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[]
    expect(steps.map((step) => step.detail).join('; ')).toMatch(plan)
    expect(steps.map((step) => step.detail).join('; ')).not.toContain('TEMP B-TREE')
    db.close()
  })
})

describe('a cache that cannot be opened is named, and its bytes stay as they are', () => {
  function untouched(at: string, work: () => void) {
    const before = readFileSync(at)
    work()
    expect(readFileSync(at).equals(before)).toBe(true)
  }

  test('a wrong key', () => {
    createCache(file, key).close()
    untouched(file, () => expect(refusal(file, randomBytes(32), saltOf(file))).toBe('cache.wrongKey'))
  })

  test('a file of a newer version of the program', () => {
    const db = createCache(file, key)
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    untouched(file, () => expect(refusal(file, key, saltOf(file))).toBe('cache.newer'))
  })

  test.each([
    ['a text', 'Bonjour, ceci est un texte assez long pour être lu.'],
    ['an empty file', ''],
    ['a few bytes', 'abc'],
  ])('%s is not a database of this desk', (_what, content) => {
    createCache(file, key).close()
    const salt = saltOf(file)
    writeFileSync(file, content)
    untouched(file, () => expect(refusal(file, key, salt)).toBe('cache.notADatabase'))
  })

  test('a folder, and the cache of another desk', () => {
    createCache(file, key).close()
    const salt = saltOf(file)
    mkdirSync(join(folder, 'a-folder'))
    expect(refusal(join(folder, 'a-folder'), key, salt)).toBe('cache.notADatabase')
    createCache(join(folder, 'other.db'), randomBytes(32)).close()
    expect(refusal(join(folder, 'other.db'), key, salt)).toBe('cache.notADatabase')
  })

  test('no file at all: none is made', () => {
    expect(refusal(file, key, 'ab')).toBe('cache.missing')
    expect(existsSync(file)).toBe(false)
  })

  test('a flipped bit is never read back as data', () => {
    const db = createCache(file, key)
    run(db, query.insertInto('meta').values({ key: 'deskToken', value: 'x'.repeat(20_000) }))
    db.close()
    const bytes = readFileSync(file)
    for (let at = 4096 + 100; at < bytes.length; at += 4096) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      const copy = join(folder, `damaged-${at}.db`)
      writeFileSync(copy, damaged)
      const cache = openCache(copy, key, saltOf(copy))
      if (!cache.ok) continue
      expect(() => cache.value.pragma('integrity_check')).toThrow()
      cache.value.close()
    }
  })

  test('a new cache is never made over an existing file', () => {
    createCache(file, key).close()
    untouched(file, () => expect(() => createCache(file, key)).toThrow('already'))
  })
})

describe('migrations', () => {
  const more = [...migrations, 'CREATE TABLE later (id TEXT) STRICT', "INSERT INTO later VALUES ('one')"]

  test('all pending ones run at once, after an encrypted copy of the file', () => {
    const db = createCache(file, key)
    migrate(db, file, more)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 2)
    expect(db.prepare('SELECT id FROM later').pluck().get()).toBe('one')
    const copy = `${file}.before-${migrations.length + 2}`
    expect(readFileSync(copy).includes('CREATE TABLE')).toBe(false)
    expect(refusal(copy, key, saltOf(copy))).toBe('opened')
    db.close()
  })

  test('one that fails leaves the old schema whole', () => {
    const db = createCache(file, key)
    expect(() => migrate(db, file, [...more, 'CREATE TABLE broken ('])).toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'later'").pluck().get()).toBe(0)
    db.close()
  })
})

test('an aside copy of the file still opens: the salt belongs to the file, not to its name', () => {
  createCache(file, key).close()
  copyFileSync(file, join(folder, 'copy.db'))
  expect(refusal(join(folder, 'copy.db'), key, saltOf(file))).toBe('opened')
})

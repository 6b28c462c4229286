import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isThere } from '../desk/files.ts'
import { migrate, migrations } from './migrate.ts'

export type Cache = Database.Database

// `synchronous` falls back to NORMAL at every reopen of a WAL file, so all of it is said every time.
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'cache_size = -64000',
]
const SALT_BYTES = 16

/**
 * Opens this desk's encrypted cache and brings it to the program's schema.
 *
 * Whatever is wrong is named and the file stays as it is: `cache.missing`, `cache.notADatabase`, `cache.wrongKey`,
 * `cache.newer`, `cache.damaged`.
 * @param key 32 bytes
 * @param salt the file's first 16 bytes when it was made (see `saltOf`): tells a foreign file from a wrong key
 */
export function openCache(file: string, key: Buffer, salt: string): Result<Cache> {
  if (!isThere(file)) return fail('cache.missing', 'there is no cache file')
  if (!statSync(file).isFile() || saltOf(file) !== salt)
    return fail('cache.notADatabase', 'this is not the cache of this desk')
  const db = unlock(file, key)
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch {
    db.close()
    return fail('cache.wrongKey', 'the cache does not open with this key')
  }
  try {
    if (Number(db.pragma('user_version', { simple: true })) > migrations.length) {
      db.close()
      return fail('cache.newer', 'the cache was written by a newer version of the program')
    }
    settle(db, file)
    return ok(db)
  } catch (error) {
    db.close()
    if (isDiskFull(error)) return fail('disk.full', 'the disk is full')
    return fail('cache.damaged', 'the cache cannot be read')
  }
}

/** Makes a new, empty cache. Never over an existing file. */
export function createCache(file: string, key: Buffer): Cache {
  if (isThere(file)) throw new Error('there is already a cache file')
  const db = unlock(file, key)
  settle(db, file)
  return db
}

/**
 * Makes a new, empty cache that begins like another one, to take its place: the salt is what a desk knows its file by.
 * What is written into it is not safe before the caller has synced the file.
 */
export function createSideCache(file: string, key: Buffer, salt: string): Cache {
  if (isThere(file)) throw new Error('there is already a side file')
  const db = unlock(file, key, salt)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -64000')
  migrate(db, file)
  return db
}

/** The random first bytes of an encrypted file; '' when it is too short to be one. They stay the same while it lives. */
export function saltOf(file: string): string {
  const bytes = Buffer.alloc(SALT_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, bytes, 0, SALT_BYTES, 0) === SALT_BYTES ? bytes.toString('hex') : ''
  } finally {
    closeSync(descriptor)
  }
}

export const isDiskFull = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_FULL')

/** @param salt how the file is to begin; only for a new one, otherwise it is read from the file */
function unlock(file: string, key: Buffer, salt = ''): Cache {
  const db = new Database(file)
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  db.pragma(`key = "x'${key.toString('hex')}${salt}'"`)
  return db
}

function settle(db: Cache, file: string): void {
  for (const pragma of PRAGMAS) db.pragma(pragma)
  migrate(db, file)
}

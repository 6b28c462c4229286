import type Database from 'better-sqlite3'
import { isThere } from '../desk/files.ts'
import { candidates } from './migrations/001-candidates.ts'
import { sessions } from './migrations/002-sessions.ts'
import { duplicates } from './migrations/003-duplicates.ts'
import { employerLists } from './migrations/004-employerLists.ts'
import { employerParts } from './migrations/005-employerParts.ts'
import { mail } from './migrations/006-mail.ts'
import { correction } from './migrations/007-correction.ts'
import { checkInToken } from './migrations/008-checkInToken.ts'
import { contact } from './migrations/009-contact.ts'
import { advice } from './migrations/010-advice.ts'
import { printBatch } from './migrations/011-printBatch.ts'

/** Append-only: a migration that has shipped is never edited, and none imports application code. */
export const migrations: readonly string[] = [
  candidates,
  sessions,
  duplicates,
  employerLists,
  employerParts,
  mail,
  correction,
  checkInToken,
  contact,
  advice,
  printBatch,
]

/**
 * Brings a cache to the newest schema: every pending migration in one transaction, after a copy of the file.
 *
 * The caller has refused a file newer than the program. A copy left by an interrupted attempt is kept: it is older.
 */
export function migrate(db: Database.Database, file: string, pending = migrations): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === pending.length) return
  const copy = `${file}.before-${pending.length}`
  if (version > 0 && !isThere(copy)) db.prepare('VACUUM INTO ?').run(copy)
  db.transaction(() => {
    for (const statements of pending.slice(version)) db.exec(statements)
    db.pragma(`user_version = ${pending.length}`)
  })()
}

import type { Mail } from '../../shared/mail.ts'
import type { Cache } from '../cache/open.ts'
import { recordOf } from '../cache/records.ts'
import { prepare } from '../cache/run.ts'

const MOST = 100

/** What a person was mailed, the newest first. */
export const readMails = (db: Cache, candidateId: string): readonly Mail[] =>
  (
    prepare(db, `SELECT body FROM mail WHERE candidateId = ? ORDER BY createdAt DESC LIMIT ${MOST}`).all(
      candidateId,
    ) as { body: string }[]
  ).map(({ body }) => recordOf<'mail'>(body))

/** The mails that took him his codes, the newest first. */
export const readCodesMails = (db: Cache, candidateId: string): readonly Mail[] =>
  readMails(db, candidateId).filter(({ kind }) => kind === 'codes' || kind === 'codesAgain')

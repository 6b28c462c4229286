import type { MailFate } from '../../shared/mail.ts'
import { inBelgium } from '../../shared/time.ts'
import type { Central } from '../central.ts'
import { hashPassword } from '../operators/signIn.ts'
import type { Transacting } from '../sync/judge.ts'
import { forgetCode, keepCode, newConfirmationCode } from './confirmation.ts'
import { codesKinds } from './kinds.ts'
import { composeMessage, keepMessage } from './message.ts'
import { forgetPassword, goodUntil, keepHash, newTemporaryPassword } from './temporaryPassword.ts'
import type { Handed, Transport } from './transport.ts'
import type { Given, MailRow } from './content.ts'
import { type Sender, writeMail } from './write.ts'

/** How this central hands mails over. */
export interface Mailer {
  readonly sender: Sender
  /** Null: nothing is sent, and everybody of Certassur reads the mails on a page of central. For demonstrations and tests. */
  readonly transport: Transport | null
  /** 0 to 1. */
  readonly random?: () => number
}

/** With each pause up to twice as long, at most four hours: the last attempt comes within three days. */
const MOST_ATTEMPTS = 24
const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 4 * 3_600_000

/** What became of a mail that was taken in hand. */
type Delivered = Handed | { readonly kind: 'withdrawn' }

/** What a mail says and central keeps only the hash of: a first password, or the code that confirms an address. */
interface Secret extends Given {
  /** Before the message leaves, so that whatever arrives counts. */
  keep(db: Transacting): Promise<void>
}

/**
 * Writes a mail that was taken in hand, hands it over and notes what became of it (docs/protocol.md, C12).
 *
 * A first password is made here and nowhere before: what waits in the queue has none. Its hash is there before the
 * message leaves, so that whatever arrives opens the account.
 */
export async function deliver(central: Central, mailer: Mailer, mail: MailRow): Promise<Delivered> {
  const secret = await secretOf(central, mail)
  if (mailer.transport === null) return keep(central, mailer.sender, mail, secret)
  const now = central.now()
  const message = await central.db.transaction().execute(async (db) => {
    const written = await writeMail({ db, sender: mailer.sender, now }, mail, secret)
    if (written) await secret?.keep(db)
    return written && composeMessage(mail, written, mailer.sender, now)
  })
  if (!message) {
    return end(central, mail, { kind: 'withdrawn' }, mailer)
  }
  const envelope = { from: mailer.sender.address, to: mail.to }
  const handed = await mailer.transport.send(envelope, message, () => noteHanding(central, mail))
  return end(central, mail, handed, mailer)
}

async function secretOf(central: Central, mail: MailRow): Promise<Secret | null> {
  const now = central.now()
  const hashed = async (password: string, until: Date, keep: (db: Transacting, hash: string) => Promise<void>) => {
    const hash = await hashPassword(password)
    return { password, until: inBelgium(until).date, keep: (db: Transacting) => keep(db, hash) }
  }
  if (mail.kind === 'emailConfirm') return hashed(newConfirmationCode(), now, (db, hash) => keepCode(db, mail.id, hash))
  if (!codesKinds.some((kind) => kind === mail.kind)) return null
  const until = await goodUntil(central.db, mail.candidateId, now)
  return hashed(newTemporaryPassword(), until, (db, hash) => keepHash(db, mail, hash, now.toISOString()))
}

const forgetSecret = async (db: Transacting, mailId: string): Promise<void> => {
  await forgetPassword(db, mailId)
  await forgetCode(db, mailId)
}

/** Where nothing is sent, there is no doubt either: the message, the hash and the end are one transaction. */
async function keep(central: Central, sender: Sender, mail: MailRow, secret: Secret | null) {
  return central.db.transaction().execute(async (db) => {
    const now = central.now()
    const written = await writeMail({ db, sender, now }, mail, secret)
    if (!written) {
      await settle(db, mail, 'failed', { fate: 'withdrawn', endedAt: now.toISOString() })
      return { kind: 'withdrawn' } as const
    }
    await secret?.keep(db)
    const message = JSON.stringify(await keepMessage(mail, written, sender))
    const at = now.toISOString()
    await db
      .insertInto('keptMail')
      .values({ mailId: mail.id, message, at })
      .onConflict((conflict) => conflict.column('mailId').doUpdateSet({ message, at }))
      .execute()
    await settle(db, mail, 'sent', { fate: 'kept', sentAt: at, endedAt: at })
    return { kind: 'sent' } as const
  })
}

/**
 * Written before the first byte leaves: whoever finds the row after a crash knows whether it may have arrived. Where it
 * was found by somebody else meanwhile, nothing leaves.
 */
async function noteHanding(central: Central, { id, attempts }: MailRow): Promise<void> {
  const noted = await central.db
    .updateTable('mail')
    .set({ handedAt: central.now().toISOString() })
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts)
    .returning('id')
    .executeTakeFirst()
  if (!noted) throw new Error('this mail is in other hands')
}

/** What became of an attempt, with what follows for the password in it. */
async function end(
  central: Central,
  mail: MailRow,
  handed: Delivered,
  { random = Math.random }: Mailer,
): Promise<Delivered> {
  const now = central.now()
  const endedAt = now.toISOString()
  await central.db.transaction().execute(async (db) => {
    switch (handed.kind) {
      case 'sent':
        return settle(db, mail, 'sent', { sentAt: endedAt, endedAt })
      case 'refused':
        await forgetSecret(db, mail.id)
        return settle(db, mail, 'failed', { fate: 'refused', serverCode: handed.serverCode, endedAt })
      case 'withdrawn':
        return settle(db, mail, 'failed', { fate: 'withdrawn', endedAt })
      case 'inDoubt':
        // It may be in his hands: the password stays good, and nothing is sent a second time.
        return settle(db, mail, 'failed', { fate: 'inDoubt', endedAt })
      case 'later': {
        await forgetSecret(db, mail.id)
        const { serverCode } = handed
        if (mail.attempts >= MOST_ATTEMPTS)
          return settle(db, mail, 'failed', { fate: 'unreachable', serverCode, endedAt })
        const pause = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (mail.attempts - 1))
        return settle(db, mail, 'waiting', { serverCode, nextAt: new Date(now.getTime() + pause).toISOString() })
      }
    }
  })
  return handed
}

interface End {
  readonly fate?: MailFate
  readonly serverCode?: string | null
  readonly sentAt?: string
  readonly endedAt?: string
  readonly nextAt?: string
}

/** Only of a row that is still in hand: somebody else may have found it left behind. */
async function settle(
  db: Transacting,
  { id, attempts }: Pick<MailRow, 'id' | 'attempts'>,
  status: MailRow['status'],
  { serverCode = null, ...values }: End,
): Promise<void> {
  await db
    .updateTable('mail')
    .set((e) => ({ ...values, serverCode, status, handedAt: null, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts)
    .execute()
}

/** Longer than any attempt lasts: who took the mail in hand is gone. */
const LEFT_BEHIND = 15 * 60_000

/**
 * What a central that ended in the middle left behind. Before the message began to leave it surely did not arrive, and is
 * tried again; after that it may have, and is not sent twice.
 */
export async function takeUpLeftBehind(central: Central): Promise<void> {
  const now = central.now()
  const since = new Date(now.getTime() - LEFT_BEHIND)
  await central.db.transaction().execute(async (db) => {
    const left = await db
      .selectFrom('mail')
      .select(['id', 'attempts', 'handedAt'])
      .where('status', '=', 'sending')
      .where('startedAt', '<', since)
      .forUpdate()
      .skipLocked()
      .execute()
    const at = now.toISOString()
    for (const mail of left) {
      if (mail.handedAt) {
        await settle(db, mail, 'failed', { fate: 'inDoubt', endedAt: at })
        continue
      }
      await forgetSecret(db, mail.id)
      if (mail.attempts < MOST_ATTEMPTS) await settle(db, mail, 'waiting', { nextAt: at })
      else await settle(db, mail, 'failed', { fate: 'unreachable', endedAt: at })
    }
  })
}

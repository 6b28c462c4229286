import { randomInt } from 'node:crypto'
import type { Transacting } from '../sync/judge.ts'

/** `48 203 917`: eight digits, tried five times at most. */
export const newConfirmationCode = (): string =>
  String(randomInt(100_000_000))
    .padStart(8, '0')
    .replace(/^(..)(...)(...)$/, '$1 $2 $3')

/** The hash of what this mail says; none where he has asked for another code meanwhile. */
export async function keepCode(db: Transacting, mailId: string, hash: string): Promise<void> {
  await db.updateTable('emailConfirmation').set({ hash }).where('mailId', '=', mailId).execute()
}

/** What surely reached nobody confirms nothing. */
export async function forgetCode(db: Transacting, mailId: string): Promise<void> {
  await db.updateTable('emailConfirmation').set({ hash: null }).where('mailId', '=', mailId).execute()
}

import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Central } from '../central.ts'
import { Problem } from '../problem.ts'

// Without 0/O, 1/I/L: a code is read aloud and typed by hand.
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 10
const CODE_LIFE = 15 * 60_000

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const secret = (): string => randomBytes(32).toString('base64url')

/** A one-time code of ten characters, good for fifteen minutes; only its hash is kept. */
export async function makePairingCode(central: Central, centreId: string, madeBy: string) {
  const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const expiresAt = new Date(central.now().getTime() + CODE_LIFE).toISOString()
  await central.db
    .insertInto('pairingCode')
    .values({ codeHash: sha256(code), centreId, madeBy, expiresAt, usedAt: null })
    .execute()
  return { code, expiresAt }
}

/** Spends a code and makes the PC a desk of the code's centre. The token and the unlock secret leave central only here and at sign-in. */
export async function pairDesk(central: Central, code: string, platform: string) {
  return central.db.transaction().execute(async (db) => {
    const now = central.now().toISOString()
    const spent = await db
      .updateTable('pairingCode')
      .set({ usedAt: now })
      .where('codeHash', '=', sha256(code.replace(/[\s-]/g, '').toUpperCase()))
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', central.now())
      .returning('centreId')
      .executeTakeFirst()
    if (!spent) throw new Problem(403, 'pairing.codeRefused', 'the code is unknown, used or too old')
    const centre = await db.selectFrom('centre').selectAll().where('id', '=', spent.centreId).executeTakeFirstOrThrow()
    const { count } = await db
      .selectFrom('desk')
      .select((e) => e.fn.countAll<string>().as('count'))
      .where('centreId', '=', centre.id)
      .executeTakeFirstOrThrow()
    const desk = {
      id: central.newId(),
      centreId: centre.id,
      name: `${centre.code}-${String(Number(count) + 1).padStart(2, '0')}`,
      platform,
      unlockSecret: secret(),
    }
    const deskToken = secret()
    await db
      .insertInto('desk')
      .values({ ...desk, tokenHash: sha256(deskToken), pairedAt: now, revokedAt: null })
      .execute()
    return {
      deskId: desk.id,
      deskName: desk.name,
      centreId: centre.id,
      centreName: centre.name,
      deskToken,
      unlockSecret: desk.unlockSecret,
      signingKey: central.publicKey,
      epoch: central.epoch,
    }
  })
}

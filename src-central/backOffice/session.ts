import type { Central } from '../central.ts'
import { sha256 } from '../desks/pairing.ts'
import type { User } from './accounts.ts'
import { cookieNamed, newToken } from '../web/cookie.ts'

export const cookie = cookieNamed('certassur-back-office')

/** How long somebody stays signed in, whatever he does. */
export const SESSION_SECONDS = 8 * 3_600

/** Signs a user in under a token that nobody had before; only its hash is kept. */
export async function startSession(central: Central, userId: string): Promise<string> {
  const now = central.now()
  const token = newToken()
  await central.db.deleteFrom('backOfficeSession').where('expiresAt', '<', now).execute()
  await central.db
    .insertInto('backOfficeSession')
    .values({
      tokenHash: sha256(token),
      userId,
      startedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString(),
    })
    .execute()
  return token
}

export async function endSession(central: Central, token: string): Promise<void> {
  await central.db.deleteFrom('backOfficeSession').where('tokenHash', '=', sha256(token)).execute()
}

/** Who is signed in with this token: nobody once it is too old, or when he was revoked meanwhile. */
export const userOf = (central: Central, token: string): Promise<User | undefined> =>
  central.db
    .selectFrom('backOfficeSession')
    .innerJoin('backOfficeUser', 'backOfficeUser.id', 'backOfficeSession.userId')
    .select(['backOfficeUser.id', 'name', 'language'])
    .where('tokenHash', '=', sha256(token))
    .where('expiresAt', '>', central.now())
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
